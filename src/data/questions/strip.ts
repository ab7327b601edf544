import { TimeZones, type ZonedLine, type ZoneStretch } from '../../core/analysis/time-zones';
import type { Route, RouteAnswer, RouteQuery } from '../../core/analysis/answers';
import { travelledEdges } from '../../core/corridor/corridor-line';
import type { DrawnLine } from '../../core/corridor/drawn-profile';
import type {
  CorridorPlace,
  CorridorPlaceKind,
  DrawnProfile,
  DrawnStretch,
} from '../../core/corridor/types';
import { UserError } from '../../core/errors';
import { sliceKm } from '../../core/geo/along';
import { chainagesKm, lineLengthKm } from '../../core/geo/line-length';
import { sliceByShare } from '../../core/network/edge-geometry';
import type { KmSource, Network, NetworkOptions } from '../../core/network/types';
import type { LngLat, Name } from '../../core/types';
import type { Atlas } from '../atlas';
import { timeZone } from '../schema/time-zones';
import { corridorById, corridorProfile } from './corridor';
import { drawnLineProfile } from './drawn-line';
import { edgesById } from './edges';
import { network } from './network';
import { routeAnswer } from './routes';

/**
 * A stretch of a strip: an edge; those of a route may be added by a scenario, or travelled in part,
 * and of a drawn line it may be none.
 */
export type StripEdge = Omit<DrawnStretch, 'kmSource'> & { kmSource: KmSource };

/** A way along its kilometre axis: places, stretches, and the time that is kept. */
export interface StripAnswer {
  /** For file names: the corridor's id, or the ids of the route's ends. */
  id: string;
  /** Absent for a route, which has its ends for a name. */
  name?: Name | undefined;
  distanceKm: number;
  places: CorridorPlace[];
  edges: StripEdge[];
  zones: ZoneStretch[];
  /** Of a drawn line: how near the places beside it are, km. */
  radiusKm?: number | undefined;
}

/** What a strip is wanted of: a corridor, a drawn line, or a way that a route question finds. */
export type StripQuestion =
  | { corridor: string }
  | { line: DrawnLine; /** Places within are shown. */ radiusKm: number }
  | { route: RouteQuery; world: NetworkOptions; /** 0 is the best. */ way: number };

/** @throws UserError `unknown-corridor`, `no-way`, and those of a route or a drawn line */
export async function strip(atlas: Atlas, question: StripQuestion): Promise<StripAnswer> {
  if ('corridor' in question) return corridorStrip(atlas, question.corridor);
  if ('line' in question)
    return drawnStrip(atlas, await drawnLineProfile(atlas, question.line, question.radiusKm));
  return routeStrip(atlas, question.route, question.world, question.way);
}

function timeZones(atlas: Atlas): Promise<TimeZones> {
  return atlas.once('time zones', async () => {
    const [zones, regions] = await Promise.all([
      atlas.neededList('time-zones.json', timeZone),
      atlas.needed('regions'),
    ]);
    const placed = regions.map(({ properties: { id, country }, geometry }) => ({
      ...{ id, country, geometry },
    }));
    return new TimeZones(zones, placed);
  });
}

async function corridorStrip(atlas: Atlas, id: string): Promise<StripAnswer> {
  const [profile, corridor, edges, zones] = await Promise.all([
    corridorProfile(atlas, id),
    corridorById(atlas, id),
    edgesById(atlas),
    timeZones(atlas),
  ]);
  const lines = travelledEdges(corridor, edges).map(({ points }, i): ZonedLine => ({
    country: profile.edges[i]!.country,
    km: profile.edges[i]!.km,
    line: points,
  }));
  const { name, distanceKm, places } = profile;
  return { id, name, distanceKm, places, edges: profile.edges, zones: zones.along(lines) };
}

/** Of a drawn stretch the time is looked up this often: no node ends it where it leaves a zone. */
const ZONE_STEP_KM = 20;

/** The strip of a drawn line. */
export async function drawnStrip(atlas: Atlas, profile: DrawnProfile): Promise<StripAnswer> {
  const { id, name, distanceKm, places, edges, line, radiusKm } = profile;
  const chainages = chainagesKm(line);
  let atKm = 0;
  const lines = edges.flatMap(({ country, km }) => {
    const steps = Math.max(1, Math.ceil(km / ZONE_STEP_KM));
    return Array.from({ length: steps }, (): ZonedLine => {
      const fromKm = atKm;
      atKm = Math.min(fromKm + km / steps, distanceKm);
      return { country, km: km / steps, line: sliceKm(line, fromKm, atKm, chainages) };
    });
  });
  const zones = (await timeZones(atlas)).along(lines);
  return { id, name, distanceKm, places, edges, zones, radiusKm };
}

async function routeStrip(
  atlas: Atlas,
  query: RouteQuery,
  world: NetworkOptions,
  way: number,
): Promise<StripAnswer> {
  const [answer, built, edges, zones] = await Promise.all([
    routeAnswer(atlas, query, world),
    network(atlas, world),
    edgesById(atlas),
    timeZones(atlas),
  ]);
  if (answer.status !== 'ok') throw new UserError('no-way', answer.reason);
  const chosen = [answer, ...(answer.alternatives ?? [])][way] ?? answer;
  const runs = runsOf(built, chosen, answer);
  const stripEdges = runs.map(({ edge, km, kmSource, reversed, line }): StripEdge => {
    const { id, mode, country, gauges, status } = edge;
    const electrified = edges.get(id)?.properties.electrified;
    return {
      ...{ id, reversed, km, kmSource, drawnKm: lineLengthKm(line), mode, country, status },
      ...(mode === 'rail' ? { gauges } : {}),
      ...(electrified === undefined ? {} : { electrified }),
    };
  });
  const lines = runs.map(({ edge, km, line }): ZonedLine => ({ country: edge.country, km, line }));
  return {
    id: `${nameInFile(answer.from)}-${nameInFile(answer.to)}`,
    distanceKm: chosen.distanceKm,
    places: placesOf(built, runs, answer),
    edges: stripEdges,
    zones: zones.along(lines),
  };
}

interface Run {
  edge: Network['edges'][number];
  km: number;
  kmSource: KmSource;
  reversed: boolean;
  /** Shares of the edge, in its own direction. */
  start: number;
  end: number;
  /** In the direction of travel. */
  line: LngLat[];
}

/**
 * The stretches of the edges of a way. A way uses an edge in part only where a place that is no node
 * joins it: at its two ends, and at places on the way.
 */
function runsOf(
  { edges, edgeIndex }: Network,
  { edges: used }: Route,
  { from }: Extract<RouteAnswer, { status: 'ok' }>,
): Run[] {
  const runs: Run[] = [];
  used.forEach(({ id, km, kmSource, reversed }, i) => {
    const edge = edges[edgeIndex.get(id)!]!;
    const share = edge.km > 0 ? Math.min(1, km / edge.km) : 1;
    const previous = runs[i - 1];
    let start = reversed ? 1 : 0;
    if (previous?.edge === edge) start = previous.end;
    else if (i === 0 && from.joins?.edge === id) start = from.joins.chainageKm / edge.km;
    const end = Math.min(1, Math.max(0, start + (reversed ? -share : share)));
    const line = sliceByShare(edge.coords, start, end);
    runs.push({ edge, km, kmSource, reversed, start, end, line });
  });
  return runs;
}

/** The nodes at the ends of the stretches, and the two ends themselves where they are no nodes. */
function placesOf(
  { nodes }: Network,
  runs: readonly Run[],
  { from, to }: Extract<RouteAnswer, { status: 'ok' }>,
): CorridorPlace[] {
  const places: CorridorPlace[] = [];
  let [chainageKm, mixedChainageKm] = [0, 0];
  const add = (place: Pick<CorridorPlace, 'id' | 'name' | 'kind' | 'lng' | 'lat'>): void => {
    if (places[places.length - 1]?.id !== place.id)
      places.push({ ...place, chainageKm, mixedChainageKm });
  };
  const addNode = (index: number): void => {
    const { id, name, kind, lng, lat } = nodes[index]!;
    add({ id, name, kind: kind === 'added' ? 'junction' : (kind as CorridorPlaceKind), lng, lat });
  };
  const addEnd = (end: typeof from): void =>
    add({
      id: end.id ?? `${end.lng},${end.lat}`,
      name: end.name ?? { en: `${end.lng}, ${end.lat}` },
      ...{ kind: 'station', lng: end.lng, lat: end.lat },
    });
  runs.forEach(({ edge, start, end, reversed, km, line }, i) => {
    if (i === 0)
      if (start === 0 || start === 1) addNode(reversed ? edge.to : edge.from);
      else addEnd(from);
    chainageKm += lineLengthKm(line);
    mixedChainageKm += km;
    if (end <= 1e-9 || end >= 1 - 1e-9) addNode(reversed ? edge.from : edge.to);
    else if (i === runs.length - 1) addEnd(to);
  });
  return places;
}

const nameInFile = ({ id, lng, lat }: { id?: string | undefined; lng: number; lat: number }) =>
  id ?? `${lng}_${lat}`;
