import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { addLink, emptyScenario, switchOff, switchOn } from '../../../src/state/scenario-edit';
import { scenarioWays } from '../../../src/state/scenario-ways';

const feature = (properties: object, geometry: Geometry): Feature => ({
  type: 'Feature',
  properties: { ...properties },
  geometry,
});
const edge = (id: string, line: string, status: string): Feature =>
  feature({ id, line, status }, { type: 'LineString', coordinates: [] });
const collection = (...features: Feature[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});

const layers = {
  railways: collection(
    edge('a-1', 'a', 'operating'),
    edge('b-1', 'b', 'planned'),
    edge('b-2', 'b', 'operating'),
  ),
  hubs: collection(feature({ id: 'anadyr' }, { type: 'Point', coordinates: [177.5, 64.7] })),
};
const today = emptyScenario('s', 'S');
const roles = (scenario: typeof today) => scenarioWays(scenario, layers).map(({ role }) => role);

describe('what a scenario changes on the map', () => {
  it('nothing today, and the same list each time', () => {
    expect(scenarioWays(today, layers)).toBe(scenarioWays(today, {}));
  });

  it('of a line that is switched on what is not in use today, of one that is off what is', () => {
    expect(roles(switchOn(today, 'b', true))).toEqual(['gained']);
    expect(roles(switchOff(today, 'a', true))).toEqual(['lost']);
    expect(roles(switchOff(today, 'b-2', true))).toEqual(['lost']);
    expect(roles(switchOn(today, 'a', true))).toEqual([]);
  });

  it('added links as geodesics, the short way over 180 degrees; none while an end is unknown', () => {
    const link = {
      from: 'anadyr',
      to: [-165.4, 64.5] as [number, number],
      through: [],
      mode: 'sea' as const,
      gauges: [],
      speedKmh: 20,
      status: 'planned' as const,
      lengthFactor: 1,
      borderAt: 0.5,
    };
    const scenario = addLink(today, link);
    const [way] = scenarioWays(scenario, layers);
    const longitudes = (way!.geometry.coordinates as number[][]).map(([lng]) => lng!);
    expect(longitudes[0]).toBe(177.5);
    expect(Math.max(...longitudes) - Math.min(...longitudes)).toBeLessThan(20);
    expect(scenarioWays(scenario, {})).toEqual([]);
  });
});
