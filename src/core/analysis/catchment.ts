import { polygonAreaKm2 } from '../geo/area';
import { commonAreasKm2 } from '../geo/common-area';
import { toEqualAreaPlane, type PlaneRegion } from '../geo/equal-area-plane';
import { indexLines, type LineIndex } from '../geo/line-index';
import { nearestOnLine, nearOnLine, type NearestOnLine } from '../geo/nearest-on-line';
import { buildPointTree, type PointTree } from '../geo/point-tree';
import { allSteps, partOf, shareDone, type Steps } from '../steps';
import type { CountryCode, LngLat } from '../types';
import { insideCatchment } from './catchment-inside';
import { catchmentOutlineSteps } from './catchment-outline';
import type {
  CatchmentGround,
  CatchmentInput,
  CatchmentPlace,
  CatchmentResult,
  CountryInside,
  PlaceInside,
  RegionInside,
  SettlementInside,
} from './catchment-types';

/** A ground made ready for many catchments: plain data, kept where the catchments are computed. */
export interface PreparedGround {
  ground: CatchmentGround;
  points: LngLat[];
  tree: PointTree;
  regionPlanes: PlaneRegion[];
  /** Region id -> people of its listed settlements. */
  listedPopulation: ReadonlyMap<string, number>;
}

/** Up to this distance the quick search of feet is exact to a centimetre. */
const QUICK_FOOT_KM = 300;
/** About how much of the time has gone when the outline is drawn, and the settlements found. */
const OUTLINE_SHARE = 0.7;
const SETTLEMENTS_SHARE = 0.8;
/** Parts smaller than this (km2) are where borders touch, not a region inside. */
const LEAST_PART_KM2 = 0.01;

export function prepareGround(ground: CatchmentGround): PreparedGround {
  const points = ground.settlements.map(({ lng, lat }): LngLat => [lng, lat]);
  const populations = ground.settlements.map(({ population }) => population);
  const listedPopulation = new Map<string, number>();
  for (const { region, population } of ground.settlements)
    if (region !== undefined)
      listedPopulation.set(region, (listedPopulation.get(region) ?? 0) + population);
  return {
    ground,
    points,
    tree: buildPointTree(points, populations),
    regionPlanes: ground.regions.map(({ geometry }) => toEqualAreaPlane(geometry)),
    listedPopulation,
  };
}

/** What lies within a radius of lines, in one call. See `catchmentOn`. */
export function catchment(input: CatchmentInput): CatchmentResult {
  return catchmentOn(prepareGround(input), input.lines, input.radiusKm);
}

/**
 * What lies within `radiusKm` of lines: area, people, places and regions. Whether a place lies
 * inside is decided by geodesics, not by the outline; areas are those of the outline, hence good to
 * about 0.1 %, and shares of regions are added up in an equal-area plane.
 * @throws UserError `bad-radius`, `bad-coordinate`, `empty-line`, `both-poles`
 */
export function catchmentOn(
  prepared: PreparedGround,
  lines: readonly (readonly LngLat[])[],
  radiusKm: number,
): CatchmentResult {
  return allSteps(catchmentSteps(prepared, lines, radiusKm));
}

/** The same in steps. */
export function* catchmentSteps(
  prepared: PreparedGround,
  lines: readonly (readonly LngLat[])[],
  radiusKm: number,
): Steps<CatchmentResult> {
  const geometry = yield* partOf(0, OUTLINE_SHARE, catchmentOutlineSteps(lines, radiusKm));
  const index = indexOf(lines);
  const areaKm2 = polygonAreaKm2(geometry);
  const settlements = settlementsInside(prepared, index, radiusKm);
  yield shareDone(SETTLEMENTS_SHARE);
  const regions = regionsInside(prepared, toEqualAreaPlane(geometry), areaKm2);
  yield shareDone(1);
  const years = settlements.map(({ year }) => year);
  const coverage = populationCoverage(prepared, regions);
  const regionsKm2 = regions.reduce((sum, region) => sum + region.areaKm2, 0);
  return {
    radiusKm,
    areaKm2,
    population: settlements.reduce((sum, { population }) => sum + population, 0),
    ...(years.length > 0 ? { populationYears: [min(years), max(years)] } : {}),
    ...(coverage === undefined ? {} : { populationCoverage: coverage }),
    settlements,
    hubs: placesInside(prepared.ground.hubs, index, radiusKm),
    crossings: placesInside(prepared.ground.crossings, index, radiusKm),
    regions,
    byCountry: byCountry(regions, settlements),
    unassignedKm2: Math.max(0, areaKm2 - regionsKm2),
    geometry,
  };
}

const indices = new WeakMap<readonly LngLat[], LineIndex>();

/** The index of lines; that of a single line, such as a corridor under a slider, is remembered. */
function indexOf(lines: readonly (readonly LngLat[])[]): LineIndex {
  const [line] = lines;
  if (!line || lines.length > 1) return indexLines(lines);
  let index = indices.get(line);
  if (!index) indices.set(line, (index = indexLines(lines)));
  return index;
}

type PlaceFoot = Pick<NearestOnLine, 'distanceKm' | 'chainageKm'>;

const feetOn = new WeakMap<LineIndex, Map<CatchmentPlace, PlaceFoot>>();

/** Where a place lies along lines; remembered, since it is the same at every radius. */
function footOf(index: LineIndex, place: CatchmentPlace): PlaceFoot {
  let feet = feetOn.get(index);
  if (!feet) feetOn.set(index, (feet = new Map()));
  let foot = feet.get(place);
  if (!foot) feet.set(place, (foot = nearestOnLine(index, [place.lng, place.lat])));
  return foot;
}

/** The settlements inside with their places along the line, largest first. */
export function settlementsInside(
  { ground, points, tree }: PreparedGround,
  index: LineIndex,
  radiusKm: number,
): SettlementInside[] {
  const inside: SettlementInside[] = [];
  let hint = -1;
  for (const i of insideCatchment(tree, points, index, radiusKm).indices) {
    const { id, name, country, lng, lat, population, year } = ground.settlements[i]!;
    const quick = nearOnLine(index, points[i]!, hint);
    hint = quick.leg;
    const { distanceKm, chainageKm } =
      quick.distanceKm <= QUICK_FOOT_KM ? quick : nearestOnLine(index, points[i]!);
    const place = { id, name, country, lng, lat };
    inside.push({ ...place, population, year, distanceKm, chainageKm });
  }
  return inside.sort((a, b) => b.population - a.population || compareIds(a, b));
}

function placesInside(
  places: readonly CatchmentPlace[],
  index: LineIndex,
  radiusKm: number,
): PlaceInside[] {
  const inside: PlaceInside[] = [];
  for (const place of places) {
    const { distanceKm, chainageKm } = footOf(index, place);
    if (distanceKm > radiusKm) continue;
    const { id, name, country, lng, lat } = place;
    const where = { lng, lat, distanceKm, chainageKm };
    inside.push({ id, name, ...(country ? { country } : {}), ...where });
  }
  return inside.sort((a, b) => a.chainageKm - b.chainageKm || compareIds(a, b));
}

function regionsInside(
  { ground, regionPlanes }: PreparedGround,
  outline: PlaneRegion,
  areaKm2: number,
): RegionInside[] {
  const parts = commonAreasKm2(regionPlanes, outline);
  const inside: RegionInside[] = [];
  ground.regions.forEach(({ id, name, country }, i) => {
    const plane = regionPlanes[i]!;
    const partKm2 = parts[i]!;
    if (partKm2 < LEAST_PART_KM2) return;
    inside.push({
      id,
      name,
      country,
      areaKm2: partKm2,
      shareOfRegion: Math.min(1, partKm2 / plane.areaKm2),
      shareOfCatchment: Math.min(1, partKm2 / areaKm2),
    });
  });
  return inside.sort((a, b) => b.areaKm2 - a.areaKm2 || compareIds(a, b));
}

function populationCoverage(
  { ground, listedPopulation }: PreparedGround,
  regions: readonly RegionInside[],
): number | undefined {
  const touched = new Set(regions.map(({ id }) => id));
  let listed = 0;
  let census = 0;
  for (const { id, population } of ground.regions) {
    if (population === undefined || !touched.has(id)) continue;
    listed += listedPopulation.get(id) ?? 0;
    census += population;
  }
  return census > 0 ? listed / census : undefined;
}

function byCountry(
  regions: readonly RegionInside[],
  settlements: readonly SettlementInside[],
): Record<CountryCode, CountryInside> {
  const groups = new Map<CountryCode, CountryInside>();
  const group = (country: CountryCode): CountryInside => {
    const found = groups.get(country) ?? { areaKm2: 0, population: 0, settlements: 0 };
    groups.set(country, found);
    return found;
  };
  for (const { country, areaKm2 } of regions) group(country).areaKm2 += areaKm2;
  for (const { country, population } of settlements) {
    group(country).population += population;
    group(country).settlements += 1;
  }
  return Object.fromEntries(groups);
}

const compareIds = (a: { id: string }, b: { id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
const min = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
const max = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));
