import fc from 'fast-check';
import { expect } from 'vitest';
import { read } from './read';

/** Pieces that inputs are put together from: what readers look for, and what breaks them. */
const word = fc.constantFrom(
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '\n',
  ' ',
  ';',
  '\t',
  '<',
  '>',
  '/',
  '&',
  '=',
  '"type"',
  '"Feature"',
  '"FeatureCollection"',
  '"features"',
  '"geometry"',
  '"coordinates"',
  '"properties"',
  '"id"',
  '"Point"',
  '"Polygon"',
  '"__proto__"',
  '"constructor"',
  '"Topology"',
  '"objects"',
  '"arcs"',
  '"crs"',
  '1e999',
  '-180',
  '91',
  '126.6',
  'null',
  'NaN',
  '"\\u0000"',
  '[[0,0],[1,1],[1,0],[0,0]]',
  '{"type":"Feature","properties":{"polluted":1},"geometry":null}',
  '{"__proto__":{"polluted":1}}',
  'lat,lon',
  '__proto__,lat,lon',
  'constructor',
  '45.8,126.6',
  '纬度',
  '"a""b"',
  '<kml>',
  '</kml>',
  '<Placemark>',
  '</Placemark>',
  '<name>',
  '<Point>',
  '<coordinates>1,2</coordinates>',
  '<gpx>',
  '<wpt lat="1" lon="2"/>',
  '<![CDATA[',
  ']]>',
  '<?xml',
  '<!DOCTYPE',
  'POINT (1 2)',
  '\u0000',
  '\uFEFF',
  '\u001e',
  '\ud800',
);
const start = fc.constantFrom(
  '',
  '{"type":"FeatureCollection","features":[',
  '{"type":"Topology",',
  'lat,lon\n',
  '<kml>',
  '<gpx>',
  '[',
);
const name = fc.constantFrom('a.geojson', 'a.csv', 'a.kml', 'a.gpx', 'a.topojson', 'a');
const text = fc
  .tuple(start, fc.array(word, { maxLength: 24 }))
  .map(([head, words]) => head + words.join(''));

/** Archives and FlatGeobuf: their magic, then anything. */
const magic = fc.constantFrom(
  [0x50, 0x4b, 3, 4],
  [0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0],
  [0xff, 0xfe],
  [],
);
const bytes = fc
  .tuple(magic, fc.uint8Array({ maxLength: 80 }))
  .map(([head, rest]) => new Uint8Array([...head, ...rest]));

/**
 * Reads so many made-up inputs: none may throw anything but a refusal, hang, or reach a prototype.
 * Answers how many inputs were read.
 */
export async function fuzzReaders(runs: number, seed: number): Promise<number> {
  let inputs = 0;
  await fc.assert(
    fc.asyncProperty(fc.oneof({ weight: 5, arbitrary: text }, bytes), name, async (input, file) => {
      inputs += 1;
      const { good, summary } = await read(input as BlobPart, file);
      expect(good.length).toBe(summary.good);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
    { numRuns: runs, seed, interruptAfterTimeLimit: undefined },
  );
  return inputs;
}
