import type { RouteAnswer, RouteQuery } from '../../core/analysis/answers';
import { route } from '../../core/analysis/route';
import { buildNetwork } from '../../core/network/build';
import type { NetworkOptions } from '../../core/network/types';
import type { ScenarioPreset } from '../../core/scenario/types';
import type { EdgeProps, FullName } from '../../core/types';
import type { Atlas } from '../atlas';
import { edgesById } from './edges';
import { network, networkData, scenarioPresets } from './network';
import type { Pace } from './pace';
import { switches } from './switches';

/** A line that a scenario has switched on and that the asked way does not use. */
export interface IdleLine {
  id: string;
  name: FullName;
  /** The best way that runs along it from end to end, none of it twice; absent: there is none. */
  along?: { distanceKm: number; hours: number } | undefined;
}

/** A ready-made scenario that brings the ends of the asked way nearer than today. */
export interface HelpingLink {
  /** Of the ready-made scenario. */
  id: string;
  name: FullName;
  /** Scenario minus today, in km and typical hours; absent where today there is no way at all. */
  difference?: { distanceKm: number; hours: number } | undefined;
}

export interface HelpingLinks {
  idle: IdleLine[];
  /** What helps most comes first. */
  helping: HelpingLink[];
}

type Found = Extract<RouteAnswer, { status: 'ok' }>;

/** Differences below a metre, or four seconds, are rounding. */
const SAME = 0.001;

/**
 * Whether what is not built would help an asked way: the lines that the scenario has switched on in
 * vain, and the ready-made scenarios, each alone, that bring the ends nearer (sooner, where ways are
 * chosen by time). Of those that switch several lines only the ones that bring more than their parts.
 * @throws UserError `unknown-place`, ...
 */
export async function helpingLinks(
  atlas: Atlas,
  query: RouteQuery,
  options: NetworkOptions,
  pace?: Pace,
): Promise<HelpingLinks> {
  const asked = { ...query, alternatives: 0 };
  const month = options.month ?? options.scenario?.month;
  const world = { month, modes: options.modes };
  const [data, today] = [await networkData(atlas), await network(atlas, world)];
  const before = found(route(today, asked));
  const presets = (await scenarioPresets(atlas)).filter(
    ({ scenario: { on, off } }) => on.length > 0 && off.length === 0,
  );
  const helping: { preset: ScenarioPreset; way: Found }[] = [];
  for (const [i, preset] of presets.entries()) {
    const wait = pace?.(i, presets.length);
    if (wait) await wait;
    // Each is asked once: it is not remembered, so that what is in hand stays.
    const way = found(route(buildNetwork(data, { ...world, scenario: preset.scenario }), asked));
    if (way && (!before || gain(before, way, query) > SAME)) helping.push({ preset, way });
  }
  helping.sort((a, b) => cost(a.way, query) - cost(b.way, query));
  return {
    idle: await idleLines(atlas, asked, options),
    helping: helping
      .filter(({ preset, way }) => !helping.some((other) => isPart(other, preset, way, query)))
      .map(({ preset: { id, name }, way }) => ({
        ...{ id, name },
        ...(before && {
          difference: {
            distanceKm: way.distanceKm - before.distanceKm,
            hours: way.hours.typical - before.hours.typical,
          },
        }),
      })),
  };
}

const found = (answer: RouteAnswer): Found | undefined =>
  answer.status === 'ok' ? answer : undefined;
const cost = (way: Found, { by }: RouteQuery): number =>
  by === 'time' ? way.hours.typical : way.distanceKm;
const gain = (before: Found, way: Found, query: RouteQuery): number =>
  cost(before, query) - cost(way, query);

/** Whether another scenario does as much with some of the same lines. */
function isPart(
  other: { preset: ScenarioPreset; way: Found },
  whole: ScenarioPreset,
  way: Found,
  query: RouteQuery,
): boolean {
  const part = other.preset.scenario.on;
  return (
    part.length < whole.scenario.on.length &&
    part.every((id) => whole.scenario.on.includes(id)) &&
    cost(other.way, query) <= cost(way, query) + SAME
  );
}

/** The switched lines of the scenario in hand that its best way does not use. */
async function idleLines(
  atlas: Atlas,
  query: RouteQuery,
  options: NetworkOptions,
): Promise<IdleLine[]> {
  const switched = options.scenario?.on ?? [];
  if (switched.length === 0) return [];
  const [built, edges, lines] = await Promise.all([
    network(atlas, options),
    edgesById(atlas),
    switches(atlas),
  ]);
  const best = found(route(built, query));
  const used = new Set(best?.edges.map(({ id }) => edges.get(id)?.properties.line));
  const idle: IdleLine[] = [];
  for (const { id, name } of lines) {
    if (!switched.includes(id) || used.has(id)) continue;
    const ends = lineEnds([...edges.values()].flatMap((e) => ofLine(id, e.properties)));
    const ways = ends
      ? [ends, [ends[1], ends[0]]].flatMap((via) => found(route(built, { ...query, via })) ?? [])
      : [];
    // A line that ends in nothing would be travelled there and back.
    const [way] = ways.filter(passesOnce).sort((a, b) => cost(a, query) - cost(b, query));
    const along = way && { distanceKm: way.distanceKm, hours: way.hours.typical };
    idle.push({ id, name, ...(along ? { along } : {}) });
  }
  return idle;
}

const passesOnce = ({ edges }: Found): boolean =>
  new Set(edges.map(({ id }) => id)).size === edges.length;

const ofLine = (id: string, edge: EdgeProps): EdgeProps[] => (edge.line === id ? [edge] : []);

/** The two nodes at which a line begins and ends; undefined where it branches or is a ring. */
function lineEnds(edges: readonly EdgeProps[]): [string, string] | undefined {
  const touches = new Map<string, number>();
  for (const { from, to } of edges)
    for (const node of [from, to]) touches.set(node, (touches.get(node) ?? 0) + 1);
  const [a, b, ...more] = [...touches].flatMap(([node, count]) => (count === 1 ? [node] : []));
  return a !== undefined && b !== undefined && more.length === 0 ? [a, b] : undefined;
}
