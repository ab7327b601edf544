import { error, quote, warning, type Report } from './issue';

/** Reports what is wrong with a position: its kind, its numbers, their order or their bounds. */
export function checkPosition(position: unknown, place: string, report: Report): void {
  if (!Array.isArray(position) || position.length < 2) {
    report(
      error(
        'position-malformed',
        place,
        `${quote(position)} is not a position`,
        '[longitude, latitude]',
      ),
    );
    return;
  }
  const [lng, lat] = position as unknown[];
  if (!Number.isFinite(lng) || !Number.isFinite(lat)) {
    report(
      error(
        'coordinate-not-finite',
        place,
        `${quote(position)} holds no finite numbers`,
        'numbers in degrees',
      ),
    );
    return;
  }
  const [x, y] = [lng as number, lat as number];
  if (position.length > 2 && !Number.isFinite(position[2]))
    report(
      error(
        'elevation-not-number',
        place,
        `the third value of ${quote(position)} is no number`,
        'metres above the ellipsoid, or leave it out',
      ),
    );
  else if (position.length > 3)
    report(
      warning(
        'position-extra',
        place,
        `${quote(position)} has ${position.length} values`,
        'longitude, latitude, elevation; programs drop the rest',
      ),
    );
  if (Math.abs(y) > 90 && Math.abs(y) <= 180 && Math.abs(x) <= 90)
    report(
      error('axes-swapped', place, `latitude ${y} is beyond 90`, `longitude first: [${y}, ${x}]`),
    );
  else if (Math.abs(x) > 360 || Math.abs(y) > 90)
    report(
      Math.abs(x) > 400 && Math.abs(y) > 400
        ? error(
            'coordinates-projected',
            place,
            `${x}, ${y} look like metres of a projection`,
            'degrees on WGS84 (EPSG:4326)',
          )
        : error(
            'latitude-out-of-range',
            place,
            `${x}, ${y} is beyond the globe`,
            'longitude within 180, latitude within 90',
          ),
    );
  else if (Math.abs(x) > 180)
    report(
      error(
        'longitude-out-of-range',
        place,
        `longitude ${x} is beyond 180`,
        `${wrap(x)}, and geometry cut at 180 degrees`,
      ),
    );
}

const wrap = (lng: number): number => ((((lng + 180) % 360) + 360) % 360) - 180;
