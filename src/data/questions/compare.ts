import { exclusiveSteps } from '../../core/analysis/catchment-exclusive';
import type { CatchmentResult, ExclusiveResult } from '../../core/analysis/catchment-types';
import type { RouteAnswer } from '../../core/analysis/answers';
import { route } from '../../core/analysis/route';
import { corridorDifference, type WayDifference } from '../../core/analysis/scenario-difference';
import type { DrawnLine } from '../../core/corridor/drawn-profile';
import { isDrawn } from '../../core/corridor/is-drawn';
import type { DrawnProfile } from '../../core/corridor/types';
import { UserError } from '../../core/errors';
import { buildNetwork } from '../../core/network/build';
import type { NetworkOptions } from '../../core/network/types';
import { TODAY } from '../../core/scenario/types';
import type { Atlas } from '../atlas';
import { ground, linesCatchment } from './catchment';
import { corridorById, corridorProfile, type CorridorAnswer } from './corridor';
import { drawnLineProfile } from './drawn-line';
import { worldToday } from './effects';
import { kept } from './kept';
import { networkData } from './network';
import { paced, pieceOf, type Pace } from './pace';

/** Most corridors that stand side by side. */
export const MAX_COMPARED = 6;

/** What it takes to travel a corridor from end to end. */
export type CorridorWay = Extract<RouteAnswer, { status: 'ok' }>;

/** The way along a corridor; under a scenario today's as well, and the signed difference. */
export interface CorridorBeside {
  /** Absent where it cannot be travelled through in the month asked for, or under the scenario. */
  way?: CorridorWay | undefined;
  /** This and the difference are absent without a scenario. */
  today?: { way?: CorridorWay | undefined } | undefined;
  difference?: WayDifference | undefined;
}

export interface ComparedCorridor extends CorridorBeside {
  /** Of a drawn line: it has no way, since nothing is known of its speeds. */
  profile: CorridorAnswer | DrawnProfile;
  catchment: CatchmentResult;
}

/** What is compared: a corridor by its id, or a drawn line. */
export type Compared = string | DrawnLine;

export interface Comparison {
  radiusKm: number;
  corridors: ComparedCorridor[];
  /** The same catchments without overlap. */
  exclusive: ExclusiveResult;
  /** The corridor that differences are taken to: the first one named. */
  baseline: string;
}

/**
 * The way along a corridor: the network is built of its edges alone, so there is no other. Edges
 * that are not built count as if they were, since the question is what the corridor would take.
 */
export async function corridorWay(
  atlas: Atlas,
  id: string,
  options: NetworkOptions = {},
): Promise<CorridorWay | undefined> {
  const [corridor, data] = await Promise.all([corridorById(atlas, id), networkData(atlas)]);
  const own = new Set(corridor.edges);
  const scenario = options.scenario ?? TODAY;
  const network = buildNetwork(
    { ...data, edges: data.edges.filter((edge) => own.has(edge.properties.id)) },
    // Whatever else may be travelled: a corridor is asked for what it consists of.
    { month: options.month, scenario: { ...scenario, on: [...scenario.on, ...corridor.edges] } },
  );
  const [from, to] = [corridor.via[0]!, corridor.via[corridor.via.length - 1]!];
  const answer = route(network, { from, to, via: corridor.via.slice(1, -1) });
  return answer.status === 'ok' ? answer : undefined;
}

/** `corridorWay`, and under a scenario today's beside it. */
async function corridorBeside(
  atlas: Atlas,
  id: string,
  options: NetworkOptions,
): Promise<CorridorBeside> {
  const way = await corridorWay(atlas, id, options);
  if (!options.scenario) return { way };
  const today = await corridorWay(atlas, id, worldToday(options));
  return { way, today: { way: today }, difference: corridorDifference(today, way) };
}

const idOf = (compared: Compared): string =>
  typeof compared === 'string' ? compared : compared.id;

/**
 * Corridors and drawn lines side by side; of two with one id the first is taken.
 * @throws UserError `too-few-corridors`, `unknown-corridor`, `bad-radius`, those of a drawn line
 */
export async function compareCorridors(
  atlas: Atlas,
  compared: readonly Compared[],
  radiusKm: number,
  options: NetworkOptions = {},
  pace?: Pace,
): Promise<Comparison> {
  const ids = compared.map(idOf);
  const distinct = compared.filter((each, i) => ids.indexOf(idOf(each)) === i);
  if (distinct.length < 2 || distinct.length > MAX_COMPARED)
    throw new UserError(
      'too-few-corridors',
      `two to ${MAX_COMPARED} different corridors can be compared, not ${distinct.length}`,
    );
  const profiles = await Promise.all(
    distinct.map((each) =>
      typeof each === 'string'
        ? corridorProfile(atlas, each)
        : drawnLineProfile(atlas, each, radiusKm),
    ),
  );
  const { catchments, exclusive } = await kept(atlas, 'compared', [distinct, radiusKm], () =>
    comparedCatchments(atlas, profiles, radiusKm, pace),
  );
  const corridors = await Promise.all(
    profiles.map(async (profile, i) => ({
      profile,
      ...(isDrawn(profile) ? {} : await corridorBeside(atlas, profile.id, options)),
      catchment: catchments[i]!,
    })),
  );
  return { radiusKm, corridors, exclusive, baseline: ids[0]! };
}

/** What lies along corridors, each alone and as they divide it: no scenario changes it. */
async function comparedCatchments(
  atlas: Atlas,
  profiles: readonly ComparedCorridor['profile'][],
  radiusKm: number,
  pace?: Pace,
): Promise<{ catchments: CatchmentResult[]; exclusive: ExclusiveResult }> {
  const pieces = profiles.length + 1;
  const catchments: CatchmentResult[] = [];
  for (const [i, { line }] of profiles.entries())
    catchments.push(await linesCatchment(atlas, [line], radiusKm, pieceOf(i, pieces, pace)));
  const exclusive = await paced(
    exclusiveSteps(
      await ground(atlas),
      profiles.map(({ id, line }) => ({ id, lines: [line] })),
      radiusKm,
    ),
    pieceOf(profiles.length, pieces, pace),
  );
  return { catchments, exclusive };
}

/** What of a corridor's catchment is nearer to it than to any other corridor. */
export async function exclusiveAmongAll(
  atlas: Atlas,
  radiusKm: number,
  pace?: Pace,
): Promise<ExclusiveResult> {
  const corridors = await atlas.neededCorridors();
  const profiles = await Promise.all(corridors.map(({ id }) => corridorProfile(atlas, id)));
  const lines = profiles.map(({ id, line }) => ({ id, lines: [line] }));
  return paced(exclusiveSteps(await ground(atlas), lines, radiusKm), pace);
}
