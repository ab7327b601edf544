import { PLANAR, planarConverter, type PlanarConverter } from '../core/geo/planar';
import { isPlanar, type ProjectionId } from '../core/projections';

/**
 * Where the relief images lie. The build warps the shade into these boxes, the map lays the images
 * into the same boxes: one definition, so that they cannot drift apart.
 */

export interface ReliefFrame {
  /** Path under static/. */
  file: string;
  widthPx: number;
  heightPx: number;
  /** West, south, east, north: metres in a planar projection, radians of Mercator otherwise. */
  box: [number, number, number, number];
}

export type FrameId = 'north-asia' | 'arctic' | 'mercator';

/** Grey of level ground in the images: darker is shadow, lighter is lit. */
export const RELIEF_LEVEL = 128;

const KM = 1000;
/** Longitudes west of it are counted on past 180. */
const MERCATOR_WEST = -30;

export const RELIEF_FRAMES: Record<FrameId, ReliefFrame> = {
  'north-asia': {
    file: 'relief/north-asia.webp',
    widthPx: 1500,
    heightPx: 1000,
    box: [-4500 * KM, -2900 * KM, 4500 * KM, 3100 * KM],
  },
  arctic: {
    file: 'relief/arctic.webp',
    widthPx: 1440,
    heightPx: 1080,
    box: [-4800 * KM, -6400 * KM, 4800 * KM, 800 * KM],
  },
  mercator: {
    file: 'relief/mercator.webp',
    widthPx: 1680,
    heightPx: 1148,
    // 25 E to 168 W and 30 to 81 N.
    box: [0.43633, 0.54931, 3.35103, 2.54212],
  },
};

/** The image of a projection and the longitude and latitude of its corners, clockwise from NW. */
export function reliefFrame(projection: ProjectionId): {
  url: string;
  corners: [Corner, Corner, Corner, Corner];
} {
  const id = isPlanar(projection) ? projection : 'mercator';
  const frame = RELIEF_FRAMES[id];
  const [west, south, east, north] = frame.box;
  const { inverse } = frameConverter(id);
  const at = (x: number, y: number): Corner => {
    const corner = inverse([x, y]);
    if (!corner) throw new Error(`a corner of the ${id} relief lies outside of the earth`);
    // Corners east of 180 carry on from those west of it, or Mercator would lay the image backwards.
    return [id === 'mercator' && corner[0] < 0 ? corner[0] + 360 : corner[0], corner[1]];
  };
  return {
    url: frame.file,
    corners: [at(west, north), at(east, north), at(east, south), at(west, south)],
  };
}

type Corner = [lng: number, lat: number];

/** Between longitude and latitude and the units of a frame's box. */
export function frameConverter(id: FrameId): PlanarConverter {
  return id === 'mercator' ? mercator : planarConverter(PLANAR[id]);
}

const RADIANS = Math.PI / 180;

const mercator: PlanarConverter = {
  forward: ([lng, lat]) => [
    (lng! < MERCATOR_WEST ? lng! + 360 : lng!) * RADIANS,
    Math.log(Math.tan(Math.PI / 4 + (Math.min(lat!, 89) * RADIANS) / 2)),
  ],
  inverse: ([x, y]) => [x! / RADIANS, (2 * Math.atan(Math.exp(y!)) - Math.PI / 2) / RADIANS],
};
