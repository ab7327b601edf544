import type { Feature, FeatureCollection, LineString, MultiLineString, Point } from 'geojson';
import gjv from 'geojson-validation';
import { beforeAll, describe, expect, test } from 'vitest';
import { lineLengthKm } from '../../src/core/geo/line-length';
import { STATUSES } from '../../src/core/types';
import type { Corridor, EdgeProps, Gauge, LngLat, NodeProps } from '../../src/core/types';
import { LAYER_FILES } from '../../src/data/catalogue';
import { checkLayer } from '../../src/data/validate/layer';
import { readGeodata } from './read';

/** What holds for every layer alike, and for the whole network over all its parts. */

type Edge = Feature<LineString | MultiLineString, EdgeProps>;
type Place = Feature<Point, NodeProps>;

/** Layers whose features have names in all four languages; elsewhere small places have two. */
const FOUR_NAMES = ['countries', 'regions', 'borders', 'seas', 'hubs', 'ports', 'crossings'].concat(
  ['railways', 'roads', 'sea-routes', 'linkages'],
);

/** Railways that no other railway of their gauge reaches, by one place of each, and why. */
const ISOLATED: Record<Gauge, Record<string, string>> = {
  1520: {
    norilsk: 'Norilsk and its port were built as a line of their own; ships link it in summer',
    kholmsk: 'Sakhalin: a train ferry from Vanino, no bridge',
  },
  1435: {
    rajin: 'the coast line of the DPRK from Rajin to Namyang and Chongjin is not in the data',
  },
  1067: {},
  762: {},
};

/** Characters outside GB 2312 that are right: names that simplified Chinese writes with them. */
const RARE_HAN = new Set(['崟', '埼']);

const layers = new Map<string, FeatureCollection>();
let edges: Edge[];
let places: Place[];
let corridors: Corridor[];

beforeAll(async () => {
  for (const { id } of LAYER_FILES)
    layers.set(id, (await readGeodata(`${id}.geojson`)) as FeatureCollection);
  const features = (ids: string[]): Feature[] => ids.flatMap((id) => layers.get(id)!.features);
  edges = features(['railways', 'roads', 'sea-routes']) as Edge[];
  places = features(['hubs', 'ports', 'crossings', 'nodes']) as Place[];
  corridors = (await readGeodata('corridors.json')) as Corridor[];
});

const linesOf = ({ geometry }: Edge): LngLat[][] =>
  (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates) as LngLat[][];

const isOpen = ({ properties }: Edge): boolean =>
  properties.status === 'operating' || properties.status === 'seasonal';

describe.each(LAYER_FILES.map((layer) => [layer.id, layer] as const))('layer %s', (id, layer) => {
  test('is RFC 7946 to geojson-validation, and sound by our own checks', () => {
    expect(gjv.valid(layers.get(id)!, true)).toEqual([]);
    expect(checkLayer(layer, layers.get(id)!).issues).toEqual([]);
  });

  test('has coordinates within range and of five decimals at most', () => {
    const odd: unknown[] = [];
    const walk = (value: unknown): void => {
      if (!Array.isArray(value)) return;
      if (typeof value[0] !== 'number') return value.forEach(walk);
      const [lng, lat] = value as LngLat;
      const rounded = [lng, lat].every((x) => Math.abs(x * 1e5 - Math.round(x * 1e5)) < 1e-4);
      if (Math.abs(lng) > 180 || Math.abs(lat) > 90 || !rounded) odd.push(value);
    };
    for (const { geometry } of layers.get(id)!.features)
      walk((geometry as { coordinates: unknown }).coordinates);
    expect(odd.slice(0, 5)).toEqual([]);
  });

  test('has a slug of its own and sources with a year on every feature', () => {
    const ids = new Set<string>();
    for (const { properties } of layers.get(id)!.features) {
      expect(properties!.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      ids.add(properties!.id as string);
      for (const source of properties!.sources as { date: string }[])
        expect(source.date, properties!.id as string).toMatch(/\d{4}/);
    }
    expect(ids.size).toBe(layers.get(id)!.features.length);
  });

  if (FOUR_NAMES.includes(id))
    test('has four names on every feature', () => {
      for (const { properties } of layers.get(id)!.features)
        for (const lang of ['en', 'zh', 'ru', 'mn'])
          expect(
            (properties!.name as Record<string, string>)[lang],
            properties!.id as string,
          ).toBeTruthy();
    });
});

describe('names, in every file', () => {
  const found: Record<string, string[]> = { en: [], zh: [], ru: [], mn: [] };

  beforeAll(() => {
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value))
        if (typeof inner === 'string' && key in found) found[key]!.push(inner);
        else walk(inner);
    };
    for (const layer of layers.values())
      for (const { properties } of layer.features) walk(properties?.name);
    walk(corridors.map(({ name, summary }) => ({ name, summary })));
  });

  test('Chinese is written in the characters of GB 2312, the simplified ones', () => {
    const decoder = new TextDecoder('gbk');
    const simplified = new Set<string>();
    for (let row = 0xb0; row <= 0xf7; row++)
      for (let cell = 0xa1; cell <= 0xfe; cell++)
        simplified.add(decoder.decode(new Uint8Array([row, cell])));
    const others = found.zh!.filter((name) =>
      [...name].some((c) => /\p{Script=Han}/u.test(c) && !simplified.has(c) && !RARE_HAN.has(c)),
    );
    expect(others).toEqual([]);
    expect(found.zh!.filter((name) => /\p{Script=Cyrillic}/u.test(name))).toEqual([]);
  });

  test('Russian and Mongolian are in Cyrillic; of Latin only road numbers and Roman numerals', () => {
    for (const lang of ['ru', 'mn']) {
      const odd = found[lang]!.filter((name) =>
        /\p{Script=Latin}|^[^\p{Script=Cyrillic}]*$/u.test(
          name.replace(/\b([AGS]H?\d+|II?)\b/g, ''),
        ),
      );
      expect(odd, lang).toEqual([]);
    }
    expect(found.ru!.filter((name) => /[ӨөҮү]/.test(name))).toEqual([]);
  });

  test('English is in Latin letters', () => {
    expect(found.en!.filter((name) => /\p{Script=Han}|\p{Script=Cyrillic}/u.test(name))).toEqual(
      [],
    );
  });
});

describe('topology', () => {
  test('every edge begins and ends on its nodes', () => {
    const at = new Map(places.map((place) => [place.properties.id, place.geometry.coordinates]));
    expect(at.size).toBe(places.length);
    for (const edge of edges) {
      const { id, from, to } = edge.properties;
      const lines = linesOf(edge);
      expect(lines[0]![0], id).toEqual(at.get(from));
      expect(lines.at(-1)!.at(-1), id).toEqual(at.get(to));
    }
  });

  test('every station, junction and waypoint is used by an edge', () => {
    const used = new Set(edges.flatMap(({ properties }) => [properties.from, properties.to]));
    const ids = layers.get('nodes')!.features.map(({ properties }) => properties!.id as string);
    expect(ids.filter((id) => !used.has(id))).toEqual([]);
  });

  test.each([1520, 1435] as const)(
    'open railways of %i mm are one network, but for those listed',
    (gauge) => {
      const rail = edges.filter((edge) => isOpen(edge) && edge.properties.gauges?.includes(gauge));
      const pieces = piecesOf(rail).sort((a, b) => b.size - a.size);
      const apart = pieces.slice(1);
      const listed = Object.keys(ISOLATED[gauge]);
      expect(apart.length).toBe(listed.length);
      for (const place of listed)
        expect(
          apart.some((piece) => piece.has(place)),
          place,
        ).toBe(true);
    },
  );

  test('the gauges are joined: both together are one network, but for Norilsk and Sakhalin', () => {
    const rail = edges.filter((edge) => edge.properties.mode === 'rail' && isOpen(edge));
    const apart = piecesOf(rail)
      .sort((a, b) => b.size - a.size)
      .slice(1);
    expect(apart.length).toBe(2);
    for (const place of Object.keys(ISOLATED[1520]))
      expect(apart.some((piece) => piece.has(place))).toBe(true);
  });

  test('the gauge changes only beside the break: at a crossing, or on track that has both', () => {
    const isDual = ({ properties }: Edge): boolean => properties.gauges!.length > 1;
    const crossings = new Set(
      layers.get('crossings')!.features.map((f) => f.properties!.id as string),
    );
    const byPlace = new Map<string, Edge[]>();
    for (const edge of edges.filter((e) => e.properties.mode === 'rail' && isOpen(e)))
      for (const id of [edge.properties.from, edge.properties.to])
        byPlace.set(id, [...(byPlace.get(id) ?? []), edge]);
    for (const [id, around] of byPlace) {
      const gauges = new Set(around.flatMap(({ properties }) => properties.gauges!));
      if (gauges.size > 1) expect(crossings.has(id) || around.some(isDual), id).toBe(true);
    }
  });

  test('no corridor hangs in the air: it begins and ends on places, its edges exist', () => {
    const ids = new Set(edges.map(({ properties }) => properties.id));
    const named = new Set(places.map(({ properties }) => properties.id));
    for (const { id, via, edges: way } of corridors) {
      expect(
        way.filter((edge) => !ids.has(edge)),
        id,
      ).toEqual([]);
      expect(way.length, id).toBeGreaterThan(0);
      expect(
        via.filter((place) => !named.has(place)),
        id,
      ).toEqual([]);
    }
  });
});

test('published over drawn length is 0.98 to 1.35 on every edge, or the edge says why not', () => {
  const odd = edges.filter((edge) => {
    const { lengthKm, ratioReason } = edge.properties;
    if (!lengthKm || ratioReason) return false;
    const drawn = linesOf(edge).reduce((sum, line) => sum + lineLengthKm(line), 0);
    return lengthKm.value / drawn < 0.98 || lengthKm.value / drawn > 1.35;
  });
  expect(odd.map(({ properties }) => properties.id)).toEqual([]);
});

/** The sets of places that edges join. */
function piecesOf(of: Edge[]): Set<string>[] {
  const next = new Map<string, string[]>();
  for (const { properties } of of)
    for (const [a, b] of [
      [properties.from, properties.to],
      [properties.to, properties.from],
    ] as const)
      next.set(a, [...(next.get(a) ?? []), b]);
  const pieces: Set<string>[] = [];
  const seen = new Set<string>();
  for (const start of next.keys()) {
    if (seen.has(start)) continue;
    const piece = new Set([start]);
    for (const id of piece) for (const other of next.get(id)!) piece.add(other);
    for (const id of piece) seen.add(id);
    pieces.push(piece);
  }
  return pieces;
}

test('the names of lines say nothing of their status, which is shown beside them', () => {
  const words = [...STATUSES.map((status) => status.replace('-', ' ')), 'suspended'];
  const telling = edges.filter(({ properties }) =>
    words.some((word) => properties.name.en.includes(word)),
  );
  expect(telling.map(({ properties }) => properties.name.en)).toEqual([]);
});
