import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { Feature, FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { citationBibtex, citationText } from '../../../src/formats/citation';
import { commandLine } from '../../../src/formats/command-line';
import { flatGeobuf } from '../../../src/formats/flatgeobuf';
import { asWritten } from '../../../src/formats/json';
import { kmlText } from '../../../src/formats/kml';
import { parseManifest, sha256 } from '../../../src/formats/manifest';
import type { Metadata } from '../../../src/formats/metadata';

const metadata: Metadata = {
  title: 'Хөх хот & <b>呼和浩特</b>',
  command: 'nv places "x"',
  program: 'Northern Vector (nv)',
  programVersion: '0.1.0',
  dataVersion: '0123456789ab',
  dataDate: '2026-01-02',
  credits: ['GeoNames, CC BY 4.0'],
  sources: [{ title: 'A <table>', publisher: 'P', date: '2025' }],
  assumptions: [],
};

const collection: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { name: '<script>alert(1)</script>', km: null, mixed: 1 },
      geometry: { type: 'Point', coordinates: [111.7, 40.8] },
    },
    {
      type: 'Feature',
      properties: { name: 'Улаанбаатар', km: 1.5, mixed: 'two', open: true },
      geometry: {
        type: 'MultiLineString',
        coordinates: [
          [
            [179, 65],
            [180, 65],
          ],
          [
            [-180, 65],
            [-179, 65],
          ],
        ],
      },
    },
    {
      type: 'Feature',
      properties: { name: '乌兰巴托' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [4, 0],
            [4, 4],
            [0, 0],
          ],
          [
            [2, 1],
            [3, 2],
            [3, 1],
            [2, 1],
          ],
        ],
      },
    },
  ],
};

describe('FlatGeobuf', () => {
  it('is read back by the library: every property of every feature, whatever the first one has', async () => {
    const read: Feature[] = [];
    for await (const feature of deserialize(flatGeobuf(collection, metadata)))
      read.push(feature as Feature);
    expect(read.map(({ geometry }) => geometry)).toEqual(
      collection.features.map(({ geometry }) => geometry),
    );
    expect(read[0]!.properties).toMatchObject({ name: '<script>alert(1)</script>', mixed: '1' });
    expect(read[1]!.properties).toMatchObject({
      name: 'Улаанбаатар',
      km: 1.5,
      mixed: 'two',
      open: true,
    });
    expect(read[2]!.properties).toMatchObject({ name: '乌兰巴托' });
  });

  it('of nothing is a file of nothing', async () => {
    const bytes = flatGeobuf({ type: 'FeatureCollection', features: [] }, metadata);
    const read: unknown[] = [];
    for await (const feature of deserialize(bytes)) read.push(feature);
    expect(read).toEqual([]);
  });
});

describe('KML', () => {
  const kml = kmlText(collection, metadata);

  it('holds text as text, never as markup', () => {
    expect(kml).not.toContain('<script>');
    expect(kml).not.toContain('<b>');
    expect(kml).toContain('<name>&lt;script&gt;alert(1)&lt;/script&gt;</name>');
    // A reader draws the description as HTML: what is escaped once more stays text there too.
    expect(kml).toContain('A &amp;lt;table&amp;gt;');
  });

  it('is well-formed: every element that is opened is closed in its order', () => {
    const open: string[] = [];
    for (const [, close, name, self] of kml.matchAll(/<(\/?)([A-Za-z]+)[^>]*?(\/?)>/g)) {
      if (self) continue;
      if (close) expect(open.pop()).toBe(name);
      else open.push(name!);
    }
    expect(open).toEqual([]);
  });

  it('keeps the parts of a line that is cut at 180 degrees, and the holes of an area', () => {
    expect(kml).toContain('<coordinates>179,65 180,65</coordinates>');
    expect(kml).toContain('<coordinates>-180,65 -179,65</coordinates>');
    expect(kml.match(/<innerBoundaryIs>/g)).toHaveLength(1);
  });
});

describe('a citation', () => {
  const cited = {
    dataVersion: '0123456789ab',
    dataDate: '2026-01-02',
    programVersion: '0.1.0',
    seen: '2026-02-03',
    address: 'http://example.org/?a=1&b={2}',
    result: { title: 'Harbin & Чита_1', command: 'nv route harbin chita' },
  };

  it('names data, program, command, day and address', () => {
    const text = citationText(cited);
    for (const part of ['0123456789ab', '2026-01-02', '0.1.0', 'nv route', '2026-02-03', '?a=1&b='])
      expect(text).toContain(part);
    expect(citationText({ ...cited, result: undefined })).toContain('[data set]');
  });

  it('for BibTeX has balanced braces and no bare special characters in its texts', () => {
    const entry = citationBibtex(cited);
    let depth = 0;
    for (const char of entry.replaceAll(/\\[{}]/g, '')) {
      if (char === '{') depth++;
      if (char === '}') depth--;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
    expect(entry).toContain('Harbin \\& Чита\\_1');
    expect(entry).toContain('b=%7B2%7D');
  });
});

describe('what files hold', () => {
  it('numbers to six decimals, so that engines agree', () => {
    expect(asWritten({ km: 1.5152933028405575, n: 7, list: [1e-9] })).toEqual({
      km: 1.515293,
      n: 7,
      list: [0],
    });
  });

  it('the SHA-256 of the standard, for texts and bytes', () => {
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect([sha256('abc'), sha256(new TextEncoder().encode('abc'))]).toEqual([abc, abc]);
  });

  it('a manifest that is none is refused with a word on what would be right', () => {
    expect(() => parseManifest('{"program":"other"}', 'x.json')).toThrow(/x\.json is no manifest/);
    expect(() => parseManifest('{', 'x.json')).toThrow(/--manifest FILE/);
  });

  it('words that a shell takes apart stand in quotes', () => {
    expect(commandLine(['nv', '-173.2,64.4', "a'b", '哈尔滨', '$(x)'])).toBe(
      "nv -173.2,64.4 'a'\\''b' '哈尔滨' '$(x)'",
    );
  });
});
