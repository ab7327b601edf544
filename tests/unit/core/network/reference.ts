import type { NetworkData } from '../../../../src/core/network/types';
import { distanceKm } from '../../../../src/core/geo/geodesic';
import type { EdgeProps, LngLat } from '../../../../src/core/types';

/**
 * The network once more, written plainly from its description and sharing no code with the product
 * but Karney's distance: states are texts, arcs are lists, the search is Dijkstra without a heap
 * (a sorted list). Slow and simple; the tests compare the product with it.
 */
export interface ReferenceOptions {
  month?: number;
  modes?: string[];
  /** Edge and line ids that count as operating, edge and crossing ids that are closed. */
  on?: string[];
  off?: string[];
}

interface Arc {
  to: string;
  km: number;
  hours: number;
}

export interface Reference {
  statesOf: Map<string, string[]>;
  arcs: Map<string, Arc[]>;
}

export function referenceNetwork(data: NetworkData, options: ReferenceOptions = {}): Reference {
  const { month, modes = ['rail', 'road', 'sea'], on = [], off = [] } = options;
  const statesOf = new Map<string, string[]>();
  const arcs = new Map<string, Arc[]>();
  const hoursOf = (id: string): number => data.assumptions.find((row) => row.id === id)!.typical;
  const state = (node: string, mode: string, gauge: number, country: string): string => {
    const key = [node, mode, gauge, country].join('|');
    if (!arcs.has(key)) {
      arcs.set(key, []);
      statesOf.set(node, [...(statesOf.get(node) ?? []), key]);
    }
    return key;
  };
  const join = (a: string, b: string, km: number, hours: number): void => {
    arcs.get(a)!.push({ to: b, km, hours });
    arcs.get(b)!.push({ to: a, km, hours });
  };
  const inMonth = (months?: number[]): boolean =>
    month === undefined || months === undefined || months.includes(month);
  const isOn = (edge: EdgeProps): boolean => on.includes(edge.id) || on.includes(edge.line);

  const openEdges = data.edges.filter(({ properties: edge }) => {
    if (!modes.includes(edge.mode) || !inMonth(edge.months)) return false;
    if (off.includes(edge.id) || off.includes(edge.line)) return false;
    return edge.status === 'operating' || edge.status === 'seasonal' || isOn(edge);
  });
  const endsOfOn = new Set(
    data.edges
      .filter((e) => isOn(e.properties))
      .flatMap((e) => [e.properties.from, e.properties.to]),
  );
  const placeOpen = (place: {
    id: string;
    status: string;
    months?: number[] | undefined;
  }): boolean => {
    if (off.includes(place.id) || !inMonth(place.months)) return false;
    if (place.status === 'operating' || place.status === 'seasonal') return true;
    return on.includes(place.id) || (place.status !== 'closed' && endsOfOn.has(place.id));
  };

  const onLand = new Set<string>();
  for (const { properties: edge, geometry } of openEdges) {
    const km = edge.lengthKm?.value ?? lengthOf(geometry);
    const hours = km / hoursOf(`speed-${edge.speedClass}`);
    if (edge.mode !== 'sea') onLand.add(edge.from).add(edge.to);
    for (const gauge of edge.mode === 'rail' ? edge.gauges! : [0])
      join(
        state(edge.from, edge.mode, gauge, edge.country),
        state(edge.to, edge.mode, gauge, edge.country),
        km,
        hours,
      );
  }
  for (const { properties: port, geometry } of data.ports) {
    const town = data.hubs.find((h) => h.properties.id === port.hub);
    if (!town || onLand.has(port.id) || !placeOpen(port)) continue;
    const km = distanceKm(geometry.coordinates as LngLat, town.geometry.coordinates as LngLat);
    if (km > 60) continue;
    const hours = km / hoursOf('speed-road-trunk');
    join(
      state(port.id, 'road', 0, port.country),
      state(town.properties.id, 'road', 0, port.country),
      km,
      hours,
    );
  }

  const isBreak = (id: string): boolean =>
    [...data.hubs, ...data.nodes].some((n) => n.properties.id === id && n.properties.gaugeBreak);
  const breaksAlone = (id: string): boolean => {
    const [a, b] = data.crossings.find((c) => c.properties.id === id)!.properties.posts;
    if (a.gauge === undefined || b.gauge === undefined || a.gauge === b.gauge) return false;
    return !openEdges.some(
      ({ properties: e }) =>
        e.mode === 'rail' && ((e.from === id && isBreak(e.to)) || (e.to === id && isBreak(e.from))),
    );
  };

  const hubs = new Map(data.hubs.map((h) => [h.properties.id, h.properties]));
  const ports = new Map(data.ports.map((p) => [p.properties.id, p.properties]));
  const nodes = new Map(data.nodes.map((n) => [n.properties.id, n.properties]));
  const crossings = new Map(data.crossings.map((c) => [c.properties.id, c.properties]));
  for (const [node, own] of [...statesOf]) {
    const crossing = crossings.get(node);
    const breaks =
      hubs.get(node)?.gaugeBreak ??
      nodes.get(node)?.gaugeBreak ??
      (crossing !== undefined && (sharesNoGauge(own) || breaksAlone(node)));
    if (crossing && breaks) {
      const rail = own.map((s) => s.split('|')).filter((s) => s[1] === 'rail');
      for (const a of rail) for (const b of rail) state(node, 'rail', Number(a[2]), b[3]!);
    }
    const all = statesOf.get(node)!;
    for (const a of all) {
      for (const b of all) {
        if (a >= b) continue;
        const [, modeA, gaugeA, countryA] = a.split('|');
        const [, modeB, gaugeB, countryB] = b.split('|');
        if (modeA === modeB && countryA === countryB) {
          if (breaks) join(a, b, 0, hoursOf('gauge-change'));
        } else if (modeA === modeB) {
          const wanted = modeA === 'rail' ? ['rail'] : ['road', 'river', 'ice'];
          if (
            crossing &&
            gaugeA === gaugeB &&
            placeOpen(crossing) &&
            crossing.modes.some((m) => wanted.includes(m))
          )
            join(a, b, 0, crossing.dwellHours.typical);
        } else if (modeA === 'sea' || modeB === 'sea') {
          const port = ports.get(node);
          if (port ? placeOpen(port) : hubs.has(node)) join(a, b, 0, hoursOf('port-handling'));
        } else if (countryA === countryB && (hubs.has(node) || ports.has(node))) {
          join(a, b, 0, hoursOf('terminal-transfer'));
        }
      }
    }
  }
  return { statesOf, arcs };
}

/** Railways of two countries end here and none of their gauges is the same. */
function sharesNoGauge(states: string[]): boolean {
  const rail = states.map((s) => s.split('|')).filter((s) => s[1] === 'rail');
  if (new Set(rail.map((s) => s[3])).size < 2) return false;
  return rail.every((a) => rail.every((b) => a[3] === b[3] || a[2] !== b[2]));
}

const lengths = new WeakMap<object, number>();

/** Kilometres drawn, measured once for each geometry: the reference is built many times over. */
function lengthOf(geometry: NetworkData['edges'][number]['geometry']): number {
  const known = lengths.get(geometry);
  if (known !== undefined) return known;
  const parts = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  let km = 0;
  for (const part of parts)
    for (let i = 1; i < part.length; i++)
      km += distanceKm(part[i - 1] as LngLat, part[i] as LngLat);
  lengths.set(geometry, km);
  return km;
}

/** Costs from a node to every node that is reached, by km or typical hours. */
export function plainDijkstra(
  { statesOf, arcs }: Reference,
  from: string,
  by: 'distance' | 'time',
): Map<string, number> {
  const cost = new Map<string, number>();
  const done = new Set<string>();
  let front = (statesOf.get(from) ?? []).map((s) => ({ s, d: 0 }));
  for (const { s } of front) cost.set(s, 0);
  while (front.length > 0) {
    front.sort((a, b) => a.d - b.d);
    const { s, d } = front[0]!;
    front = front.slice(1);
    if (done.has(s)) continue;
    done.add(s);
    for (const arc of arcs.get(s)!) {
      const next = d + (by === 'distance' ? arc.km : arc.hours);
      if (next < (cost.get(arc.to) ?? Infinity)) {
        cost.set(arc.to, next);
        front.push({ s: arc.to, d: next });
      }
    }
  }
  const byNode = new Map<string, number>();
  for (const [s, d] of cost) {
    const node = s.split('|')[0]!;
    byNode.set(node, Math.min(d, byNode.get(node) ?? Infinity));
  }
  return byNode;
}
