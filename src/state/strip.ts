import type { CorridorEdgeKm, CorridorPlace, CorridorProfile } from '../core/corridor/types';
import { bandParts, type BandPart } from './strip-layout';

export const STRIP_BANDS = ['country', 'mode', 'gauge', 'status', 'traction'] as const;
export type StripBand = (typeof STRIP_BANDS)[number];

const UNKNOWN = 'unknown';

/** What each band says of an edge; a band has no value where the question makes no sense. */
const VALUE: Readonly<Record<StripBand, (edge: CorridorEdgeKm) => string | undefined>> = {
  country: ({ country }) => country,
  mode: ({ mode }) => mode,
  gauge: ({ gauges }) => gauges && [...gauges].sort((a, b) => a - b).join('+'),
  status: ({ status }) => status,
  traction: ({ mode, electrified }) => {
    if (mode !== 'rail') return undefined;
    return electrified === undefined ? UNKNOWN : electrified ? 'electric' : 'other';
  },
};

/** The bands of a corridor; those that say nothing of it are left out. */
export function stripBands(
  edges: readonly CorridorEdgeKm[],
): { band: StripBand; parts: BandPart[] }[] {
  return STRIP_BANDS.map((band) => ({
    band,
    parts: bandParts(edges.map((edge) => ({ km: edge.km, value: VALUE[band](edge) }))),
  })).filter(({ parts }) => parts.some(({ value }) => value !== UNKNOWN));
}

/** Places that a strip shows: waypoints at sea are no places. */
export const stripPlaces = ({ places }: Pick<CorridorProfile, 'places'>): CorridorPlace[] =>
  places.filter(({ kind }) => kind !== 'waypoint');

/**
 * Whose name goes first: the ends (0), then hubs by their own rank (1 is first) with crossings among
 * those of rank 2, then ports; others have no name.
 */
export function stripRank(
  place: CorridorPlace,
  isEnd: boolean,
  hubRanks: ReadonlyMap<string, number>,
): number | undefined {
  if (isEnd) return 0;
  if (place.kind === 'hub') return hubRanks.get(place.id) ?? 3;
  if (place.kind === 'crossing') return 2;
  return place.kind === 'port' ? 4 : undefined;
}

/** Columns of the strip as CSV: a row a place, with the stretch that begins there. */
export const STRIP_COLUMNS = [
  { key: 'id' },
  { key: 'name' },
  { key: 'kind' },
  { key: 'placeCountry' },
  { key: 'lng', digits: 5 },
  { key: 'lat', digits: 5 },
  { key: 'km', digits: 3 },
  { key: 'drawnKm', digits: 3 },
  { key: 'edge' },
  { key: 'edgeKm', digits: 3 },
  { key: 'edgeKmSource' },
  ...STRIP_BANDS.map((key) => ({ key })),
];

/** What the bands say of the stretch that begins at each place but the last. */
export function onwardFrom(
  profile: Pick<CorridorProfile, 'places' | 'edges'>,
): Map<string, Partial<Record<StripBand, string>>> {
  const edgeAt = edgesByStart(profile.edges);
  return new Map(
    profile.places.flatMap(({ id, mixedChainageKm }) => {
      const edge = edgeAt.get(mixedChainageKm);
      return edge ? [[id, valuesOf(edge)] as const] : [];
    }),
  );
}

const valuesOf = (edge: CorridorEdgeKm): Partial<Record<StripBand, string>> =>
  Object.fromEntries(
    STRIP_BANDS.flatMap((band) => {
      const value = VALUE[band](edge);
      return value === undefined ? [] : [[band, value]];
    }),
  );

/** Chainages are the running sums of the edges' lengths: equal to these, not just near. */
function edgesByStart(edges: readonly CorridorEdgeKm[]): Map<number, CorridorEdgeKm> {
  const startingAt = new Map<number, CorridorEdgeKm>();
  let atKm = 0;
  for (const edge of edges) {
    startingAt.set(atKm, edge);
    atKm += edge.km;
  }
  return startingAt;
}

/** Rows for `STRIP_COLUMNS`, waypoints too, so that the kilometres of the stretches add up. */
export function stripRows(
  profile: Pick<CorridorProfile, 'places' | 'edges'>,
  nameOf: (place: CorridorPlace) => string,
): Record<string, string | number | undefined>[] {
  const startingAt = edgesByStart(profile.edges);
  return profile.places.map((place) => {
    const edge = startingAt.get(place.mixedChainageKm);
    return {
      id: place.id,
      name: nameOf(place),
      kind: place.kind,
      placeCountry: place.country,
      lng: place.lng,
      lat: place.lat,
      km: place.mixedChainageKm,
      drawnKm: place.chainageKm,
      ...(edge && {
        edge: edge.id,
        edgeKm: edge.km,
        edgeKmSource: edge.kmSource,
        ...valuesOf(edge),
      }),
    };
  });
}
