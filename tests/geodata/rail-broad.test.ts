import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCrossings } from '../../geodata/build/layers/crossings';
import { buildHubs } from '../../geodata/build/layers/hubs';
import { buildPorts } from '../../geodata/build/layers/ports';
import type { EdgeFeature, NetworkPart, Places } from '../../geodata/build/lib/context';
import { number, parseCsv, text } from '../../geodata/build/lib/csv';
import { railGraph } from '../../geodata/build/lib/rail-graph';
import { romanizeRussian } from '../../geodata/build/lib/romanize-russian';
import { railBroad } from '../../geodata/build/network/rail-broad';
import { railPlanned } from '../../geodata/build/network/rail-planned';
import { distanceKm } from '../../src/core/geo/geodesic';
import type { LngLat } from '../../src/core/types';
import { shortestKm, type Stretch } from './shortest';

let places: Places;
let part: NetworkPart;
beforeAll(() => {
  places = { hubs: buildHubs(), ports: buildPorts(), crossings: buildCrossings() };
  part = railBroad(places);
}, 60_000);

const points = ({ geometry }: EdgeFeature): LngLat[] => geometry.coordinates as LngLat[];

function lineKm(line: LngLat[]): number {
  let km = 0;
  for (let i = 1; i < line.length; i++) km += distanceKm(line[i - 1]!, line[i]!);
  return km;
}

/** Kilometres of an edge as the product counts them: published, else of the geometry. */
const edgeKm = (edge: EdgeFeature): number =>
  edge.properties.lengthKm?.value ?? lineKm(points(edge));

const travelled = (edge: EdgeFeature): Stretch => ({
  from: edge.properties.from,
  to: edge.properties.to,
  km: edgeKm(edge),
});

describe('walking along a track', () => {
  const graph = railGraph([
    [
      [0, 50],
      [1, 50],
      [2, 50],
    ],
    [
      [1, 50],
      [1, 51],
    ],
  ]);

  it('takes the branch at a shared vertex and stops on the segments asked for', () => {
    const way = graph.path(graph.snap([0.5, 50.01]), graph.snap([1.01, 50.5]));
    expect(way[0]![0]).toBeCloseTo(0.5, 6);
    expect(way[1]).toEqual([1, 50]);
    expect(way.at(-1)![1]).toBeCloseTo(50.5, 2);
  });
});

describe('English names of small stations', () => {
  it.each([
    ['Ерофей Павлович', 'Yerofey Pavlovich'],
    ['Новый Уоян', 'Novy Uoyan'],
    ['Чернышевск-Забайкальский', 'Chernyshevsk-Zabaykalsky'],
    ['Заозёрная', 'Zaozyornaya'],
    ['Волочаевка I', 'Volochayevka I'],
  ])('%s is %s', (russian, english) => {
    expect(romanizeRussian(russian)).toBe(english);
  });
});

describe('Broad-gauge railways', () => {
  it('has edges whose ends lie on their nodes', () => {
    const at = new Map<string, LngLat>(
      [...places.hubs, ...places.ports, ...places.crossings, ...part.nodes].map((node) => [
        node.properties.id,
        node.geometry.coordinates as LngLat,
      ]),
    );
    for (const edge of part.edges) {
      const line = points(edge);
      expect(line[0], edge.properties.id).toEqual(at.get(edge.properties.from));
      expect(line.at(-1), edge.properties.id).toEqual(at.get(edge.properties.to));
    }
  });

  it('is drawn about as long as it is published, or says why not', () => {
    expect(oddRatios(part.edges)).toEqual([]);
  });

  it('has no edge and no node twice', () => {
    for (const features of [part.edges, part.nodes]) {
      const ids = features.map((feature) => feature.properties.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('hangs together in one piece, Norilsk and Sakhalin apart, which only ships reach', () => {
    const pieces = connectedPieces(part.edges).sort((a, b) => b.size - a.size);
    expect(pieces.length).toBe(3);
    expect(pieces[0]!.has('novosibirsk')).toBe(true);
    for (const place of ['norilsk', 'yuzhno-sakhalinsk'])
      expect(pieces.slice(1).some((piece) => piece.has(place))).toBe(true);
  });
});

describe('Railways that are not built', () => {
  it('never counts as part of today, and says how coarse it is', () => {
    for (const { properties } of railPlanned(places).edges) {
      expect(['under-construction', 'planned', 'studied'], properties.id).toContain(
        properties.status,
      );
      expect(['waypoints', 'endpoints'], properties.id).toContain(properties.geometryGrade);
      expect(properties.positionErrorKm, properties.id).toBeGreaterThan(3);
    }
  });

  it('is drawn about as long as it is published, or says why not', () => {
    expect(oddRatios(railPlanned(places).edges)).toEqual([]);
  });

  it('ends on what is there already, so that switching a line on connects it', () => {
    const there = new Set(
      [...places.hubs, ...places.crossings, ...part.nodes].map(({ properties }) => properties.id),
    );
    const planned = railPlanned(places);
    const lines = new Set(planned.edges.map(({ properties }) => properties.line));
    for (const line of lines) {
      const ends = planned.edges
        .filter(({ properties }) => properties.line === line)
        .flatMap(({ properties: { from, to } }) => [from, to]);
      expect(
        ends.some((id) => there.has(id)),
        line,
      ).toBe(true);
    }
  });
});

describe('Kept-out distances of the broad-gauge railways', () => {
  const rows = parseCsv(
    readFileSync(join(import.meta.dirname, 'kept-out-broad.csv'), 'utf8'),
    'kept-out-broad.csv',
  );
  let stretches: (Stretch & { line: string })[];
  beforeAll(() => {
    stretches = part.edges.map((edge) => ({ ...travelled(edge), line: edge.properties.line }));
  });

  it.each(
    rows.map((row) => [text(row, 'from'), text(row, 'to'), number(row, 'km'), row.avoid] as const),
  )('%s to %s: %d km within 1 %%', (from, to, published, avoid) => {
    const km = shortestKm(
      stretches.filter(({ line }) => line !== avoid),
      from,
      to,
    );
    expect(Math.abs(km / published - 1), `${km.toFixed(1)} km on the edges`).toBeLessThan(0.01);
  });

  it('never is the length of a single edge', () => {
    const single = new Set(part.edges.map(({ properties: { from, to } }) => `${from} ${to}`));
    for (const row of rows) {
      expect(single.has(`${row.from} ${row.to}`)).toBe(false);
      expect(single.has(`${row.to} ${row.from}`)).toBe(false);
    }
  });
});

/** Edges whose published length over the drawn one is out of bounds for no stated reason. */
function oddRatios(edges: EdgeFeature[]): string[] {
  const odd = edges.filter((edge) => {
    const { lengthKm, ratioReason } = edge.properties;
    if (!lengthKm || ratioReason) return false;
    const ratio = lengthKm.value / lineKm(points(edge));
    return ratio < 0.98 || ratio > 1.35;
  });
  return odd.map(({ properties }) => properties.id);
}

function connectedPieces(edges: EdgeFeature[]): Set<string>[] {
  const near = new Map<string, string[]>();
  for (const { properties } of edges) {
    near.set(properties.from, [...(near.get(properties.from) ?? []), properties.to]);
    near.set(properties.to, [...(near.get(properties.to) ?? []), properties.from]);
  }
  const pieces: Set<string>[] = [];
  for (const start of near.keys()) {
    if (pieces.some((piece) => piece.has(start))) continue;
    const piece = new Set([start]);
    const open = [start];
    for (let id = open.pop(); id; id = open.pop())
      for (const next of near.get(id) ?? [])
        if (!piece.has(next)) {
          piece.add(next);
          open.push(next);
        }
    pieces.push(piece);
  }
  return pieces;
}
