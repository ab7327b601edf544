/**
 * The two planar projections of the map, on the authalic sphere of WGS84, by the formulas of Snyder,
 * "Map projections: a working manual" (USGS 1987), sections 14 and 24. They stand here in a few
 * lines, not in a library, because MapLibre's workers take a script without imports and the page
 * stays light; the tests compare them with d3-geo (which draws on paper) and with PROJ's port.
 */

/** Radius in metres of the sphere with the surface of the WGS84 ellipsoid. */
export const SPHERE_RADIUS_M = 6371007.181;

export interface PlanarDefinition {
  kind: 'albers' | 'polar-azimuthal';
  /** Central meridian, degrees east. */
  lng0: number;
  /** Latitude of the origin of y, degrees north. */
  lat0: number;
  /** Standard parallels of the cone, degrees north. */
  parallels?: [number, number];
}

export const PLANAR = {
  'north-asia': { kind: 'albers', lng0: 110, lat0: 55, parallels: [45, 70] },
  arctic: { kind: 'polar-azimuthal', lng0: 110, lat0: 90 },
} as const satisfies Record<string, PlanarDefinition>;

export type PlanarId = keyof typeof PLANAR;

export interface PlanarConverter {
  /** Degrees to metres east and north of the origin. */
  forward(lngLat: readonly number[]): [number, number];
  /** Metres to degrees in [-180, 180); null outside of the projected world. */
  inverse(metres: readonly number[]): [number, number] | null;
}

const RADIANS = Math.PI / 180;

/** The converter between longitude and latitude and the plane of a projection. */
export function planarConverter(definition: PlanarDefinition): PlanarConverter {
  const { forward, inverse } = onUnitSphere(definition);
  return {
    forward([lng, lat]) {
      const [x, y] = forward(wrap(lng! - definition.lng0) * RADIANS, lat! * RADIANS);
      return [x * SPHERE_RADIUS_M, y * SPHERE_RADIUS_M];
    },
    inverse([x, y]) {
      const [lambda, phi] = inverse(x! / SPHERE_RADIUS_M, y! / SPHERE_RADIUS_M);
      if (!Number.isFinite(lambda) || !Number.isFinite(phi) || Math.abs(lambda) > Math.PI)
        return null;
      return [wrap(lambda / RADIANS + definition.lng0), phi / RADIANS];
    },
  };
}

interface UnitConverter {
  forward(lambda: number, phi: number): [number, number];
  inverse(x: number, y: number): [number, number];
}

function onUnitSphere({ kind, lat0, parallels }: PlanarDefinition): UnitConverter {
  if (kind === 'polar-azimuthal') return { forward: polar, inverse: polarInverse };
  return albers(lat0 * RADIANS, parallels![0] * RADIANS, parallels![1] * RADIANS);
}

/** Cone through two standard parallels; the apex lies north of the map. */
function albers(phi0: number, phi1: number, phi2: number): UnitConverter {
  const n = (Math.sin(phi1) + Math.sin(phi2)) / 2;
  const c = Math.cos(phi1) ** 2 + 2 * n * Math.sin(phi1);
  const radius = (phi: number): number => Math.sqrt(c - 2 * n * Math.sin(phi)) / n;
  const radius0 = radius(phi0);
  return {
    forward(lambda, phi) {
      const rho = radius(phi);
      return [rho * Math.sin(n * lambda), radius0 - rho * Math.cos(n * lambda)];
    },
    inverse(x, y) {
      const rho = Math.hypot(x, radius0 - y);
      return [Math.atan2(x, radius0 - y) / n, Math.asin((c - (rho * n) ** 2) / (2 * n))];
    },
  };
}

/** North polar aspect: the distance from the pole is 2 sin(half the polar distance). */
function polar(lambda: number, phi: number): [number, number] {
  const rho = 2 * Math.sin((Math.PI / 2 - phi) / 2);
  return [rho * Math.sin(lambda), -rho * Math.cos(lambda)];
}

function polarInverse(x: number, y: number): [number, number] {
  const rho = Math.hypot(x, y);
  return [rho === 0 ? 0 : Math.atan2(x, -y), Math.PI / 2 - 2 * Math.asin(rho / 2)];
}

const wrap = (lng: number): number => ((((lng + 180) % 360) + 360) % 360) - 180;
