import { distanceKm } from '../../../src/core/geo/geodesic';
import type { LngLat } from '../../../src/core/types';
import { neRailLines } from './extracts';
import { nearerOnSegment } from './polyline';

/**
 * Natural Earth's railways as a graph: vertices are the points of its lines, equal coordinates are
 * one vertex (its junctions share vertices exactly, so nothing is snapped), arcs are the segments.
 */
export interface RailGraph {
  /** The nearest point of any track, on a segment. */
  snap(point: LngLat): Snap;
  /** The shortest way along the track between two points of it, both included. */
  path(from: Snap, to: Snap): LngLat[];
}

export interface Snap {
  point: LngLat;
  /** Distance from the point that was asked for, km. */
  offKm: number;
  segment: [LngLat, LngLat];
}

/**
 * Where Natural Earth's lines stop short of each other although the railway runs on: the
 * Trans-Mongolian by Sainshand, 13.85 km.
 */
const JOINS: [LngLat, LngLat][] = [
  [
    [110, 45.1153],
    [110.0666, 45],
  ],
];

/** Cells of the segment index, degrees. */
const CELL = 0.5;

export function readRailGraph(): RailGraph {
  return railGraph([...neRailLines(), ...JOINS]);
}

export function railGraph(lines: readonly (readonly LngLat[])[]): RailGraph {
  const points = new Map<string, LngLat>();
  const arcs = new Map<string, Map<string, number>>();
  const cells = new Map<string, [LngLat, LngLat][]>();
  for (const line of lines)
    for (let i = 1; i < line.length; i++) addSegment(line[i - 1]!, line[i]!);
  return { snap, path };

  function addSegment(a: LngLat, b: LngLat): void {
    const from = keyOf(a);
    const to = keyOf(b);
    if (from === to) return;
    points.set(from, a);
    points.set(to, b);
    const km = distanceKm(a, b);
    arcsOf(from).set(to, km);
    arcsOf(to).set(from, km);
    for (const cell of cellsOf(a, b)) {
      const list = cells.get(cell);
      if (list) list.push([a, b]);
      else cells.set(cell, [[a, b]]);
    }
  }

  function arcsOf(key: string): Map<string, number> {
    let found = arcs.get(key);
    if (!found) arcs.set(key, (found = new Map()));
    return found;
  }

  function snap(point: LngLat): Snap {
    let best: Snap | undefined;
    const x = Math.floor(point[0] / CELL);
    const y = Math.floor(point[1] / CELL);
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const segment of cells.get(`${x + dx},${y + dy}`) ?? []) {
          const near = nearerOnSegment(point, ...segment, best?.offKm ?? Infinity);
          if (near && (!best || near.offKm < best.offKm))
            best = { point: near.point, offKm: near.offKm, segment };
        }
    if (!best) throw new Error(`no railway of Natural Earth near ${point.join(', ')}`);
    return best;
  }

  /** A* with the geodesic distance as the bound. */
  function path(from: Snap, to: Snap): LngLat[] {
    const goals = new Map(to.segment.map((end) => [keyOf(end), distanceKm(end, to.point)]));
    const cost = new Map<string, number>();
    const before = new Map<string, string | undefined>();
    const open = new MinHeap<string>();
    const reach = (key: string, km: number, previous: string | undefined): void => {
      if (km >= (cost.get(key) ?? Infinity)) return;
      cost.set(key, km);
      before.set(key, previous);
      open.push(km + distanceKm(points.get(key)!, to.point), key);
    };
    for (const end of from.segment) reach(keyOf(end), distanceKm(from.point, end), undefined);
    let best = sameSegment(from, to) ? distanceKm(from.point, to.point) : Infinity;
    let last: string | undefined;
    const done = new Set<string>();
    for (let next = open.pop(); next && next.priority < best; next = open.pop()) {
      const key = next.item;
      if (done.has(key)) continue;
      done.add(key);
      const km = cost.get(key)!;
      const rest = goals.get(key);
      if (rest !== undefined && km + rest < best) {
        best = km + rest;
        last = key;
      }
      for (const [neighbour, step] of arcs.get(key) ?? []) reach(neighbour, km + step, key);
    }
    if (best === Infinity)
      throw new Error(`no track from ${from.point.join(', ')} to ${to.point.join(', ')}`);
    const way: LngLat[] = [to.point];
    for (let key = last; key !== undefined; key = before.get(key)) way.push(points.get(key)!);
    return [...way, from.point].reverse();
  }
}

const keyOf = (point: LngLat): string => `${point[0]},${point[1]}`;

const sameSegment = (a: Snap, b: Snap): boolean =>
  a.segment.every((end) => b.segment.some((other) => keyOf(other) === keyOf(end)));

function* cellsOf(a: LngLat, b: LngLat): Generator<string> {
  const [west, east] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
  const [south, north] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
  for (let x = Math.floor(west / CELL); x <= Math.floor(east / CELL); x++)
    for (let y = Math.floor(south / CELL); y <= Math.floor(north / CELL); y++) yield `${x},${y}`;
}

class MinHeap<T> {
  private readonly heap: { priority: number; item: T }[] = [];

  push(priority: number, item: T): void {
    const { heap } = this;
    let at = heap.length;
    heap.push({ priority, item });
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (heap[parent]!.priority <= heap[at]!.priority) break;
      this.swap(at, parent);
      at = parent;
    }
  }

  pop(): { priority: number; item: T } | undefined {
    const { heap } = this;
    const top = heap[0];
    const last = heap.pop();
    if (!top || !last || heap.length === 0) return top;
    heap[0] = last;
    for (let at = 0; ;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && heap[child]!.priority < heap[least]!.priority) least = child;
      if (least === at) return top;
      this.swap(at, least);
      at = least;
    }
  }

  private swap(a: number, b: number): void {
    const { heap } = this;
    [heap[a], heap[b]] = [heap[b]!, heap[a]!];
  }
}
