import { describe, expect, it } from 'vitest';
import type { ReachAnswer } from '../../../../src/core/analysis/answers';
import { matrix } from '../../../../src/core/analysis/matrix';
import { reach } from '../../../../src/core/analysis/reach';
import { route } from '../../../../src/core/analysis/route';
import { lineLengthKm } from '../../../../src/core/geo/line-length';
import { buildNetwork } from '../../../../src/core/network/build';
import type { LngLat } from '../../../../src/core/types';
import { smallNetwork } from '../../../fixtures/network-small';

const ok = (answer: ReachAnswer): Extract<ReachAnswer, { status: 'ok' }> => {
  if (answer.status !== 'ok') throw new Error(answer.reason);
  return answer;
};
const network = buildNetwork(smallNetwork());
const rail = buildNetwork(smallNetwork(), { modes: ['rail'] });

describe('reach', () => {
  it('names the hubs that the matrix puts within the bound, with its figures', () => {
    for (const by of ['distance', 'time'] as const) {
      const bands = by === 'distance' ? [100, 500, 1000, 5000, 20000] : [5, 20, 60, 300, 1000];
      const hubs = ['ansk', 'bersk', 'dashan', 'eshan', 'fushan', 'heron', 'kuren', 'lone'];
      const row = matrix(network, hubs, { by }).cells.slice(8, 16);
      for (const band of ok(reach(network, 'bersk', { by, bands })).bands) {
        const expected = row
          .flatMap((cell) => (cell.status === 'ok' ? [cell] : []))
          .filter((c) => (by === 'distance' ? c.distanceKm : c.hours.typical) <= band.within);
        expect(new Set(band.hubs.map((hub) => hub.id))).toEqual(new Set(expected.map((c) => c.to)));
        for (const hub of band.hubs) {
          const cell = expected.find((c) => c.to === hub.id)!;
          expect(hub.km).toBeCloseTo(cell.distanceKm, 6);
          expect(hub.hours).toBeCloseTo(cell.hours.typical, 6);
        }
      }
    }
  });

  it('cuts edges at the exact point, counted in published km', () => {
    // 310 published km from bersk to ansk: 100 of them westward and 100 eastward.
    const band = ok(reach(rail, 'bersk', { bands: [100] })).bands[0]!;
    expect(band.km).toBeCloseTo(200, 6);
    const ends = band.geometry.coordinates.map((line) => [line[0]!, line[line.length - 1]!]).flat();
    const furthest = ends.reduce((a, b) => (a[0]! < b[0]! ? a : b)) as LngLat;
    const back = route(rail, { from: furthest, to: 'bersk' });
    expect(back.status === 'ok' && back.distanceKm).toBeCloseTo(100, 2);
  });

  it('draws a line as long as the km it reports, where these come from geometry', () => {
    const data = smallNetwork();
    for (const edge of data.edges) delete edge.properties.lengthKm;
    const plain = buildNetwork(data, { modes: ['rail'] });
    for (const within of [50, 333, 900]) {
      const band = ok(reach(plain, [115, 49.85], { bands: [within] })).bands[0]!;
      const drawn = band.geometry.coordinates.reduce(
        (km, line) => km + lineLengthKm(line as LngLat[]),
        0,
      );
      expect(drawn / band.km).toBeCloseTo(1, 4);
    }
  });

  it('counts dual-gauge track once', () => {
    const within = ok(reach(rail, 'cx-rail', { bands: [100] })).bands[0]!;
    expect(within.km).toBeCloseTo(200, 6);
  });

  it('grows from band to band and holds the smaller ones', () => {
    const { bands } = ok(reach(network, 'dashan', { bands: [900, 100, 300, 100] }));
    expect(bands.map((band) => band.within)).toEqual([100, 300, 900]);
    for (let i = 1; i < bands.length; i++) expect(bands[i]!.km).toBeGreaterThan(bands[i - 1]!.km);
  });

  it('counts settlements by the point where they join the network', () => {
    const settlement = (
      id: string,
      lng: number,
      lat: number,
      population: number,
      year: number,
    ) => ({
      ...{ id, name: { en: id }, country: 'RU', lng, lat, population, year },
    });
    const settlements = [
      settlement('near', 113.5, 50.15, 100, 2020),
      settlement('off', 113.5, 50.6, 1000, 2021),
      settlement('away', 111, 50.2, 10, 2010),
    ];
    const band = (accessKm: number, within: number) =>
      ok(reach(rail, 'bersk', { bands: [within], accessKm, settlements })).bands[0]!;
    expect(band(25, 100)).toMatchObject({ settlements: 1, population: 100 });
    expect(band(80, 100)).toMatchObject({ population: 1100, populationYears: [2020, 2021] });
    expect(band(80, 310)).toMatchObject({ settlements: 3, population: 1110 });
    expect(band(0, 310)).toMatchObject({ settlements: 0, populationYears: undefined });
  });

  it('crosses 180 degrees', () => {
    const band = ok(reach(network, 'heron', { bands: [3000] })).bands[0]!;
    const lngs = band.geometry.coordinates.flat().map((position) => position[0]!);
    expect(Math.max(...lngs)).toBe(180);
    expect(Math.min(...lngs)).toBe(-180);
  });

  it('says which bound is impossible', () => {
    for (const bands of [[0], [-5], [1e9], [Number.NaN], []])
      expect(() => reach(network, 'ansk', { bands })).toThrow(/bound/);
    expect(() => reach(network, 'ansk', { bands: [5], accessKm: 101 })).toThrow(/0 to 100/);
    expect(reach(network, [100, 30], { bands: [5] })).toMatchObject({ status: 'too-far' });
  });
});
