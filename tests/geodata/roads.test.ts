import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCrossings } from '../../geodata/build/layers/crossings';
import { buildHubs } from '../../geodata/build/layers/hubs';
import { buildPorts } from '../../geodata/build/layers/ports';
import type { EdgeFeature, NetworkPart, Places } from '../../geodata/build/lib/context';
import { list, number, parseCsv, text } from '../../geodata/build/lib/csv';
import { roads } from '../../geodata/build/network/roads';
import { distanceKm } from '../../src/core/geo/geodesic';
import type { LngLat } from '../../src/core/types';
import { LAYER_FILES } from '../../src/data/catalogue';
import { checkLayer } from '../../src/data/validate/layer';
import { shortestKm, type Stretch } from './shortest';

let places: Places;
let part: NetworkPart;
let at: Map<string, LngLat>;
beforeAll(() => {
  places = { hubs: buildHubs(), ports: buildPorts(), crossings: buildCrossings() };
  part = roads(places);
  at = new Map(
    [...places.hubs, ...places.ports, ...places.crossings, ...part.nodes].map((place) => [
      place.properties.id,
      place.geometry.coordinates as LngLat,
    ]),
  );
}, 60_000);

function drawnKm({ geometry }: EdgeFeature): number {
  if (geometry.type !== 'LineString') throw new Error('no road crosses 180 degrees');
  const line = geometry.coordinates as LngLat[];
  return line.slice(1).reduce((km, point, i) => km + distanceKm(line[i]!, point), 0);
}

const countedKm = (edge: EdgeFeature): number => edge.properties.lengthKm?.value ?? drawnKm(edge);

const layerFile = (id: string) => LAYER_FILES.find((layer) => layer.id === id)!;

describe('the roads', () => {
  it('pass the schema of their layer, and their towns that of the nodes', () => {
    const check = (id: string, features: unknown[]): unknown[] =>
      checkLayer(layerFile(id), { type: 'FeatureCollection', features }).issues;
    expect(check('roads', part.edges)).toEqual([]);
    expect(check('nodes', part.nodes)).toEqual([]);
    expect(new Set(part.edges.map((edge) => edge.id)).size).toBe(part.edges.length);
  });

  it('end on their nodes', () => {
    for (const edge of part.edges) {
      const line = edge.geometry.coordinates as LngLat[];
      for (const [id, point] of [
        [edge.properties.from, line[0]!],
        [edge.properties.to, line.at(-1)!],
      ] as const) {
        expect(at.has(id), `${String(edge.id)} ends on ${id}`).toBe(true);
        expect(distanceKm(at.get(id)!, point), String(edge.id)).toBeLessThan(0.01);
      }
    }
  });

  it('lie in one country: each end is a place of it, or a crossing with a post there', () => {
    const countries = new Map<string, string[]>();
    for (const { properties } of [...places.hubs, ...part.nodes])
      countries.set(properties.id, [properties.country]);
    for (const { properties } of places.crossings)
      countries.set(
        properties.id,
        properties.posts.map((post) => post.country),
      );
    for (const { properties } of part.edges)
      for (const end of [properties.from, properties.to])
        expect(countries.get(end), `${properties.id} at ${end}`).toContain(properties.country);
  });

  it('are as long as published within 0.98 to 1.35 of what is drawn, or say why not', () => {
    for (const edge of part.edges) {
      if (!edge.properties.lengthKm) continue;
      const ratio = edge.properties.lengthKm.value / drawnKm(edge);
      const usual = ratio >= 0.98 && ratio <= 1.35;
      expect(usual || Boolean(edge.properties.ratioReason), `${String(edge.id)} ${ratio}`).toBe(
        true,
      );
      expect(usual && Boolean(edge.properties.ratioReason), `${String(edge.id)} needs none`).toBe(
        false,
      );
    }
  });

  it('share a published total exactly', () => {
    const amur = part.edges.filter((edge) => edge.properties.line === 'r297');
    const km = amur.reduce((sum, edge) => sum + countedKm(edge), 0);
    expect(km).toBeCloseTo(2165, 0);
  });

  it('reach every road crossing that is open from both sides', () => {
    const oneSided = places.crossings
      .filter(({ properties }) => !properties.modes.includes('rail'))
      .filter(({ properties }) => ['operating', 'seasonal'].includes(properties.status))
      .filter(({ properties }) => {
        const sides = part.edges
          .filter((edge) => [edge.properties.from, edge.properties.to].includes(properties.id))
          .map((edge) => edge.properties.country);
        return !properties.posts.every((post) => sides.includes(post.country));
      })
      .map(({ properties }) => properties.id);
    // The roads of the DPRK beyond Sinuiju are not drawn.
    expect(oneSided).toEqual(['sinuiju-dandong-road']);
  });

  it('join every town to a hub', () => {
    const reached = new Set(places.hubs.map((hub) => hub.properties.id));
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const { properties } of part.edges)
        if (reached.has(properties.from) || reached.has(properties.to))
          reached.add(properties.from).add(properties.to);
    }
    expect(part.nodes.map((node) => node.properties.id).filter((id) => !reached.has(id))).toEqual(
      [],
    );
  });
});

describe('distances that were kept out of the tables', () => {
  const rows = parseCsv(
    readFileSync(join(import.meta.dirname, 'kept-out-roads.csv'), 'utf8'),
    'kept-out-roads.csv',
  );
  let stretches: Stretch[];
  beforeAll(() => {
    stretches = part.edges.map((edge) => ({
      from: edge.properties.from,
      to: edge.properties.to,
      km: countedKm(edge),
    }));
  });

  it.each(
    rows.map((row) => ({ way: `${text(row, 'from')} to ${text(row, 'to')}: ${row.km} km`, row })),
  )('$way', ({ row }) => {
    const stops = [text(row, 'from'), ...list(row, 'via'), text(row, 'to')];
    const km = stops
      .slice(1)
      .reduce((sum, stop, i) => sum + shortestKm(stretches, stops[i]!, stop), 0);
    const difference = Math.abs(km / number(row, 'km') - 1);
    if (row.why) {
      expect(difference, `${km} km: the reason is no longer needed`).toBeGreaterThan(0.01);
      expect(difference, `${km} km`).toBeLessThan(0.1);
    } else expect(difference, `${km} km`).toBeLessThan(0.01);
  });
});
