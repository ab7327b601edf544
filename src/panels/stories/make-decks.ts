import { tick } from 'svelte';
import { figuresIn, type FigureValue } from '../../core/story/figure';
import { plainText, parseText } from '../../core/story/text';
import {
  sceneOn,
  slidesOf,
  storySources,
  wordsIn,
  type Slide,
  type Story,
} from '../../core/story/types';
import type { Lang } from '../../core/types';
import { figureText } from '../../i18n/figure-text';
import { Language } from '../../i18n/language';
import { THEMES } from '../../layers/theme';
import { drawPage } from '../../print/canvas';
import { loadTypesetter } from '../../print/load-fonts';
import type { Deck, DeckSlide } from '../../print/slides/deck';
import type { Setting, SlideContent } from '../../print/slides/slide-content';
import { MAP_BOX } from '../../print/slides/slide-layout';
import { SlideTypesetter } from '../../print/slides/slide-type';
import { storySlides } from '../../print/slides/story-slides';
import { fullAddress, parseAddress } from '../../state/address';
import { app } from '../../state/app.svelte';
import { analysis, openQuestions } from '../../state/atlas.svelte';
import { stage } from '../../state/stage.svelte';
import { taking } from '../../state/taking.svelte';
import { world } from '../../state/world.svelte';
import { loadPanel } from '../load-panel';
import { startPageWorker, type PageWorkerHandle } from '../print/page-client';
import type { PageOrder } from '../print/page-messages';
import { screenPage, type PageChoice, type Screen } from '../print/screen-page';
import { MAP_ALONE } from './map-alone';

/** So long must the worker be asked nothing before a slide counts as complete. */
const QUIET_MS = 400;

/** Pixels across the map of a slide: sharp on a projector of 3840. */
const MAP_PX = 1720;

/**
 * A deck of slides in each of the languages. The stage goes through the story as an audience sees it,
 * so what a slide shows is what the page draws; each map is drawn anew in its true projection, in the
 * worker of pages. The page is put back afterwards.
 *
 * @param screen what the map shows at the time of the call
 */
export async function makeDecks(
  story: Story,
  langs: readonly Lang[],
  screen: () => Screen,
  { signal, onslide }: { signal: AbortSignal; onslide: (at: number, all: number) => void },
): Promise<Record<string, Deck>> {
  const before = { address: app.address, visible: app.visible, story: stage.story };
  const type = await loadTypesetter();
  const theme = THEMES[app.theme];
  const setting: Setting = {
    theme,
    type: new SlideTypesetter(type.bytes),
    draw: (page, widthPx) =>
      bytesOf(drawPage(page, widthPx, type).convertToBlob({ type: 'image/png' })),
  };
  const languages = await Promise.all(langs.map((lang) => Language.load(lang)));
  const slides = new Map<Lang, DeckSlide[]>(langs.map((lang) => [lang, []]));
  const worker = startPageWorker();
  taking.busy = true;
  try {
    const all = slidesOf(story);
    for (const [i, slide] of all.entries()) {
      onslide(i, all.length);
      await (i === 0 ? stage.present(app, story) : stage.go(app, i));
      await settled();
      const values = await figuresOf(story, slide);
      for (const t of languages) {
        signal.throwIfAborted();
        const content = await contentOf(story, slide, values, screen(), t, worker);
        slides.get(t.lang)!.push(...(await storySlides(content, setting)));
      }
    }
  } finally {
    worker.end();
    taking.busy = false;
    stage.presenting = false;
    stage.story = before.story;
    app.visible = before.visible;
    await app.restore(before.address, []);
  }
  return Object.fromEntries(
    languages.map(({ lang, locale }): [string, Deck] => [
      lang,
      {
        title: wordsIn(story.title, lang),
        // Presentation programs know no script in a tag.
        locale: locale.replace('-Hans', ''),
        background: theme.halo,
        ink: theme.ink,
        link: theme.id === 'dark' ? '#7cc3ee' : '#004a75',
        slides: slides.get(lang)!,
      },
    ]),
  );
}

/** The panel is there and has asked what it asks, and all of it is answered. */
async function settled(): Promise<void> {
  if (app.panel) await loadPanel(app.panel);
  await tick();
  await openQuestions.settled(QUIET_MS);
  await tick();
}

/** The figures of a slide's text and notes, as they were frozen or as they are in its world. */
async function figuresOf(story: Story, slide: Slide): Promise<Record<string, FigureValue>> {
  const scene = slide.kind === 'scene' ? sceneOn(story, slide) : undefined;
  if (!scene) return {};
  const asked = [...figuresIn(scene.text), ...figuresIn(scene.notes ?? {})];
  const measured = asked.length > 0 ? await analysis.figures(asked, world.options) : {};
  return { ...measured, ...scene.frozen?.values };
}

async function contentOf(
  story: Story,
  slide: Slide,
  values: Readonly<Record<string, FigureValue>>,
  screen: Screen,
  t: Language,
  worker: PageWorkerHandle,
): Promise<SlideContent> {
  const { lang } = t;
  const scene = slide.kind === 'scene' ? slide.scene : undefined;
  const storyTitle = wordsIn(story.title, lang);
  const title = scene
    ? wordsIn(scene.title, lang) || t.text('stories.untitled')
    : slide.kind === 'start'
      ? storyTitle
      : t.text('present.end');
  const figure = (text: string): string => figureText(values[text], t);
  const box = slide.kind === 'end' ? undefined : MAP_BOX[slide.kind];
  const { camera } = stage;
  const { stage: size, ...view } = camera ?? { ...screen.view, stage: undefined };
  const seen: Screen = {
    ...screen,
    state: { ...screen.state, lang },
    view,
    size: size ?? screen.size,
  };
  const choice = { ...MAP_ALONE, sheet: { ...(box ?? MAP_BOX.scene), margin: 0, typeScale: 1 } };
  const { words } = screenPage(seen, choice, t);
  const order = orderOf(seen, choice, lang);
  const text = scene
    ? wordsIn(scene.text, lang)
    : slide.kind === 'start'
      ? wordsIn(story.summary, lang)
      : '';
  return {
    kind: slide.kind,
    over: slide.kind === 'start' ? t.text('app.title') : storyTitle,
    title,
    text: parseText(text),
    figure,
    under: scene?.frozen ? t.text('present.frozen', { date: t.date(scene.frozen.date) }) : '',
    notes: parseText(scene ? wordsIn(scene.notes ?? {}, lang) : ''),
    sources: scene ? scene.sources : slide.kind === 'end' ? storySources(story) : [],
    sourcesLabel: t.text('present.sources'),
    map: box && {
      png: await bytesOf(worker.ask.png(order, MAP_PX)),
      alt: t.text('slides.alt', { title: `${title}. ${plainText(text, figure)}`.slice(0, 300) }),
    },
    legend: scene ? await worker.ask.legend(order) : undefined,
    foot: words.foot.join(' '),
    live: { label: t.text('slides.live'), url: liveAddress(story, slide, lang) },
  };
}

let orders = 0;

function orderOf(
  { state, view, size, edition }: Screen,
  choice: PageChoice,
  lang: Lang,
): PageOrder {
  orders += 1;
  return { number: orders, lang, state, view, size, edition, choice };
}

const bytesOf = async (blob: Promise<Blob>): Promise<Uint8Array> =>
  new Uint8Array(await (await blob).arrayBuffer());

/**
 * Where a slide is seen live: in its story, where the story is the product's; a story of this browser
 * is unknown elsewhere, so there the link leads to what the scene shows.
 */
function liveAddress(story: Story, slide: Slide, lang: Lang): string {
  if (!story.id.startsWith('own-')) return fullAddress({ lang, story: story.id, scene: slide.id });
  const scene = sceneOn(story, slide);
  const [search = '', hash = ''] = (scene?.address ?? '').split(/(?=#)/);
  const { address } = parseAddress(
    search.startsWith('#') ? '' : search,
    search.startsWith('#') ? search : hash,
  );
  return fullAddress({ ...address, lang });
}
