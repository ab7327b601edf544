/** Printed pages in Node, of the real layers: for the pictures of the README and for tests. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FeatureCollection } from 'geojson';
import type { ProjectionId, ViewState } from '../../src/core/projections';
import type { Lang } from '../../src/core/types';
import { Atlas } from '../../src/data/atlas';
import { Language } from '../../src/i18n/language';
import { LAYER_IDS } from '../../src/layers/ids';
import { LAYERS } from '../../src/layers/index';
import { frame } from '../../src/map/framing';
import { HOME } from '../../src/map/home';
import type { MapState } from '../../src/map/types';
import { screenPage } from '../../src/panels/print/screen-page';
import type { PageRequest } from '../../src/print/compose';
import { ALL_FURNITURE, type Furniture } from '../../src/print/furniture';
import { PAPER_FONT_FILES, type PaperFontFile } from '../../src/print/paper-fonts';
import { DEFAULT_SHEET, type Sheet } from '../../src/print/sheet';
import { Typesetter } from '../../src/print/typesetter';
import { atlasOperations } from '../../src/worker/atlas-operations';
import { networkOperations } from '../../src/worker/network-operations';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const atlas = new Atlas((file) =>
  Promise.resolve(JSON.parse(readFileSync(at(`geodata/${file}`), 'utf8'))),
);
/** What the page's worker answers. */
export const operations = { ...atlasOperations(atlas), ...networkOperations(atlas) };
let layers: Promise<Record<string, FeatureCollection>> | undefined;

async function loadLayers(): Promise<Record<string, FeatureCollection>> {
  const ids = LAYER_IDS.filter((id) => LAYERS[id].data === 'file' || id === 'corridors');
  return Object.fromEntries(
    await Promise.all(ids.map(async (id) => [id, await operations.layer(id)] as const)),
  );
}

/** The fonts of paper, as the browser gets them. */
export const typesetter = (): Typesetter =>
  new Typesetter(
    Object.fromEntries(
      Object.entries(PAPER_FONT_FILES).map(([name, path]) => [
        name as PaperFontFile,
        readFileSync(at(`static/${path}`)),
      ]),
    ),
  );

export interface Wanted {
  lang?: Lang;
  projection?: ProjectionId;
  sheet?: Partial<Sheet>;
  title?: string;
  corridor?: string;
  points?: [number, number][];
  change?: Partial<MapState>;
  view?: Partial<ViewState>;
  screen?: { width: number; height: number } | undefined;
  subtitle?: string;
  furniture?: Partial<Furniture>;
  more?: string[];
}

/** The first picture of the README, which a test looks at too. */
export const TRANS_SIBERIAN_PAGE: Wanted = {
  title: 'Trans-Siberian Railway',
  subtitle: 'With everything within 100 km of it',
  corridor: 'trans-siberian',
  sheet: { id: '16:9', landscape: true },
  points: [
    [58, 56],
    [90, 61],
    [137, 55],
    [134, 40],
    [82, 43],
  ],
};

const SCREEN = { width: 1000, height: 700 };

/** A request for a page of the real layers. */
export async function pageRequest(wanted: Wanted = {}): Promise<PageRequest> {
  const { lang = 'en', projection = 'north-asia', title = 'North Asia' } = wanted;
  const visible = Object.fromEntries(
    LAYER_IDS.filter((id) => LAYERS[id].visible).map((id) => [id, 1]),
  );
  const corridors = wanted.corridor ? [wanted.corridor] : [];
  const outline = wanted.corridor ? await operations.catchment(wanted.corridor, 100) : undefined;
  const state: MapState = {
    projection,
    theme: 'light',
    lang,
    layers: visible,
    highlights: {
      corridors,
      catchment:
        outline?.ok && outline.value.geometry
          ? [
              {
                type: 'Feature',
                properties: { corridor: wanted.corridor },
                geometry: outline.value.geometry,
              },
            ]
          : [],
    },
    ...wanted.change,
  };
  const size = wanted.screen ?? SCREEN;
  const camera = frame(wanted.points ?? HOME[projection], projection, size, {
    top: 0,
    right: 0,
    bottom: 0,
    left: 0,
  })!;
  return screenPage(
    {
      state,
      data: await (layers ??= loadLayers()),
      view: {
        lng: camera.center[0],
        lat: camera.center[1],
        zoom: camera.zoom,
        bearing: 0,
        pitch: 0,
        ...wanted.view,
      },
      size,
      edition: await operations.edition(),
    },
    {
      title,
      subtitle: wanted.subtitle ?? '',
      sheet: { ...DEFAULT_SHEET, ...wanted.sheet },
      furniture: { ...ALL_FURNITURE, ...wanted.furniture },
      more: wanted.more ?? [],
    },
    await Language.load(lang),
  );
}
