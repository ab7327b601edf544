import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Feature, Point } from 'geojson';
import { buildBorders } from '../../geodata/build/layers/borders';
import { buildCrossings } from '../../geodata/build/layers/crossings';
import { distanceKm } from '../../src/core/geo/geodesic';
import type { CrossingProps, LngLat } from '../../src/core/types';
import { LAYER_FILES } from '../../src/data/catalogue';
import { checkLayer } from '../../src/data/validate/layer';

let crossings: Feature<Point, CrossingProps>[];
beforeAll(() => {
  crossings = buildCrossings();
});

const between = (a: string, b: string): Feature<Point, CrossingProps>[] =>
  crossings.filter(({ properties }) =>
    [a, b].every((code) => properties.posts.some((post) => post.country === code)),
  );

const layerFile = (id: string) => LAYER_FILES.find((layer) => layer.id === id)!;

describe('the border crossings', () => {
  it('pass the schema of their layer', () => {
    const layer = { type: 'FeatureCollection', features: crossings };
    expect(checkLayer(layerFile('crossings'), layer).issues).toEqual([]);
  });

  it('are those between China, Russia and Mongolia, and the named ones beyond', () => {
    expect(between('CN', 'RU').length).toBeGreaterThanOrEqual(25);
    expect(between('CN', 'MN').length).toBeGreaterThanOrEqual(16);
    expect(between('MN', 'RU').length).toBeGreaterThanOrEqual(10);
    const ids = crossings.map(({ properties }) => properties.id);
    for (const id of [
      'khasan-tumangang-rail',
      'sinuiju-dandong-rail',
      'namyang-tumen-rail',
      'manpo-jian-rail',
      'wonjong-quanhe-road',
      'dostyk-alashankou-rail',
      'altynkol-khorgos-rail',
      'lokot-aul-rail',
    ])
      expect(ids).toContain(id);
  });

  it('have posts in two countries, and a gauge on both sides of a railway only', () => {
    for (const { id, properties } of crossings) {
      const [a, b] = properties.posts;
      expect(a.country, String(id)).not.toBe(b.country);
      const rail = properties.modes.includes('rail');
      for (const post of properties.posts)
        expect(post.gauge !== undefined, `${String(id)} ${post.country}`).toBe(rail);
      for (const post of properties.posts)
        expect(
          post.gauge === undefined || post.gauge === usualGauge(post.country),
          String(id),
        ).toBe(true);
    }
  });

  it('lie on the border that is drawn, within their position error', () => {
    const borders = buildBorders();
    for (const { id, geometry, properties } of crossings) {
      const codes = properties.posts.map((post) => post.country);
      const border = borders.find((one) =>
        one.properties.countries.every((c) => codes.includes(c)),
      );
      expect(border, codes.join('-')).toBeDefined();
      const km = Math.min(
        ...border!.geometry.coordinates.map((line) =>
          kmToLine(geometry.coordinates as LngLat, line as LngLat[]),
        ),
      );
      expect(km, `${String(id)} is ${km.toFixed(1)} km off`).toBeLessThanOrEqual(
        properties.positionErrorKm + DRAWN_BORDER_ERROR_KM,
      );
    }
  });

  it('have different names, in the script of each language', () => {
    for (const lang of ['en', 'zh', 'ru', 'mn'] as const) {
      const names = crossings.map(({ properties }) => properties.name[lang]);
      expect(new Set(names).size, lang).toBe(names.length);
    }
    for (const { id, properties } of crossings)
      for (const name of [properties.name, ...properties.posts.map((post) => post.name)]) {
        expect(name.zh, String(id)).toMatch(/^[\p{Script=Han}（）、–]+$/u);
        expect(name.ru, String(id)).toMatch(/^[\p{Script=Cyrillic}() –-]+$/u);
        expect(name.mn, String(id)).toMatch(/^[\p{Script=Cyrillic}() –-]+$/u);
        expect(name.ru, String(id)).not.toMatch(/[ӨөҮү]/u);
      }
  });

  it('are seasonal exactly where they have months', () => {
    for (const { id, properties } of crossings) {
      expect(properties.months !== undefined, String(id)).toBe(properties.status === 'seasonal');
      const months = properties.months ?? [];
      expect(
        [...months].sort((a, b) => a - b),
        String(id),
      ).toEqual(months);
    }
  });

  it('say of each dwell time whether it is measured or assumed', () => {
    const measured = crossings.filter(({ properties }) => !properties.dwellHours.assumption);
    expect(measured.length).toBeGreaterThanOrEqual(9);
    for (const { properties } of measured) expect(properties.dwellHours.source).toBeDefined();
  });

  it('say what is not known, and no more of it than has been accepted', () => {
    const built = crossings.filter(({ properties }) =>
      ['operating', 'seasonal', 'closed'].includes(properties.status),
    );
    for (const { id, properties } of crossings) {
      const missing = (['opened', 'capacity', 'traffic'] as const).filter(
        (key) => properties[key] === undefined,
      );
      const expected = built.some((one) => one.id === id) ? missing : [];
      expect(properties.unknown ?? [], String(id)).toEqual(expected);
      expect(properties.asOf, String(id)).toMatch(/^20\d\d/);
      expect(properties.sources.length, String(id)).toBeGreaterThan(0);
    }
    const unknown = (key: 'opened' | 'capacity' | 'traffic'): number =>
      built.filter(({ properties }) => properties.unknown?.includes(key)).length;
    // Bounds of what was found in November 2026: they may only fall.
    expect(unknown('opened')).toBeLessThanOrEqual(OPENINGS_UNKNOWN);
    expect(unknown('capacity')).toBeLessThanOrEqual(CAPACITIES_UNKNOWN);
    expect(unknown('traffic')).toBeLessThanOrEqual(TRAFFIC_UNKNOWN);
  });

  it('keep the two coordinates out that are known to be wrong', () => {
    const table = readFileSync(
      new URL('../../geodata/curated/crossings.csv', import.meta.url),
      'utf8',
    );
    expect(table).not.toContain('43.9464');
    expect(table).not.toContain('49.2079');
  });
});

/** The borders of the regions layer are simplified: so far may they lie from Natural Earth's own. */
const DRAWN_BORDER_ERROR_KM = 1;

/** Of the crossings that are or were open: so many lack the figure. */
const OPENINGS_UNKNOWN = 32;
const CAPACITIES_UNKNOWN = 44;
const TRAFFIC_UNKNOWN = 42;

const usualGauge = (country: string): number =>
  ['RU', 'MN', 'KZ'].includes(country) ? 1520 : 1435;

/** Distance to a line in km: every stretch is sampled each 200 m or closer. */
function kmToLine(point: LngLat, line: LngLat[]): number {
  let km = Infinity;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const stretchKm = distanceKm(a, b);
    if (distanceKm(point, a) - stretchKm > 60) continue;
    const steps = Math.max(1, Math.ceil(stretchKm * 5));
    for (let s = 0; s <= steps; s++)
      km = Math.min(
        km,
        distanceKm(point, [a[0] + ((b[0] - a[0]) * s) / steps, a[1] + ((b[1] - a[1]) * s) / steps]),
      );
  }
  return km;
}
