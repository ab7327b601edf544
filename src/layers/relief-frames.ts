import { PLANAR, planarConverter } from '../core/geo/planar';
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

type FrameId = 'north-asia' | 'arctic' | 'mercator';

const KM = 1000;

export const RELIEF_FRAMES: Record<FrameId, ReliefFrame> = {
  'north-asia': {
    file: 'relief/north-asia.webp',
    widthPx: 1800,
    heightPx: 1200,
    box: [-4500 * KM, -2900 * KM, 4500 * KM, 3100 * KM],
  },
  arctic: {
    file: 'relief/arctic.webp',
    widthPx: 1600,
    heightPx: 1200,
    box: [-4800 * KM, -6400 * KM, 4800 * KM, 800 * KM],
  },
  mercator: {
    file: 'relief/mercator.webp',
    widthPx: 1800,
    heightPx: 1500,
    box: [mercatorX(25), mercatorY(30), mercatorX(192), mercatorY(81)],
  },
};

const frameOf = (projection: ProjectionId): FrameId =>
  isPlanar(projection) ? projection : 'mercator';

/** The image of a projection and the longitude and latitude of its corners, clockwise from NW. */
export function reliefFrame(projection: ProjectionId): {
  url: string;
  corners: [Corner, Corner, Corner, Corner];
} {
  const frame = RELIEF_FRAMES[frameOf(projection)];
  const [west, south, east, north] = frame.box;
  const at = isPlanar(projection) ? planarCorner(projection) : mercatorCorner;
  return {
    url: frame.file,
    corners: [at(west, north), at(east, north), at(east, south), at(west, south)],
  };
}

type Corner = [lng: number, lat: number];

function planarCorner(projection: 'north-asia' | 'arctic'): (x: number, y: number) => Corner {
  const { inverse } = planarConverter(PLANAR[projection]);
  return (x, y) => {
    const corner = inverse([x, y]);
    if (!corner) throw new Error(`a corner of the ${projection} relief lies outside of the earth`);
    return corner;
  };
}

const mercatorCorner = (x: number, y: number): Corner => [
  (x * 180) / Math.PI,
  ((2 * Math.atan(Math.exp(y)) - Math.PI / 2) * 180) / Math.PI,
];

function mercatorX(lng: number): number {
  return (lng * Math.PI) / 180;
}

function mercatorY(lat: number): number {
  return Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
}
