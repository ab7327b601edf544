import geographiclib from 'geographiclib-geodesic';

/** Slow and plain figures by GeographicLib alone: they share no code with the product. */
const wgs84 = geographiclib.Geodesic.WGS84;

export const karneyKm = (a: readonly number[], b: readonly number[]): number =>
  wgs84.Inverse(a[1]!, a[0]!, b[1]!, b[0]!).s12! / 1000;

export const karneyLengthKm = (line: readonly (readonly number[])[]): number =>
  line.slice(1).reduce((sum, point, i) => sum + karneyKm(line[i]!, point), 0);

/** Distance from a point to a geodesic segment by golden-section search along it, km. */
export function karneySegmentKm(
  point: readonly number[],
  a: readonly number[],
  b: readonly number[],
): number {
  const line = wgs84.InverseLine(a[1]!, a[0]!, b[1]!, b[0]!);
  const at = (s: number): number => {
    const p = line.Position(s);
    return wgs84.Inverse(point[1]!, point[0]!, p.lat2!, p.lon2!).s12! / 1000;
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = 0;
  let high = line.s13;
  for (let i = 0; i < 80 && high - low > 0.001; i++) {
    const m1 = high - golden * (high - low);
    const m2 = low + golden * (high - low);
    if (at(m1) < at(m2)) high = m2;
    else low = m1;
  }
  return Math.min(at(0), at(line.s13), at((low + high) / 2));
}

const PIECE = 100;

/**
 * The distance from points to a line, every segment that may matter searched, km. No point of a
 * piece is nearer than its first vertex less its length: that alone saves work. Beyond `withinKm`
 * the answer is only known to be greater.
 */
export function karneyDistanceTo(
  line: readonly (readonly number[])[],
): (point: readonly number[], withinKm?: number) => number {
  if (line.length === 1) return (point) => karneyKm(point, line[0]!);
  const lengths = line.slice(1).map((b, i) => karneyKm(line[i]!, b));
  const pieces: { from: number; to: number; km: number }[] = [];
  for (let from = 0; from < lengths.length; from += PIECE) {
    const to = Math.min(from + PIECE, lengths.length);
    pieces.push({ from, to, km: lengths.slice(from, to).reduce((a, b) => a + b, 0) });
  }
  return (point, withinKm = Infinity) => {
    let best = Infinity;
    const reach = (): number => Math.min(best, withinKm);
    const starts = pieces.map((piece) => ({ piece, km: karneyKm(point, line[piece.from]!) }));
    starts.sort((a, b) => a.km - b.km);
    for (const { piece, km } of starts) {
      if (km - piece.km > reach()) continue;
      const toVertex: number[] = [];
      for (let i = piece.from; i <= piece.to; i++) toVertex.push(karneyKm(point, line[i]!));
      best = Math.min(best, ...toVertex);
      for (let i = piece.from; i < piece.to; i++) {
        const [toA, toB] = [toVertex[i - piece.from]!, toVertex[i - piece.from + 1]!];
        // A way over the segment's inside is at least half of both ways less the segment.
        if ((toA + toB - lengths[i]!) / 2 > reach()) continue;
        best = Math.min(best, karneySegmentKm(point, line[i]!, line[i + 1]!));
      }
    }
    return best;
  };
}

export const karneyLineKm = (
  point: readonly number[],
  line: readonly (readonly number[])[],
): number => karneyDistanceTo(line)(point);

/** Area by GeographicLib's PolygonArea, km2. */
export function karneyAreaKm2(ring: readonly (readonly number[])[]): number {
  const polygon = wgs84.Polygon(false);
  for (const [lng, lat] of ring.slice(0, -1)) polygon.AddPoint(lat!, lng!);
  return Math.abs(polygon.Compute(false, true).area!) / 1e6;
}

export const destinationOf = (
  from: readonly number[],
  bearing: number,
  km: number,
): [number, number] => {
  const p = wgs84.Direct(from[1]!, from[0]!, bearing, km * 1000);
  return [p.lon2!, p.lat2!];
};
