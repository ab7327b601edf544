/** The length of the stretch that arrives at a stop, km, and whether it was shared out. */
export interface StretchLength {
  km: number;
  /** The published kilometres that several stretches share, where this one has none of its own. */
  sharedFrom?: number;
}

/**
 * Lengths of the stretches of a chain from the posts of its stops. Between two stops with posts,
 * those without get their share of the published difference in proportion to the geodesic lengths
 * of the stretches; before the first post and after the last there is no published length.
 */
export function stretchLengths(
  posts: readonly (number | undefined)[],
  geodesicKm: readonly number[],
): (StretchLength | undefined)[] {
  const lengths: (StretchLength | undefined)[] = geodesicKm.map(() => undefined);
  let from: number | undefined;
  posts.forEach((post, to) => {
    if (post === undefined) return;
    if (from !== undefined) {
      const published = Math.abs(post - posts[from]!);
      const drawn = geodesicKm.slice(from, to).reduce((sum, km) => sum + km, 0);
      for (let i = from; i < to; i++)
        lengths[i] =
          to === from + 1
            ? { km: round(published) }
            : { km: round((published * geodesicKm[i]!) / drawn), sharedFrom: round(published) };
    }
    from = to;
  });
  return lengths;
}

/** Share of the farthest possible stray that 19 in 20 stretches of known course stay within. */
const LIKELY_SHARE = 0.8;

/**
 * Track over chain of a stretch whose length is not published: seven in eight of the Chinese stretches
 * whose length is published wind less (tests/geodata/rail-stray.test.ts).
 */
export const USUAL_WINDING = 1.25;

/**
 * How far a track of a length can stray from the straight line between its ends, km: half the short
 * axis of the ellipse that has the ends as its foci and the length as its long axis. Only a track
 * of two straight legs comes as far.
 */
export const farthestStrayKm = (trackKm: number, straightKm: number): number =>
  trackKm > straightKm ? Math.sqrt(trackKm ** 2 - straightKm ** 2) / 2 : 0;

/**
 * How far a track of a length is likely to stray, km. The share is measured on the lines whose
 * course is known (tests/geodata/rail-stray.test.ts).
 */
export const likelyStrayKm = (trackKm: number, straightKm: number): number =>
  LIKELY_SHARE * farthestStrayKm(trackKm, straightKm);

/** To 100 m, as fine as any kilometre table is. */
const round = (km: number): number => Math.round(km * 10) / 10;
