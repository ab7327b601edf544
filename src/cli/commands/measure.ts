import { measureLine } from '../../core/analysis/measure';
import { cutLineAt180 } from '../../core/geo/antimeridian';
import { geodesicPoints } from '../../core/geo/geodesic';
import { UserError } from '../../core/errors';
import type { LngLat } from '../../core/types';
import { parseLngLat } from '../arguments';
import type { Command } from '../command';
import { collection, lineFeature } from '../geojson';

/** Steps of the drawn geodesic: its segments then depart from it by less than 50 m. */
const STEP_KM = 20;

export const measureCommand: Command = {
  name: 'measure',
  usage: 'LNG,LAT LNG,LAT ...',
  summary: 'geodesic length and bearings on the WGS84 ellipsoid',
  example: 'measure 126.63,45.75 131.88,43.12',
  options: {},
  help: {},
  async run(_context, args) {
    const points = args.map((arg): LngLat => {
      const point = parseLngLat(arg);
      if (point) return point;
      throw new UserError(
        'bad-coordinate',
        `"${arg}" is no point; LNG,LAT such as 126.63,45.75 is needed`,
      );
    });
    const measured = measureLine(points);
    const drawn = points.flatMap((point, i) =>
      i === 0 ? [point] : geodesicPoints(points[i - 1]!, point, STEP_KM).slice(1),
    );
    return {
      title: 'Geodesic length',
      json: measured,
      table: {
        head: [
          `${measured.distanceKm.toFixed(3)} km (WGS84 geodesic), ${measured.sphericalKm.toFixed(3)} km on turf's sphere`,
        ],
        columns: [
          { key: 'from', title: 'from' },
          { key: 'to', title: 'to' },
          { key: 'distanceKm', title: 'km', digits: 3 },
          { key: 'initialBearing', title: 'bearing', digits: 2 },
          { key: 'finalBearing', title: 'arrives', digits: 2 },
        ],
        rows: measured.segments.map((segment) => ({
          ...segment,
          from: segment.from.join(','),
          to: segment.to.join(','),
        })),
      },
      geojson: collection([
        lineFeature(cutLineAt180(drawn), {
          distanceKm: measured.distanceKm,
          sphericalKm: measured.sphericalKm,
        }),
      ]),
    };
  },
};
