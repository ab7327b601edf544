import { expose } from 'comlink';
import type { Feature, Point } from 'geojson';
import type { NodeProps } from '../core/types';
import { drawing } from '../data/own/drawing';
import { FeatureStore } from '../data/own/feature-store';
import { featuresInside } from '../data/own/inside';
import { suspect } from '../data/own/suspect';
import { rowOf, tableRows } from '../data/own/table';
import { POINTS } from '../data/own/shape';
import { cellText } from '../data/own/filter';
import type { OwnFormat, OwnPlace } from '../data/own/types';
import { readFile } from '../formats/read/read-file';
import { Reading } from '../formats/read/reading';
import { readGeoJson } from '../formats/read/read-geojson';
import { answer } from './answer';
import { readFile as readGeodata } from './read-file';
import type { OwnProgress, OwnRead, OwnWorker } from './own-messages';

/** Milliseconds between two words on progress, and between two breaths of a long piece of work. */
const PROGRESS_MS = 100;
/** Rows of what lies inside an outline that are listed. */
const LISTED_INSIDE = 200;

let store = new FeatureStore();
let crs: string | undefined;
/** What the file is called. */
let source = '';
/** The features that the filter leaves; undefined: all. */
let shown: Uint32Array | undefined;
let rows = new Uint32Array(0);
/** Counts the questions for an order, so that a newer one ends the one under way. */
let asked = 0;

/** Lets messages in between two pieces of work. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Runs a generator to its end with breaths; undefined when `gone` says that nobody waits any more. */
async function run<T>(
  work: Generator<number, T>,
  tick: (done: number) => void = () => {},
  gone: () => boolean = () => false,
): Promise<T | undefined> {
  let last = performance.now();
  for (;;) {
    const { value, done } = work.next();
    if (done) return value;
    if (performance.now() - last < PROGRESS_MS) continue;
    tick(value);
    await breathe();
    if (gone()) return undefined;
    last = performance.now();
  }
}

/** Passes on progress ten times a second. */
function progressOf(
  tell: (progress: OwnProgress) => void,
  features: () => number,
): (done: number, total: number) => void {
  let last = 0;
  return (done, total) => {
    if (performance.now() - last < PROGRESS_MS) return;
    last = performance.now();
    tell({ done, total, features: features() });
  };
}

/** The stations of the product come only for a layer that they can tell something of. */
async function lookAtWhole(): Promise<void> {
  await suspect(store, { name: source, crs }, async () => {
    const { loadLayer } = await import('../data/load');
    const { value } = await loadLayer('nodes', readGeodata);
    return value as Feature<Point, NodeProps>[];
  });
}

function readResult(format: OwnFormat, reading: Reading): OwnRead {
  return {
    format,
    summary: store.summary(crs),
    reading: {
      counts: reading.counts,
      issues: reading.issues,
      rejected: reading.rejectedCount,
    },
    features: store.bytes.blob(),
    rejected: new Blob(reading.rejected.map((piece) => `${piece.replace(/\s*\n\s*/g, ' ')}\n`)),
    encoding: reading.encoding,
    crs,
    places: store.places,
  };
}

const worker: OwnWorker = {
  async read(file, name, onProgress, encoding) {
    const reading = new Reading(
      store,
      progressOf(onProgress, () => store.count),
      encoding,
    );
    return answer(
      (async () => {
        const format = await readFile(file, name, reading);
        [crs, source] = [reading.crs, name];
        await lookAtWhole();
        return readResult(format, reading);
      })(),
    );
  },
  take(features) {
    return answer(
      (async () => {
        store = new FeatureStore();
        crs = undefined;
        for (const feature of features) store.add(feature);
        return Promise.resolve(readResult('drawn', new Reading(store)));
      })(),
    );
  },
  async restore(features, mended, file) {
    ({ name: source, crs, places: store.places } = file);
    await readGeoJson(features, new Reading(store));
    if (mended.length > 0) await run(store.repair(mended));
    return store.summary(crs);
  },
  async repair(mended, onProgress) {
    const tell = progressOf(onProgress, () => store.count);
    await run(store.repair(mended), (done) => tell(done, store.count));
    await lookAtWhole();
    return store.summary(crs);
  },
  async filter(filters) {
    shown =
      filters.length === 0
        ? undefined
        : ((await run(tableRows(store, { filters, search: '' }))) ?? new Uint32Array(0));
    return shown ? shown.length : store.summary().good;
  },
  draw(view, label) {
    const drawable = shown?.filter((index) => store.kinds[index] !== 0);
    const { json, ...rest } = drawing(store, drawable, view, label);
    return Promise.resolve({ ...rest, blob: new Blob([json], { type: 'application/geo+json' }) });
  },
  async order(order) {
    const mine = ++asked;
    const found = await run(tableRows(store, order), undefined, () => mine !== asked);
    if (!found || mine !== asked) return undefined;
    rows = found as Uint32Array<ArrayBuffer>;
    return rows.length;
  },
  rows(from, count, fields) {
    const wanted = rows.subarray(from, from + count);
    return Promise.resolve([...wanted].map((index) => rowOf(store, index, fields)));
  },
  feature: (index) => Promise.resolve(store.feature(index)),
  async inside(outline, fields) {
    const found = (await run(featuresInside(store, shown, outline)))!;
    return {
      ...found,
      rows: found.rows.slice(0, LISTED_INSIDE).map((index) => rowOf(store, index, fields)),
    };
  },
  places(label, limit) {
    const places: OwnPlace[] = [];
    for (let i = 0; i < store.count && places.length < limit; i++) {
      if (store.kinds[i] !== POINTS || store.vertices[i] !== 1) continue;
      const name = label === undefined ? '' : cellText(store.feature(i).properties, label);
      places.push({
        index: i,
        name: name || `${i + 1}`,
        lng: store.boxes[4 * i]!,
        lat: store.boxes[4 * i + 1]!,
      });
    }
    return Promise.resolve(places);
  },
  download(which) {
    const parts: string[] = [];
    const pick = which === 'good' ? shown : undefined;
    const length = pick ? pick.length : store.count;
    for (let at = 0; at < length; at++) {
      const index = pick ? pick[at]! : at;
      if (which === 'bad' ? store.bad[index] : !store.bad[index])
        parts.push(
          which === 'bad' ? store.bytes.text(index) : JSON.stringify(store.feature(index)),
        );
    }
    const json = `{"type":"FeatureCollection","features":[\n${parts.join(',\n')}\n]}\n`;
    return Promise.resolve(new Blob([json], { type: 'application/geo+json' }));
  },
};

expose(worker);
