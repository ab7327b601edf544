import { describe, expect, it } from 'vitest';
import { focalPair, type FocalPlace } from '../../../../src/core/analysis/focal-pair';
import { distanceKm } from '../../../../src/core/geo/geodesic';
import { Atlas } from '../../../../src/data/atlas';
import { focalPairOf, linkages, liesIn } from '../../../../src/data/questions/linkages';
import { readGeodata } from '../../../geodata/read';

const at = (id: string, country: string, lng: number, lat: number): FocalPlace => ({
  id,
  name: { en: id },
  country,
  lngLat: [lng, lat],
});

describe('a focal pair', () => {
  const first = [at('a', 'CN', 126, 45)];
  const second = [at('b', 'RU', 132, 43), at('c', 'RU', 179, 65)];
  const around = [at('m', 'MN', 107, 48), at('u', 'US', -179, 65)];
  const pair = focalPair([first, second], around, [
    { id: 'inside', ends: [0, 1] },
    { id: 'within', ends: [0, 0] },
    { id: 'out', ends: ['MN', 0] },
    { id: 'elsewhere', ends: ['MN', 'US'] },
  ]);

  it('knows what ties it, what leaves it, and from which region', () => {
    expect(pair.inside).toEqual(['inside']);
    expect(pair.leaving).toEqual([['out'], []]);
  });

  it('reaches over 180 degrees by the short way, and lists the nearest country first', () => {
    expect(pair.around.map(({ country }) => country)).toEqual(['US', 'MN']);
    const [us] = pair.around;
    expect(us!.nearest[1].from.id).toBe('c');
    expect(us!.nearest[1].km).toBeCloseTo(distanceKm([179, 65], [181, 65]), 6);
    expect(pair.around[1]!.linkages).toEqual([['out'], []]);
  });
});

describe('the focal pair of the umbrella model', () => {
  it('counts as the linkages themselves do, one by one', async () => {
    const atlas = new Atlas(readGeodata);
    const [one, other] = ['northeast-china', 'russian-far-east'] as const;
    const pair = await focalPairOf(atlas, [one, other]);
    const all = await linkages(atlas);
    const touches = (place: string) => (ends: (typeof all)[number]['ends']) =>
      ends.map((end) => liesIn(end, place));
    const inside = all.filter(({ ends: [a, b] }) =>
      [
        [a, b],
        [b, a],
      ].some(([x, y]) => liesIn(x!, one) && liesIn(y!, other)),
    );
    expect([...pair.inside].sort()).toEqual(inside.map(({ id }) => id).sort());
    const leaving = all.filter(
      ({ ends }) =>
        touches(one)(ends).includes(true) &&
        !ends.every((end) => liesIn(end, one) || liesIn(end, other)),
    );
    expect([...pair.leaving[0]].sort()).toEqual(leaving.map(({ id }) => id).sort());
  });
});
