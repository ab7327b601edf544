import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { getIssues } from '@placemarkio/check-geojson';
import validator from 'geojson-validation';
import { sourcePath, type SourceFile } from '../../geodata/build/extract/packages';
import expected from '../fixtures/bad/expected.json';
import { read } from '../unit/formats/read/read';
import { largeGeoJson } from './own-input';
import { median, type BenchRow } from './row';

/**
 * One of geojsonhint's dependencies is a GitHub repository, which npm cannot always install; its
 * package has all of it in one file, too, and that is what runs here.
 */
const GEOJSONHINT: SourceFile = {
  registry: 'npm',
  package: '@mapbox/geojsonhint',
  version: '3.3.0',
  file: 'geojsonhint.js',
  sha256: 'c70535cd0d07034fe5ed04f5bfcf76503539f8f4b06d71a6a9328c423c5d5f88',
};

/** So much of the large file is enough for the slow ones. */
const SLOW_BYTES = 6.6e6;

type Check = (bytes: Buffer) => unknown;

const ours: Check = (bytes) => read(bytes as BlobPart, 'large.geojson', { good: false });
const validation: Check = (bytes) => validator.valid(JSON.parse(bytes.toString('utf8')), true);

/** Megabytes a second of each, in turns, medians of so many. */
async function rates(bytes: Buffer, runs: number, checks: readonly Check[]): Promise<number[]> {
  const times = checks.map((): number[] => []);
  for (let run = 0; run < runs; run++)
    for (const [i, check] of checks.entries()) {
      const start = performance.now();
      await check(bytes);
      times[i]!.push(performance.now() - start);
    }
  return times.map((all) => {
    return bytes.length / 1e3 / median(all);
  });
}

const rateRow = (
  what: string,
  peer: string,
  theirs: number,
  ours: number,
  least: number,
): BenchRow => ({
  what,
  peer,
  theirs: `${theirs.toPrecision(3)} MB/s`,
  ours: `${ours.toPrecision(3)} MB/s`,
  ratio: `${(ours / theirs).toPrecision(3)} x`,
  goal: `at least ${least} x`,
  met: ours / theirs >= least,
});

/** Reading and checking GeoJSON beside the checkers of others: how fast, and what they find. */
export async function ownBench(): Promise<BenchRow[]> {
  const { hint } = createRequire(import.meta.url)(sourcePath(GEOJSONHINT)) as {
    hint: (text: string) => unknown[];
  };
  const hinted: Check = (bytes) => hint(bytes.toString('utf8'));
  const checked: Check = (bytes) => getIssues(bytes.toString('utf8'));
  const large = largeGeoJson();
  const part = largeGeoJson(SLOW_BYTES);
  const [whole, wholePeer] = (await rates(large, 5, [ours, validation])) as [number, number];
  const [mine, hintRate, checkRate] = (await rates(part, 3, [ours, hinted, checked])) as [
    number,
    number,
    number,
  ];
  const size = (bytes: Buffer): string => `${(bytes.length / 1e6).toFixed(1)} MB`;
  return [
    rateRow(
      `read and check ${size(large)} of GeoJSON`,
      'JSON.parse + geojson-validation',
      wholePeer,
      whole,
      1,
    ),
    rateRow(`read and check ${size(part)}`, '@mapbox/geojsonhint', hintRate, mine, 30),
    rateRow(`read and check ${size(part)}`, '@placemarkio/check-geojson', checkRate, mine, 30),
    ...(await foundRows({
      'JSON.parse + geojson-validation': (bytes) =>
        validator.valid(JSON.parse(bytes.toString('utf8')), true).length > 0,
      '@mapbox/geojsonhint': (bytes) => hint(bytes.toString('utf8')).length > 0,
      '@placemarkio/check-geojson': (bytes) => getIssues(bytes.toString('utf8')).length > 0,
    })),
  ];
}

/** Of the broken GeoJSON files of the tests: in how many anything at all is found. */
async function foundRows(peers: Record<string, (bytes: Buffer) => boolean>): Promise<BenchRow[]> {
  const files = expected
    .filter(({ name }) => name.endsWith('.geojson'))
    .map(({ name }) => ({ name, bytes: readFileSync(`tests/fixtures/bad/files/${name}`) }));
  let mine = 0;
  for (const { name, bytes } of files)
    if (Object.keys((await read(bytes as unknown as BlobPart, name)).codes).length > 0) mine += 1;
  return Object.entries(peers).map(([peer, finds]) => {
    const theirs = files.filter(({ bytes }) => {
      try {
        return finds(bytes);
      } catch {
        // It says at least that something is wrong.
        return true;
      }
    }).length;
    return {
      what: `  of ${files.length} broken GeoJSON files, found broken`,
      peer,
      theirs: `${theirs}`,
      ours: `${mine}`,
      ratio: '',
      goal: `all ${files.length}`,
      met: mine === files.length,
    };
  });
}
