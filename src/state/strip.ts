import type { ZoneStretch } from '../core/analysis/time-zones';
import type { CorridorPlace, CorridorProfile } from '../core/corridor/types';
import type { Lang } from '../core/types';
import type { StripAnswer, StripEdge } from '../data/questions/strip';
import { nameIn } from '../i18n/names';
import { bandParts, type BandPart } from './strip-layout';

/** Bands that an edge has a value in. */
const EDGE_BANDS = ['country', 'mode', 'gauge', 'status', 'traction'] as const;
type EdgeBand = (typeof EDGE_BANDS)[number];
export type StripBand = EdgeBand | 'zone';

const UNKNOWN = 'unknown';
/** Chainages that were added up in another order. */
const NEAR_KM = 1e-6;

/** What each band says of an edge; a band has no value where the question makes no sense. */
const VALUE: Readonly<Record<EdgeBand, (edge: StripEdge) => string | undefined>> = {
  country: ({ country }) => country,
  mode: ({ mode = UNKNOWN }) => mode,
  gauge: ({ mode, gauges }) =>
    mode === undefined ? UNKNOWN : gauges && [...gauges].sort((a, b) => a - b).join('+'),
  status: ({ status = UNKNOWN }) => status,
  traction: ({ mode, electrified }) => {
    if (mode === undefined) return UNKNOWN;
    if (mode !== 'rail') return undefined;
    return electrified === undefined ? UNKNOWN : electrified ? 'electric' : 'other';
  },
};

/** The bands of a way; those that say nothing of it are left out. */
export function stripBands({
  edges,
  zones,
}: Pick<StripAnswer, 'edges' | 'zones'>): { band: StripBand; parts: BandPart[] }[] {
  const bands: { band: StripBand; parts: BandPart[] }[] = EDGE_BANDS.map((band) => ({
    band,
    parts: bandParts(edges.map((edge) => ({ km: edge.km, value: VALUE[band](edge) }))),
  }));
  bands.push({
    band: 'zone',
    parts: zones.map(({ offsetHours, fromKm, toKm }) => ({
      ...{ value: offsetText(offsetHours), fromKm, toKm },
    })),
  });
  return bands.filter(({ parts }) => parts.some(({ value }) => value !== UNKNOWN));
}

/** `UTC+7` */
export const offsetText = (hours: number): string =>
  `UTC${hours < 0 ? '-' : '+'}${Math.abs(hours)}`;

/** A corridor's name, or the two ends of a route. */
export function stripName(
  { name, places }: Pick<StripAnswer, 'name' | 'places'>,
  lang: Lang,
): string {
  if (name) return nameIn(name, lang);
  const [first, last] = [places[0], places[places.length - 1]];
  return first && last ? `${nameIn(first.name, lang)} – ${nameIn(last.name, lang)}` : '';
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

/** What a strip of a drawn line says nothing of: no stretch of it lies on the network. */
export const unknownBands = ({ edges }: Pick<StripAnswer, 'edges'>): boolean =>
  edges.every(({ mode }) => mode === undefined);

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
  { key: 'offKm', digits: 3 },
  { key: 'edge' },
  { key: 'edgeKm', digits: 3 },
  { key: 'edgeKmSource' },
  ...EDGE_BANDS.map((key) => ({ key })),
  { key: 'timeZone' },
  { key: 'utcOffsetHours' },
];

/** What the bands say of the stretch that begins at each place but the last. */
export function onwardFrom(
  profile: Pick<StripAnswer, 'places' | 'edges'>,
): Map<string, Partial<Record<EdgeBand, string>>> {
  const edgeAt = edgesByStart(profile.edges);
  return new Map(
    profile.places.flatMap(({ id, mixedChainageKm }) => {
      const edge = edgeAt.get(mixedChainageKm);
      return edge ? [[id, valuesOf(edge)] as const] : [];
    }),
  );
}

const valuesOf = (edge: StripEdge): Partial<Record<EdgeBand, string>> =>
  Object.fromEntries(
    EDGE_BANDS.flatMap((band) => {
      const value = VALUE[band](edge);
      return value === undefined ? [] : [[band, value]];
    }),
  );

/** Chainages are the running sums of the edges' lengths: equal to these, not just near. */
function edgesByStart(edges: readonly StripEdge[]): Map<number, StripEdge> {
  const startingAt = new Map<number, StripEdge>();
  let atKm = 0;
  for (const edge of edges) {
    startingAt.set(atKm, edge);
    atKm += edge.km;
  }
  return startingAt;
}

/** Rows for `STRIP_COLUMNS`, waypoints too, so that the kilometres of the stretches add up. */
export function stripRows(
  profile: Pick<StripAnswer, 'places' | 'edges' | 'zones'>,
  nameOf: (place: CorridorPlace) => string,
): Record<string, string | number | undefined>[] {
  const startingAt = edgesByStart(profile.edges);
  return profile.places.map((place, i) => {
    // Where several places stand at one kilometre the stretch is that of the last.
    const goesOn = profile.places[i + 1]?.mixedChainageKm !== place.mixedChainageKm;
    const edge = goesOn ? startingAt.get(place.mixedChainageKm) : undefined;
    return {
      id: place.id,
      name: nameOf(place),
      kind: place.kind,
      placeCountry: place.country,
      lng: place.lng,
      lat: place.lat,
      km: place.mixedChainageKm,
      drawnKm: place.chainageKm,
      offKm: place.offKm ?? 0,
      ...(edge && {
        edge: edge.id,
        edgeKm: edge.km,
        edgeKmSource: edge.kmSource,
        ...valuesOf(edge),
      }),
      ...zoneOnward(profile.zones, place.mixedChainageKm),
    };
  });
}

/** The time that is kept from a chainage on; at the end, up to it. */
function zoneOnward(zones: readonly ZoneStretch[], km: number): Record<string, string | number> {
  const zone =
    zones.find(({ fromKm, toKm }) => km >= fromKm - NEAR_KM && km < toKm - NEAR_KM) ??
    zones.find(({ toKm }) => Math.abs(km - toKm) <= NEAR_KM);
  return zone ? { timeZone: zone.zone, utcOffsetHours: zone.offsetHours } : {};
}
