import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../../src/core/network/build';
import {
  findPlaces,
  parseLngLat,
  placeByName,
  placeIndexOf,
  resolvePlace,
} from '../../../../src/core/network/places';
import { hub, station } from '../../../fixtures/network-features';
import { smallNetwork } from '../../../fixtures/network-small';

const data = smallNetwork();
data.hubs.push(
  hub('harbin', 'CN', [126.6, 45.8], {
    name: { en: 'Harbin', zh: '哈尔滨', ru: 'Харбин', mn: 'Харбин' },
  }),
  hub('orel', 'RU', [110.2, 50], { name: { en: 'Oryol', zh: '奥廖尔', ru: 'Орёл', mn: 'Орёл' } }),
);
data.nodes.push(
  station('harbin-west', 'CN', [126.5, 45.7], { name: { en: 'Harbin' } }),
  station('ivanovka-1', 'RU', [110, 51], { name: { en: 'Ivanovka' } }),
  station('ivanovka-2', 'RU', [112, 51], { name: { en: 'Ivanovka' } }),
);
const index = placeIndexOf(data);

describe('places by name', () => {
  it('are found by id and by name in any language, in any case', () => {
    for (const text of ['harbin', 'HARBIN', '哈尔滨', 'Харбин', ' харбин '])
      expect(placeByName(index, text).id).toBe('harbin');
  });

  it('are found without their accents', () => {
    expect(placeByName(index, 'орел').id).toBe('orel');
  });

  it('mean the hub before the station of the same name', () => {
    expect(placeByName(index, 'Harbin').id).toBe('harbin');
  });

  it('are refused where two of a kind share the name', () => {
    expect(() => placeByName(index, 'ivanovka')).toThrow(/ivanovka-1 or ivanovka-2/);
  });

  it('are suggested where nothing has the name', () => {
    expect(() => placeByName(index, 'Harbim')).toThrow(/did you mean harbin/i);
    expect(() => placeByName(index, 'zzzzzzzzzz')).toThrow(/LNG,LAT$/);
  });

  it('are listed equal names first, hubs first', () => {
    expect(findPlaces(index, 'harbin').map((node) => node.id)).toEqual(['harbin', 'harbin-west']);
    expect(findPlaces(index, 'hei')).toEqual([]);
    expect(findPlaces(index, '', 3)).toHaveLength(3);
  });
});

describe('coordinates', () => {
  it('are read as longitude, latitude', () => {
    expect(parseLngLat('-173.2,64.4')).toEqual([-173.2, 64.4]);
    expect(parseLngLat(' 126.6, 45.8 ')).toEqual([126.6, 45.8]);
    expect(parseLngLat('harbin')).toBeUndefined();
    expect(() => parseLngLat('45.8,126.6')).toThrow(/swap/);
  });
});

describe('joining a place to the network', () => {
  const network = buildNetwork(data);

  it('is exact at a node', () => {
    expect(resolvePlace(network, 'bersk')).toMatchObject({ snapKm: 0, touch: { node: 1 } });
  });

  it('is at the node where the end of an edge is nearest, so all modes are open there', () => {
    const place = resolvePlace(network, [126.3, 46.2]);
    expect(place.touch).toEqual({ node: network.nodeIndex.get('eshan') });
    expect(place.joins!.edge).toMatch(/^rail-(dashan-eshan|eshan-harbour)$/);
  });

  it('takes a hub without open edges to the nearest railway or road', () => {
    const place = resolvePlace(network, 'harbin');
    expect(place).toMatchObject({ id: 'harbin', joins: { edge: 'rail-eshan-harbour' } });
    expect(place.snapKm).toBeGreaterThan(20);
  });

  it('is not by a sea way for a town whose port is closed', () => {
    expect(resolvePlace(buildNetwork(data, { month: 1 }), 'heron').touch).toBeUndefined();
  });

  it('works across 180 degrees', () => {
    const east = resolvePlace(network, [-179.9, 61.2]);
    const west = resolvePlace(network, [179.9, 61.2]);
    expect(east.joins!.edge).toBe('sea-waypoint-heron');
    expect(west.joins!.edge).toBe('sea-waypoint-heron');
    expect(east.joins!.chainageKm).toBeGreaterThan(west.joins!.chainageKm);
    expect(Math.abs(east.joins!.lng)).toBeLessThanOrEqual(180);
  });
});
