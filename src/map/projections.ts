import { PLANAR, planarConverter, SPHERE_RADIUS_M, type PlanarId } from '../core/geo/planar';
import { isPlanar, type ProjectionId } from '../core/projections';

/** The four projections as MapLibre and the user know them. */

/** One turn of the sphere, so that a zoom means the same scale as Mercator's on the equator. */
const WORLD_M = 2 * Math.PI * SPHERE_RADIUS_M;

export interface ProjectionInfo {
  /** Name in the style's `projection.type`. */
  type: string;
  minZoom: number;
}

export const PROJECTIONS: Record<ProjectionId, ProjectionInfo> = {
  'north-asia': {
    type: 'custom:north-asia',
    minZoom: 1.4,
  },
  arctic: {
    type: 'custom:arctic',
    minZoom: 1.4,
  },
  globe: {
    type: 'globe',
    minZoom: 0.2,
  },
  mercator: {
    type: 'mercator',
    minZoom: 1,
  },
};

/** What MapLibre's `addProjection` takes, and what its workers get as `definition`. */
export function planarCrs(id: PlanarId): {
  name: string;
  projection: {
    forward(position: number[]): number[];
    inverse(position: number[]): number[] | null;
  };
  tileMatrixSet: { origin: [number, number]; extentAtZoom0: number };
  definition: string;
} {
  return {
    name: PROJECTIONS[id].type,
    projection: planarConverter(PLANAR[id]),
    tileMatrixSet: { origin: [-WORLD_M / 2, WORLD_M / 2], extentAtZoom0: WORLD_M },
    definition: JSON.stringify(PLANAR[id]),
  };
}

/**
 * A point in the plane of a projection, in units of the world's width at zoom 0, x to the right and
 * y down: what framing and clipping reckon with. The globe is framed as Mercator draws it.
 */
export function worldPoint(projection: ProjectionId, lng: number, lat: number): [number, number] {
  if (isPlanar(projection)) {
    const [x, y] = converters[projection].forward([lng, lat]);
    return [0.5 + x / WORLD_M, 0.5 - y / WORLD_M];
  }
  const phi = (Math.max(-85, Math.min(85, lat)) * Math.PI) / 180;
  return [0.5 + lng / 360, 0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI)];
}

/** The longitude and latitude of a world point; null outside of the earth. */
export function worldLngLat(
  projection: ProjectionId,
  x: number,
  y: number,
): [number, number] | null {
  if (isPlanar(projection))
    return converters[projection].inverse([(x - 0.5) * WORLD_M, (0.5 - y) * WORLD_M]);
  return [
    (x - 0.5) * 360,
    ((2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2) * 180) / Math.PI,
  ];
}

const converters = {
  'north-asia': planarConverter(PLANAR['north-asia']),
  arctic: planarConverter(PLANAR.arctic),
};
