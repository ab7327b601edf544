import { sceneOn, type Slide } from '../../core/story/types';
import { PROJECTION_IDS } from '../../core/projections';
import type { Highlights } from '../../map/types';
import type { Address } from '../../state/address';
import { visibleIn } from '../../state/app.svelte';
import { analysis } from '../../state/atlas.svelte';
import { worldOf } from '../../state/scene-world';
import { stage } from '../../state/stage.svelte';
import { startPageWorker, type PageWorkerHandle } from '../print/page-client';
import type { Screen } from '../print/screen-page';
import { MAP_ALONE } from './map-alone';

/** Pixels across a picture: sharp in two columns of a wall. */
const WIDTH_PX = 480;

/** Points: of this size is the page that is drawn so small. */
const SHEET = { width: 400, height: 250, margin: 0, typeScale: 1 };

let orders = 0;

/** The pictures made so far, by what they show. */
const made = new Map<string, Promise<string>>();

/**
 * Small maps of the slides of the story in hand, one after the other, drawn as paper is. Each shows
 * what its address says: layers, corridors, the way between two places; the slide in hand shows what
 * is on the screen.
 */
export function slidePictures(screen: Screen): { of: Promise<string>[]; stop: () => void } {
  let worker: PageWorkerHandle | undefined;
  let stopped = false;
  let before: Promise<unknown> = Promise.resolve();
  const draw = async (slide: Slide): Promise<string> => {
    if (stopped) throw new Error('the overview has been closed');
    worker ??= startPageWorker();
    return URL.createObjectURL(await picture(worker, slide, screen));
  };
  const of = stage.slides.map((slide) => {
    const scene = stage.story && sceneOn(stage.story, slide);
    const { theme, lang } = screen.state;
    const key = JSON.stringify([scene?.address, theme, lang]);
    const known = made.get(key);
    if (known) return known;
    const next = before.then(() => draw(slide));
    made.set(key, next);
    before = next.catch(() => made.delete(key));
    return next;
  });
  const end = (): void => {
    stopped = true;
    worker?.end();
  };
  void before.then(end);
  return { of, stop: end };
}

async function picture(
  { ask }: PageWorkerHandle,
  slide: Slide,
  { state, view: seen, size, edition }: Screen,
): Promise<Blob> {
  const address = stage.addressOf(slide);
  const { stage: around = size, ...view } = { stage: undefined, ...(address.camera ?? seen) };
  orders += 1;
  return ask.png(
    {
      number: orders,
      lang: state.lang,
      state: {
        projection: address.projection ?? PROJECTION_IDS[0],
        theme: state.theme,
        lang: state.lang,
        layers: visibleIn(address),
        highlights: slide === stage.slide ? state.highlights : await highlightsOf(address),
      },
      view,
      size: around,
      edition,
      choice: { ...MAP_ALONE, furniture: { ...MAP_ALONE.furniture, scale: false }, sheet: SHEET },
    },
    WIDTH_PX,
  );
}

async function highlightsOf(address: Address): Promise<Highlights> {
  const { corridors = [], from, to, via, by = 'distance' } = address;
  const plain: Highlights = { corridors, catchment: [] };
  if (!from || !to || address.panel !== 'routes') return plain;
  const answer = await analysis.route({ from, to, via: via ?? [], by }, await worldOf(address));
  const way = answer.ok ? answer.value.value : undefined;
  if (way?.status !== 'ok') return plain;
  return { ...plain, ways: [{ geometry: way.geometry, role: 'route' }] };
}
