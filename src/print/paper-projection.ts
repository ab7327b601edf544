import {
  geoAzimuthalEqualArea,
  geoConicEqualArea,
  geoMercator,
  geoOrthographic,
  type GeoProjection,
} from 'd3-geo';
import { PLANAR } from '../core/geo/planar';
import type { ProjectionId, ViewState } from '../core/projections';
import type { Box } from './shapes';

/** Pixels of the world's width at zoom 0, as the screen counts them. */
const WORLD_PX = 512;
const RADIANS = Math.PI / 180;
/** Degrees beyond the frame's edge are drawn, in points, so that no stroke ends at the neat line. */
const MARGIN = 24;

/**
 * The screen's view on paper: the same projection with the same parameters, the same place in the
 * middle of `frame`, the same bearing; `zoom` of the view counts in style pixels of `pixel` points.
 * Pitch is left out: paper is looked at from above.
 */
export function paperProjection(
  id: ProjectionId,
  view: ViewState,
  frame: Box,
  pixel: number,
): GeoProjection {
  const projection = unplaced(id, view);
  const radius = ((WORLD_PX * 2 ** view.zoom) / (2 * Math.PI)) * pixel;
  // The globe follows Mercator's scale at its middle.
  const scale = id === 'globe' ? radius / Math.cos(view.lat * RADIANS) : radius;
  projection.scale(scale).translate([0, 0]).angle(view.bearing).precision(0.2);
  const [x, y] = projection([view.lng, view.lat]) ?? [0, 0];
  projection.translate([frame.x + frame.width / 2 - x, frame.y + frame.height / 2 - y]);
  return projection.clipExtent([
    [frame.x - MARGIN, frame.y - MARGIN],
    [frame.x + frame.width + MARGIN, frame.y + frame.height + MARGIN],
  ]);
}

function unplaced(id: ProjectionId, view: ViewState): GeoProjection {
  switch (id) {
    case 'north-asia': {
      const { lng0, lat0, parallels } = PLANAR['north-asia'];
      return geoConicEqualArea()
        .parallels([...parallels])
        .rotate([-lng0, 0])
        .center([0, lat0]);
    }
    case 'arctic':
      return geoAzimuthalEqualArea().rotate([-PLANAR.arctic.lng0, -PLANAR.arctic.lat0]);
    case 'globe':
      return geoOrthographic().rotate([-view.lng, -view.lat]).clipAngle(90);
    case 'mercator':
      // Turned to the view, so that the map is cut on the other side of the earth.
      return geoMercator().rotate([-view.lng, 0]);
  }
}

/**
 * The zoom at which a frame of paper shows the ground that a screen shows, all of it. Sizes in
 * pixels of the screen and in style pixels of the paper.
 */
export function paperZoom(
  zoom: number,
  screen: { width: number; height: number },
  paper: { width: number; height: number },
): number {
  return zoom + Math.log2(Math.min(paper.width / screen.width, paper.height / screen.height));
}
