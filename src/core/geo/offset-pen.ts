import type { LngLat } from '../types';
import { DEGREE, ECCENTRICITY2, FLATTENING, SEMI_MINOR_KM } from './ellipsoid';
import { PLANE_DIAMETER_KM, type PolarPlane } from './polar-plane';

const SECOND_ECCENTRICITY2 = ECCENTRICITY2 / (1 - ECCENTRICITY2);

/**
 * Puts points at a fixed geodesic distance from a centre straight into a polar plane, some ten times
 * faster than solving the direct problem in full: Vincenty's direct formulas (Survey Review 23, 1975)
 * cut off after the first order in e'^2, which is within 1e-5 of the distance, and no angle is taken
 * that would only be turned back into sine and cosine.
 */
export class OffsetPen {
  private readonly sinBase: number;
  private readonly cosBase: number;
  private readonly base: number;
  private sinU = 0;
  private cosU = 1;
  private sinLng = 0;
  private cosLng = 1;
  /** The last point put, km in the plane. */
  x = 0;
  y = 0;

  constructor(
    private readonly plane: PolarPlane,
    distanceKm: number,
  ) {
    this.base = distanceKm / SEMI_MINOR_KM;
    this.sinBase = Math.sin(this.base);
    this.cosBase = Math.cos(this.base);
  }

  /** Sets the centre. */
  centreOn([lng, lat]: LngLat): void {
    const u = (1 - FLATTENING) * Math.sin(lat * DEGREE);
    const v = Math.cos(lat * DEGREE);
    const norm = Math.sqrt(u * u + v * v);
    this.sinU = u / norm;
    this.cosU = v / norm;
    this.sinLng = Math.sin((lng - this.plane.meridian) * DEGREE);
    this.cosLng = Math.cos((lng - this.plane.meridian) * DEGREE);
  }

  /** Puts the point in the direction of a bearing (degrees clockwise from north). */
  put(bearing: number): void {
    const { sinU, cosU, base, sinBase, cosBase } = this;
    const sinA = Math.sin(bearing * DEGREE);
    const cosA = Math.cos(bearing * DEGREE);
    const northing = cosU * cosA;
    const cosA0Squared = sinU * sinU + northing * northing;
    const u2 = SECOND_ECCENTRICITY2 * cosA0Squared;
    // s/(bA) and B sin(sigma) cos(2 sigma_m), the latter without dividing by cos(alpha_0).
    const shrink = -base * (u2 / 4 - (7 / 64) * u2 * u2);
    const doubled = (northing * northing - sinU * sinU) * cosBase - 2 * sinU * northing * sinBase;
    const d = shrink + ((SECOND_ECCENTRICITY2 * (1 - u2 / 2)) / 4) * sinBase * doubled;
    const sin = sinBase + cosBase * d - (sinBase * d * d) / 2;
    const cos = cosBase - sinBase * d - (cosBase * d * d) / 2;

    const sinU2 = sinU * cos + cosU * sin * cosA;
    const p = sin * sinA;
    const q = cosU * cos - sinU * sin * cosA;
    const cosU2 = Math.sqrt(p * p + q * q);
    const c = (FLATTENING / 4) * cosA0Squared;
    const back = (1 - c) * FLATTENING * cosU * sinA * (base + d);
    const sinTurn = p - q * back - (p * back * back) / 2;
    const cosTurn = q + p * back - (q * back * back) / 2;

    const k = (1 - FLATTENING) * cosU2;
    const norm = Math.sqrt(sinU2 * sinU2 + k * k);
    // The plane's radius over cosU2, the common factor of sinTurn and cosTurn.
    const radius = (PLANE_DIAMETER_KM * (1 - FLATTENING)) / (norm + this.plane.pole * sinU2);
    this.x = radius * (this.cosLng * cosTurn - this.sinLng * sinTurn);
    this.y = this.plane.pole * radius * (this.sinLng * cosTurn + this.cosLng * sinTurn);
  }
}
