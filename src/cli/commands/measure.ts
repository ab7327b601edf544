import type { Feature } from 'geojson';
import { measureLine, measureRing, type Measurement } from '../../core/analysis/measure';
import { sliceKm } from '../../core/geo/along';
import { cutLineAt180 } from '../../core/geo/antimeridian';
import { cutPolygonsAt180 } from '../../core/geo/antimeridian-polygon';
import { geodesicThrough } from '../../core/geo/geodesic';
import { chainagesKm } from '../../core/geo/line-length';
import { parseLngLat } from '../../core/network/places';
import { UserError } from '../../core/errors';
import type { LngLat } from '../../core/types';
import { distancesFromCorridors, type CorridorDistance } from '../../data/questions/from-corridors';
import type { Atlas } from '../../data/atlas';
import { corridorProfile } from '../../data/questions/corridor';
import { lineCountries } from '../../data/questions/line-countries';
import { restsOnCorridors } from '../corridor-rests';
import type { Command, Output, Table } from '../command';
import { collection, feature, lineFeature } from '../geojson';

/** Steps of the drawn geodesic: its segments then depart from it by less than 50 m. */
const STEP_KM = 20;

export const measureCommand: Command = {
  name: 'measure',
  usage: 'LNG,LAT LNG,LAT ... [--area] [--countries] [--corridor ID]',
  summary:
    'geodesic length, bearings and area on the WGS84 ellipsoid; its countries; distance from a corridor',
  example: 'measure 126.63,45.75 131.88,43.12',
  options: {
    area: { type: 'boolean' },
    countries: { type: 'boolean' },
    corridor: { type: 'string' },
  },
  help: {
    area: 'the points are the corners of an area; the last leads back to the first',
    countries: 'the kilometres in each country, and at which kilometre the line passes into it',
    'corridor ID':
      'how far each point lies from a corridor, or from `all`, and at which of its kilometres',
  },
  async run({ atlas }, args, values): Promise<Output> {
    const points = args.map((arg): LngLat => {
      const point = parseLngLat(arg);
      if (point) return point;
      throw new UserError(
        'bad-coordinate',
        `"${arg}" is no point; LNG,LAT such as 126.63,45.75 is needed`,
      );
    });
    const { area, countries, corridor } = values;
    if ([area, countries, corridor].filter((asked) => asked !== undefined).length > 1)
      throw new UserError(
        'bad-option',
        '--area, --countries and --corridor ask different things: give one',
      );
    if (area) return areaOutput(points);
    if (countries) return countriesOutput(atlas, points);
    return typeof corridor === 'string'
      ? corridorOutput(atlas, points, corridor)
      : lineOutput(points);
  },
};

function lineOutput(points: readonly LngLat[]): Output {
  const measured = measureLine(points);
  const { distanceKm, sphericalKm } = measured;
  const total = `${distanceKm.toFixed(3)} km (WGS84 geodesic), ${sphericalKm.toFixed(3)} km on turf's sphere`;
  const line = cutLineAt180(geodesicThrough(points, STEP_KM));
  return {
    title: 'Geodesic length',
    json: measured,
    table: segmentTable([total], measured),
    geojson: collection([lineFeature(line, { distanceKm, sphericalKm })]),
  };
}

/** The line, and its stretches in each country. */
async function countriesOutput(atlas: Atlas, points: readonly LngLat[]): Promise<Output> {
  const measured = measureLine(points);
  const { byCountry, stretches } = await lineCountries(atlas, points);
  const line = geodesicThrough(points, STEP_KM);
  const chainages = chainagesKm(line);
  const rows = stretches.map((stretch) => ({ ...stretch, km: stretch.toKm - stretch.fromKm }));
  return {
    title: 'Kilometres by country',
    json: { ...measured, byCountry, stretches },
    table: {
      head: [
        `${measured.distanceKm.toFixed(3)} km (WGS84 geodesic)`,
        `by country: ${Object.entries(byCountry)
          .map(([country, km]) => `${country} ${km.toFixed(1)} km`)
          .join(', ')}`,
      ],
      columns: [
        { key: 'country', title: 'country' },
        { key: 'fromKm', title: 'from km', digits: 1 },
        { key: 'toKm', title: 'to km', digits: 1 },
        { key: 'km', title: 'km', digits: 1 },
      ],
      rows,
    },
    geojson: collection(
      rows.map((row) =>
        lineFeature(cutLineAt180(sliceKm(line, row.fromKm, row.toKm, chainages)), row),
      ),
    ),
    rests: { layers: ['countries'] },
  };
}

function areaOutput(points: readonly LngLat[]): Output {
  const measured = measureRing(points);
  const { areaKm2, distanceKm } = measured;
  const total = `${areaKm2.toFixed(3)} km2 within ${distanceKm.toFixed(3)} km (WGS84 geodesics)`;
  const ring = geodesicThrough([...points, points[0]!], STEP_KM);
  return {
    title: 'Geodesic area',
    json: measured,
    table: segmentTable([total], measured),
    geojson: collection([feature(cutPolygonsAt180([[ring]]), { areaKm2, distanceKm })]),
  };
}

/** How far each point lies from a corridor, or from `all` of them. */
async function corridorOutput(
  atlas: Atlas,
  points: readonly LngLat[],
  asked: string,
): Promise<Output> {
  if (points.length === 0)
    throw new UserError('too-few-points', '--corridor needs one point or more, this has 0');
  const ids = asked === 'all' ? undefined : [asked];
  const answers = points.map(async (from) =>
    (await distancesFromCorridors(atlas, from, ids)).map((each): Beside => ({ from, ...each })),
  );
  const beside = (await Promise.all(answers)).flat();
  const corridors = [...new Set(beside.map(({ id }) => id))];
  const line = points.length > 1 ? measureLine(points) : { distanceKm: 0, segments: [] };
  return {
    title: `Distance from ${asked}`,
    json: { ...line, fromCorridor: beside },
    table: corridorTable(asked, beside),
    geojson: collection(beside.map(perpendicular)),
    rests: restsOnCorridors(await Promise.all(corridors.map((id) => corridorProfile(atlas, id)))),
  };
}

function segmentTable(head: string[], { segments }: Measurement): Table {
  return {
    leading: 2,
    head,
    columns: [
      { key: 'from', title: 'from' },
      { key: 'to', title: 'to' },
      { key: 'distanceKm', title: 'km', digits: 3 },
      { key: 'initialBearing', title: 'bearing', digits: 2 },
      { key: 'finalBearing', title: 'arrives', digits: 2 },
    ],
    rows: segments.map((segment) => ({
      ...segment,
      from: segment.from.join(','),
      to: segment.to.join(','),
    })),
  };
}

/** A point of the question beside a corridor. */
interface Beside extends CorridorDistance {
  from: LngLat;
}

function corridorTable(asked: string, beside: readonly Beside[]): Table {
  return {
    leading: 2,
    head: [`distance from ${asked} (WGS84 geodesic), and where along it`],
    columns: [
      { key: 'from', title: 'point' },
      { key: 'id', title: 'corridor' },
      { key: 'distanceKm', title: 'km from it', digits: 3 },
      { key: 'chainageKm', title: 'at km', digits: 1 },
      { key: 'drawnChainageKm', title: 'drawn km', digits: 1 },
      { key: 'nearest', title: 'nearest point' },
    ],
    rows: beside.map(({ from, id, point, distanceKm, chainageKm, drawnChainageKm }) => ({
      from: from.join(','),
      id,
      distanceKm,
      chainageKm,
      drawnChainageKm,
      nearest: point.map((degrees) => degrees.toFixed(5)).join(','),
    })),
  };
}

/** The geodesic from the point to the corridor. */
function perpendicular({ from, point, id, distanceKm, chainageKm }: Beside): Feature {
  const line = cutLineAt180(geodesicThrough([from, point], STEP_KM));
  return lineFeature(line, { corridor: id, distanceKm, chainageKm });
}
