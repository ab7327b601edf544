import { geoContains, type GeoProjection } from 'd3-geo';
import { rewound, type MapSource } from './ground';
import type { Box } from './shapes';
import { ground } from './scale-bar';

/** Whether a point of the page shows a place of which there are data. */
export type Mapped = (x: number, y: number) => boolean;

/** The source of the area that has data: the sea is drawn of it. */
export const WINDOW = 'window';

/** Beyond the area of the data, beyond the pole of a cone and beyond the horizon paper is bare. */
export function mappedPart(source: MapSource, projection: GeoProjection): Mapped {
  const areas = (source.features(WINDOW)?.features ?? []).flatMap(
    ({ geometry }) => rewound(geometry) ?? [],
  );
  return (x, y) => {
    const place = ground(projection, x, y);
    return place !== null && areas.some((area) => geoContains(area, place));
  };
}

/** Points across a frame that are tried. */
const TRIED = 24;

/** Whether some of a frame is bare, looked at in a grid of points. */
export function hasBarePart(mapped: Mapped, { x, y, width, height }: Box): boolean {
  for (let i = 0; i <= TRIED; i++)
    for (let j = 0; j <= TRIED; j++)
      if (!mapped(x + (width * i) / TRIED, y + (height * j) / TRIED)) return true;
  return false;
}
