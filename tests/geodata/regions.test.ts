import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { beforeAll, describe, expect, test } from 'vitest';
import { areaKm2 } from '../../geodata/build/lib/area';
import { readTable } from '../../geodata/build/lib/csv';
import { densifyArea } from '../../geodata/build/lib/densify';
import { allUnits, mergedArea } from '../../geodata/build/lib/topology';
import type { RegionProps } from '../../src/core/types';
import { readExtract, readLayer } from './read';
import { cross, indexOf, ringsOf, segmentsOf } from './segments';

type Region = Feature<Polygon | MultiPolygon, RegionProps>;

let regions: Region[];
let issues: unknown[];
const region = (id: string): Region => regions.find((feature) => feature.id === id)!;

beforeAll(async () => {
  ({ features: regions, issues } = await readLayer<Polygon | MultiPolygon, RegionProps>('regions'));
});

test('the region layer passes the schema', () => {
  expect(issues).toEqual([]);
});

describe('which regions there are', () => {
  const isoOf = (macroRegion: string): string[] =>
    regions
      .filter(({ properties }) => properties.macroRegion === macroRegion)
      .map(({ properties }) => properties.iso);

  test('the macro-regions are whole', () => {
    expect(isoOf('northeast-china')).toEqual(['CN-HL', 'CN-JL', 'CN-LN']);
    expect(isoOf('north-china')).toEqual(['CN-NM']);
    expect(isoOf('northwest-china')).toEqual(['CN-XJ']);
    expect(isoOf('siberia')).toHaveLength(10);
    expect(isoOf('russian-far-east')).toHaveLength(11);
    expect(isoOf('mongolia')).toHaveLength(22);
  });

  test('every unit of China, Mongolia and Russia is there, once', () => {
    const count = (country: string): number =>
      regions.filter(({ properties }) => properties.country === country).length;
    expect([count('CN'), count('MN'), count('RU')]).toEqual([31, 22, 83]);
    expect(new Set(regions.map(({ id }) => id)).size).toBe(regions.length);
  });
});

describe('one topology', () => {
  test('together the regions cover exactly what their union covers: no overlap, no gap', () => {
    for (const country of ['CN', 'MN', 'RU']) {
      const own = regions.filter(({ properties }) => properties.country === country);
      const isos = new Set(own.map(({ properties }) => properties.iso));
      const union = mergedArea(allUnits().filter(({ unit }) => isos.has(unit)));
      const sum = own.reduce((km2, { geometry }) => km2 + areaKm2(geometry), 0);
      expect(Math.abs(sum / areaKm2(densifyArea(union)) - 1)).toBeLessThan(1e-6);
    }
  });

  test('no border crosses another, nor itself', () => {
    const segments = segmentsOf(regions.map(({ geometry }) => geometry));
    const index = indexOf(segments);
    const crossings = segments.filter((a, i) =>
      index
        .search(
          Math.min(a.from[0]!, a.to[0]!),
          Math.min(a.from[1]!, a.to[1]!),
          Math.max(a.from[0]!, a.to[0]!),
          Math.max(a.from[1]!, a.to[1]!),
          (j) => j > i,
        )
        .some((j) => cross(a, segments[j]!)),
    );
    expect(crossings).toEqual([]);
  });

  test('an edge belongs to one region, or to two that run along it in opposite directions', () => {
    const seen = new Map<string, number>();
    for (const { from, to } of segmentsOf(regions.map(({ geometry }) => geometry))) {
      const key = `${from.join()} ${to.join()}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect([...seen].filter(([, times]) => times > 1)).toEqual([]);
  });
});

describe('180 degrees', () => {
  test('Chukotka and Wrangel are cut at exactly 180 and nothing else reaches it', () => {
    const touching = regions
      .filter(({ geometry }) =>
        ringsOf(geometry).some((ring) => ring.some(([lng]) => Math.abs(lng!) >= 179.9999)),
      )
      .map(({ id }) => id);
    expect(touching).toEqual(['ru-chu']);
    const atCut = ringsOf(region('ru-chu').geometry).filter((ring) =>
      ring.some(([lng]) => Math.abs(lng!) === 180),
    );
    expect(atCut).toHaveLength(4);
    const cutLats = (lng: number): number[] =>
      atCut
        .flat()
        .filter((point) => point[0] === lng)
        .map((point) => point[1]!)
        .sort((a, b) => a - b);
    const unique = (lats: number[]): number[] => [...new Set(lats)];
    expect(unique(cutLats(180))).toEqual(unique(cutLats(-180)));
  });
});

describe('figures', () => {
  /**
   * km2. Russia: as the lists of federal subjects print it that curated/region-population.csv names
   * (Khabarovsk, Khakassia, Sakhalin, Tomsk and Yakutia: not read there). China: rounded.
   */
  const OFFICIAL_KM2: Record<string, number> = {
    'cn-hl': 473000,
    'cn-jl': 187400,
    'cn-ln': 148600,
    'cn-nm': 1183000,
    'cn-xj': 1664900,
    'ru-al': 92903,
    'ru-alt': 167996,
    'ru-amu': 361908,
    'ru-bu': 351334,
    'ru-chu': 721481,
    'ru-irk': 774846,
    'ru-kam': 464275,
    'ru-kem': 95725,
    'ru-kha': 787633,
    'ru-kk': 61569,
    'ru-kya': 2366797,
    'ru-mag': 462464,
    'ru-nvs': 177756,
    'ru-oms': 141140,
    'ru-pri': 164673,
    'ru-sa': 3083523,
    'ru-sak': 87101,
    'ru-tom': 314391,
    'ru-ty': 168604,
    'ru-yev': 36271,
    'ru-zab': 431892,
  };

  test('areas agree with the official ones within 5 percent', () => {
    for (const [id, official] of Object.entries(OFFICIAL_KM2)) {
      const ratio = region(id).properties.areaKm2 / official;
      expect(Math.abs(ratio - 1), `${id} ${ratio}`).toBeLessThan(0.05);
    }
  });

  test('Mongolia is 1,564,116 km2 within 1 percent', () => {
    const sum = regions
      .filter(({ properties }) => properties.country === 'MN')
      .reduce((km2, { properties }) => km2 + properties.areaKm2, 0);
    expect(Math.abs(sum / 1564116 - 1)).toBeLessThan(0.01);
  });
});

describe('names', () => {
  test('the errors of the source are put right', () => {
    expect(region('ru-alt').properties.name.ru).toBe('Алтайский край');
    expect(region('ru-al').properties.name.ru).toBe('Республика Алтай');
    expect(region('ru-mow').properties.areaKm2).toBeLessThan(3000);
    expect(region('ru-mos').properties.areaKm2).toBeGreaterThan(40000);
    expect(region('ru-zab').properties.name.en).toBe('Zabaykalsky Krai');
  });

  test('each is written in its script; Mongolian has its own letters', () => {
    for (const { properties } of regions) {
      expect(properties.name.zh).toMatch(/^[\p{Script=Han}·（）—-]+$/u);
      expect(properties.name.ru).toMatch(/^[А-Яа-яЁё() –-]+$/);
      expect(properties.name.mn).toMatch(/^[А-Яа-яЁёӨөҮү() –-]+$/);
      expect(properties.name.en).toMatch(/^[\p{Script=Latin}() –-]+$/u);
    }
    expect(region('mn-053').properties.name.mn).toBe('Өмнөговь аймаг');
  });

  test('they agree with CLDR or Natural Earth, or the difference is listed with its reason', () => {
    const second = new Map(readExtract('subdivision-names.tsv').map((row) => [row.iso, row]));
    const bare = (name: string): string => name.replace(/ (муж|аймаг)$/, '');
    const differences = regions.flatMap(({ properties: { iso, name } }) => {
      const { cldrZh, cldrRu, cldrMn, neZh, neRu } = second.get(iso)!;
      return [
        [name.zh === cldrZh || name.zh === neZh, `${iso} zh ${name.zh}`] as const,
        [name.ru === cldrRu || name.ru === neRu, `${iso} ru ${name.ru}`] as const,
        [!cldrMn || bare(name.mn) === bare(cldrMn), `${iso} mn ${name.mn}`] as const,
      ].flatMap(([agrees, text]) => (agrees ? [] : [text]));
    });
    const listed = readTable('region-name-differences.csv').map(
      ({ iso, lang, ours }) => `${iso} ${lang} ${ours}`,
    );
    expect(differences.sort()).toEqual(listed.sort());
  });
});
