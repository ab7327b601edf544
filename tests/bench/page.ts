import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { LAYER_FILES } from '../../src/data/catalogue';
import { LAYERS } from '../../src/layers';
import { LAYER_IDS } from '../../src/layers/ids';
import { ensurePage } from '../../src/setup/build.mjs';
import { servedPage } from '../served-page';
import { answersBench } from './page-answers';
import { median, type BenchRow } from './row';

const RUNS = 5;
/** The product's own goal: the first map takes at most this many times what the bare page takes. */
const AT_MOST = 1.5;

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const maplibre = (name: string): string =>
  readFileSync(root(`node_modules/maplibre-gl/dist/${name}`), 'utf8');

const FIRST = LAYER_FILES.filter(({ load }) => load === 'first').map(({ id }) => id);

/** The relief comes after the first useful map, so it does not count: layers and labels do. */
const WITHOUT_RELIEF = `?layers=${LAYER_IDS.filter((id) => LAYERS[id].visible && id !== 'relief').join(',')}`;

/** A page with MapLibre and the same sources, a plain layer each, and nothing else. */
const BARE_HTML = `<!doctype html><meta charset="utf-8"><title>bare</title>
<link rel="stylesheet" href="bare.css"><div id="map"></div><script type="module" src="bare.mjs"></script>`;
const BARE_SCRIPT = `
import { Map, setWorkerUrl } from './maplibre-gl.mjs';
setWorkerUrl(new URL('./maplibre-gl-worker.mjs', location.href).href);
const ids = ${JSON.stringify(FIRST)};
const sources = Object.fromEntries(ids.map((id) => [id, { type: 'geojson', data: './geodata/' + id + '.geojson' }]));
const layers = ids.flatMap((id) => [
  { id: id + '-fill', type: 'fill', source: id, filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': '#eee' } },
  { id: id + '-line', type: 'line', source: id, paint: { 'line-color': '#555' } },
  { id: id + '-dot', type: 'circle', source: id, filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 3 } },
]);
const map = new Map({ container: 'map', style: { version: 8, sources, layers }, center: [110, 58], zoom: 2.4 });
map.on('idle', () => (document.body.dataset.idle = 'true'));
`;
const FILES: Record<string, { body: string; contentType: string }> = {
  'bare.html': { body: BARE_HTML, contentType: 'text/html' },
  'bare.css': { body: 'html,body,#map{height:100%;margin:0}', contentType: 'text/css' },
  'bare.mjs': { body: BARE_SCRIPT, contentType: 'text/javascript' },
  'maplibre-gl.mjs': { body: maplibre('maplibre-gl.mjs'), contentType: 'text/javascript' },
  'maplibre-gl-worker.mjs': {
    body: maplibre('maplibre-gl-worker.mjs'),
    contentType: 'text/javascript',
  },
};

/** Milliseconds from asking for a page until its map is idle, in a browser context of its own. */
async function idleMs(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page: Page = await context.newPage();
  for (const [name, { body, contentType }] of Object.entries(FILES))
    await page.route(`**/${name}`, (route) => route.fulfill({ body, contentType }));
  const start = performance.now();
  await page.goto(url);
  await page.locator('[data-idle="true"]').first().waitFor({ timeout: 120_000 });
  const taken = performance.now() - start;
  await context.close();
  return taken;
}

/** The first map beside a bare MapLibre page that draws the same sources, run about. */
async function firstMap(browser: Browser, url: string): Promise<BenchRow> {
  const ours: number[] = [];
  const bare: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    bare.push(await idleMs(browser, `${url}bare.html`));
    ours.push(await idleMs(browser, url + WITHOUT_RELIEF));
  }
  const [oursMs, bareMs] = [median(ours), median(bare)];
  return {
    what: 'first map idle, cold, labels included',
    peer: 'a bare MapLibre page, same sources, no labels',
    theirs: `${bareMs.toFixed(0)} ms`,
    ours: `${oursMs.toFixed(0)} ms`,
    ratio: `${(oursMs / bareMs).toPrecision(3)} x`,
    goal: `at most ${AT_MOST} x`,
    met: oursMs / bareMs <= AT_MOST,
  };
}

/** What only a browser can tell: how soon the first map is there, and how soon what is asked. */
export async function pageBench(): Promise<BenchRow[]> {
  ensurePage();
  const { browser, url, close } = await servedPage();
  try {
    return [await firstMap(browser, url), ...(await answersBench(browser, url))];
  } finally {
    await close();
  }
}
