import { UserError } from '../../core/errors';
import { corridorProfile, type CorridorAnswer } from '../../data/questions/corridor';
import { drawnLineProfile } from '../../data/questions/drawn-line';
import { drawnStrip, strip, type StripAnswer } from '../../data/questions/strip';
import type { CorridorCrossing, CorridorPlace, DrawnProfile } from '../../core/corridor/types';
import { radiusOption } from '../arguments';
import type { Command, Context, Output, Table } from '../command';
import { restsOnCorridors, restsOnDrawnLines } from '../corridor-rests';
import { collection, feature } from '../geojson';
import { ownLine } from '../own-line';

export const corridorCommand: Command = {
  name: 'corridor',
  usage: '[ID] | FILE|LNG,LAT LNG,LAT ... --radius KM',
  summary:
    'the corridors as a list, or one in full: places, lengths, countries; or a line of your own as a corridor',
  example: 'corridor trans-siberian',
  options: { radius: { type: 'string' } },
  help: {
    'radius KM':
      'of a line of your own (points, or a GeoJSON file with one line): how near its places are, above 0, at most 2000',
  },
  async run(context, args, values) {
    const { atlas, readFile } = context;
    const line = await ownLine(args, readFile);
    if (line) {
      const radiusKm = radiusOption(values, 'corridor');
      return drawn(atlas, await drawnLineProfile(atlas, line, radiusKm));
    }
    if (values.radius !== undefined)
      throw new UserError(
        'bad-option',
        '--radius is for a line of your own: the places of a corridor lie on it; "nv catchment" tells what lies around it',
      );
    if (args.length > 1)
      throw new UserError(
        'too-many',
        `nv corridor takes one id, not ${args.length}; "nv compare" takes several`,
      );
    const [id] = args;
    if (id === undefined) return listAll(context);
    const profile = await corridorProfile(atlas, id);
    return one(profile, await strip(atlas, { corridor: id }));
  },
};

async function listAll({ atlas }: Context): Promise<Output> {
  const corridors = await atlas.neededCorridors();
  const profiles = await Promise.all(corridors.map(({ id }) => corridorProfile(atlas, id)));
  profiles.sort((a, b) => a.rank - b.rank);
  const rows = profiles.map((profile) => ({
    id: profile.id,
    name: profile.name.en,
    distanceKm: profile.distanceKm,
    publishedKm: profile.publishedKm,
    geometryKm: profile.geometryKm,
    drawnKm: profile.drawnKm,
    countries: Object.keys(profile.byCountry).join(' '),
    statuses: Object.keys(profile.byStatus).join(' '),
  }));
  return {
    title: 'Corridors',
    rests: restsOnCorridors(profiles),
    json: profiles.map((profile) => ({
      id: profile.id,
      name: profile.name,
      distanceKm: profile.distanceKm,
      publishedKm: profile.publishedKm,
      geometryKm: profile.geometryKm,
      drawnKm: profile.drawnKm,
      byCountry: profile.byCountry,
      byStatus: profile.byStatus,
    })),
    table: {
      columns: [
        { key: 'id', title: 'id' },
        { key: 'name', title: 'name' },
        { key: 'distanceKm', title: 'km', digits: 0 },
        { key: 'publishedKm', title: 'published', digits: 0 },
        { key: 'drawnKm', title: 'drawn km', digits: 0 },
        { key: 'countries', title: 'countries' },
        { key: 'statuses', title: 'status' },
      ],
      rows,
    },
    geojson: collection(profiles.map((profile) => feature(profile.geometry, properties(profile)))),
  };
}

/** What both tables of places begin with. */
const PLACE_COLUMNS: Table['columns'] = [
  { key: 'id', title: 'id' },
  { key: 'name', title: 'place' },
  { key: 'kind', title: 'kind' },
  { key: 'country', title: 'in' },
];

const group = (title: string, km: Record<string, number>): string =>
  `${title}: ${Object.entries(km)
    .map(([key, value]) => `${key} ${value.toFixed(0)} km`)
    .join(', ')}`;

const groups = ({
  byCountry,
  byMode,
  byGauge,
  byStatus,
}: Pick<CorridorAnswer | DrawnProfile, 'byCountry' | 'byMode' | 'byGauge' | 'byStatus'>) => [
  group('by country', byCountry),
  group('by mode', byMode),
  group('by gauge', byGauge),
  group('by status', byStatus),
];

function one(profile: CorridorAnswer, { zones }: StripAnswer): Output {
  // The unwrapped line is for drawing; files carry the geometry that is cut at 180 degrees.
  const { line, ...json } = profile;
  return {
    title: profile.name.en,
    rests: restsOnCorridors([profile]),
    json: { ...json, zones },
    table: {
      head: [
        profile.name.en,
        `${profile.distanceKm.toFixed(1)} km (${profile.publishedKm.toFixed(1)} km published, ${profile.geometryKm.toFixed(1)} km drawn)`,
        `${profile.drawnKm.toFixed(1)} km drawn line on WGS84, ${profile.sphericalKm.toFixed(1)} km on turf's sphere`,
        ...(profile.publishedTotal
          ? [
              `${profile.publishedTotal.value} km published for the whole (${profile.publishedTotal.source.publisher})`,
            ]
          : []),
        ...groups(profile),
        `borders: ${profile.crossings.map(crossingText).join('; ')}`,
      ].filter((text) => !text.endsWith(': ')),
      columns: [
        ...PLACE_COLUMNS,
        { key: 'chainageKm', title: 'drawn km', digits: 1 },
        { key: 'mixedChainageKm', title: 'km', digits: 1 },
      ],
      rows: profile.places.map((place) => ({
        id: place.id,
        name: place.name.en,
        kind: place.kind,
        country: place.country,
        chainageKm: place.chainageKm,
        mixedChainageKm: place.mixedChainageKm,
      })),
    },
    geojson: collection([
      feature(profile.geometry, properties(profile)),
      ...profile.places.map(placeFeature),
    ]),
  };
}

const placeFeature = ({ id, name, kind, lng, lat, mixedChainageKm, offKm }: CorridorPlace) =>
  feature(
    { type: 'Point', coordinates: [lng, lat] },
    { id, name: name.en, kind, km: mixedChainageKm, ...(offKm === undefined ? {} : { offKm }) },
  );

/** A line of a person's own: nothing is published of it, and its places lie beside it. */
async function drawn(atlas: Context['atlas'], profile: DrawnProfile): Promise<Output> {
  const { zones } = await drawnStrip(atlas, profile);
  const { line, ...json } = profile;
  const { name, radiusKm, drawnKm, sphericalKm, onNetworkKm, borders, places } = profile;
  return {
    title: name.en,
    rests: restsOnDrawnLines([profile]),
    json: { ...json, zones },
    table: {
      head: [
        name.en,
        `${drawnKm.toFixed(3)} km (WGS84 geodesic), ${sphericalKm.toFixed(3)} km on turf's sphere`,
        `${onNetworkKm.toFixed(1)} km lie on lines of the network; of the rest mode, gauge and status are unknown`,
        ...groups(profile),
        ...(borders.length > 0
          ? [
              `borders: ${borders.map(({ from, to, chainageKm }) => `${from} to ${to}, km ${chainageKm.toFixed(0)}`).join('; ')}`,
            ]
          : []),
        `places within ${radiusKm} km, at the kilometre nearest to them`,
      ].filter((text) => !text.endsWith(': ')),
      columns: [
        ...PLACE_COLUMNS,
        { key: 'km', title: 'km', digits: 1 },
        { key: 'offKm', title: 'km off', digits: 1 },
        { key: 'edge', title: 'onward on' },
      ],
      rows: placeRows(places, profile.edges),
    },
    geojson: collection([
      feature(profile.geometry, {
        ...{ id: profile.id, name: name.en, distanceKm: drawnKm, sphericalKm, onNetworkKm },
      }),
      ...places.map(placeFeature),
    ]),
  };
}

/** A row a place; the last of those at one kilometre tells on which edge the line goes on. */
function placeRows(places: readonly CorridorPlace[], edges: DrawnProfile['edges']): Table['rows'] {
  let stretch = 0;
  return places.map(({ id, name, kind, country, mixedChainageKm: km, offKm }, i) => {
    const goesOn = places[i + 1] !== undefined && places[i + 1]!.mixedChainageKm > km;
    const edge = goesOn ? edges[stretch++]?.id : undefined;
    return { id, name: name.en, kind, country, km, offKm: offKm ?? 0, edge };
  });
}

/** As a route tells it; at an end of the corridor one side is not its own. */
const crossingText = ({ name, from, to, mixedChainageKm }: CorridorCrossing): string =>
  `${name.en} (${[from, to].filter((country) => country).join(' to ')}, km ${mixedChainageKm.toFixed(0)})`;

const properties = ({ id, name, distanceKm, drawnKm, sources }: CorridorAnswer) => ({
  id,
  name: name.en,
  name_zh: name.zh,
  name_ru: name.ru,
  name_mn: name.mn,
  distanceKm,
  drawnKm,
  sources: sources
    .map(({ title, publisher, date }) => `${title}. ${publisher}, ${date}`)
    .join('; '),
});
