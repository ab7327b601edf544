import type { Feature, Geometry } from 'geojson';
import { measureLine, measureRing, type Measurement } from '../../core/analysis/measure';
import { cutLineAt180 } from '../../core/geo/antimeridian';
import { cutPolygonsAt180 } from '../../core/geo/antimeridian-polygon';
import { geodesicThrough } from '../../core/geo/geodesic';
import { UserError } from '../../core/errors';
import type { LngLat } from '../../core/types';
import { distancesFromCorridors, type CorridorDistance } from '../../data/questions/from-corridors';
import { corridorProfile } from '../../data/questions/corridor';
import { restsOnCorridors } from '../corridor-rests';
import { parseLngLat } from '../arguments';
import type { Command, Output, Table } from '../command';
import { collection, feature, lineFeature } from '../geojson';

/** Steps of the drawn geodesic: its segments then depart from it by less than 50 m. */
const STEP_KM = 20;

export const measureCommand: Command = {
  name: 'measure',
  usage: 'LNG,LAT LNG,LAT ... [--area] [--corridor ID]',
  summary: 'geodesic length, bearings and area on the WGS84 ellipsoid; distance from a corridor',
  example: 'measure 126.63,45.75 131.88,43.12',
  options: { area: { type: 'boolean' }, corridor: { type: 'string' } },
  help: {
    area: 'the points are the corners of an area; the last leads back to the first',
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
    const { corridor } = values;
    if (values.area && corridor !== undefined)
      throw new UserError('bad-option', '--area and --corridor ask different things: give one');
    if (values.area) {
      const measured = measureRing(points);
      const ring = geodesicThrough([...points, points[0]!], STEP_KM);
      const area = `${measured.areaKm2.toFixed(3)} km2 within ${measured.distanceKm.toFixed(3)} km (WGS84 geodesics)`;
      return {
        json: measured,
        table: segmentTable([area], measured),
        geojson: collection([
          feature(cutPolygonsAt180([[ring]]), {
            areaKm2: measured.areaKm2,
            distanceKm: measured.distanceKm,
          }),
        ]),
      };
    }
    if (typeof corridor === 'string') {
      const beside = await besideCorridors(points, (place) =>
        distancesFromCorridors(atlas, place, corridor === 'all' ? undefined : [corridor]),
      );
      const line = points.length > 1 ? measureLine(points) : { distanceKm: 0, segments: [] };
      return {
        json: { ...line, fromCorridor: beside },
        table: corridorTable(corridor, beside),
        geojson: collection(beside.flatMap(besideFeatures)),
        rests: restsOnCorridors(
          await Promise.all(
            [...new Set(beside.map(({ id }) => id))].map((id) => corridorProfile(atlas, id)),
          ),
        ),
      };
    }
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
  },
};

function segmentTable(head: string[], { segments }: Measurement): Table {
  return {
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

async function besideCorridors(
  points: readonly LngLat[],
  ask: (place: LngLat) => Promise<CorridorDistance[]>,
): Promise<Beside[]> {
  if (points.length === 0)
    throw new UserError('too-few-points', '--corridor needs one point or more, this has 0');
  const answers = points.map(async (from) =>
    (await ask(from)).map((distance): Beside => ({ from, ...distance })),
  );
  return (await Promise.all(answers)).flat();
}

function corridorTable(asked: string, beside: readonly Beside[]): Table {
  return {
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

/** The perpendicular from the point to the corridor. */
function besideFeatures({ from, point, id, distanceKm, chainageKm }: Beside): Feature<Geometry>[] {
  const line = cutLineAt180(geodesicThrough([from, point], STEP_KM));
  return [lineFeature(line, { corridor: id, distanceKm, chainageKm })];
}
