import { UserError } from '../../core/errors';
import { corridorProfile, type CorridorAnswer } from '../../data/questions/corridor';
import type { CorridorCrossing } from '../../core/corridor/types';
import type { Command, Context, Output } from '../command';
import { restsOnCorridors } from '../corridor-rests';
import { collection, feature } from '../geojson';

export const corridorCommand: Command = {
  name: 'corridor',
  usage: '[ID]',
  summary: 'the corridors as a list, or one in full: places, lengths, countries',
  example: 'corridor trans-siberian',
  options: {},
  help: {},
  async run(context, args) {
    if (args.length > 1)
      throw new UserError(
        'too-many',
        `nv corridor takes one id, not ${args.length}; "nv compare" takes several`,
      );
    const [id] = args;
    return id === undefined ? listAll(context) : one(await corridorProfile(context.atlas, id));
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

function one(profile: CorridorAnswer): Output {
  // The unwrapped line is for drawing; files carry the geometry that is cut at 180 degrees.
  const { line, ...json } = profile;
  const group = (title: string, km: Record<string, number>): string =>
    `${title}: ${Object.entries(km)
      .map(([key, value]) => `${key} ${value.toFixed(0)} km`)
      .join(', ')}`;
  return {
    title: profile.name.en,
    rests: restsOnCorridors([profile]),
    json,
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
        group('by country', profile.byCountry),
        group('by mode', profile.byMode),
        group('by gauge', profile.byGauge),
        group('by status', profile.byStatus),
        `borders: ${profile.crossings.map(crossingText).join('; ')}`,
      ].filter((text) => !text.endsWith(': ')),
      columns: [
        { key: 'id', title: 'id' },
        { key: 'name', title: 'place' },
        { key: 'kind', title: 'kind' },
        { key: 'country', title: 'in' },
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
      ...profile.places.map(({ id, name, kind, lng, lat, mixedChainageKm }) =>
        feature(
          { type: 'Point', coordinates: [lng, lat] },
          { id, name: name.en, kind, km: mixedChainageKm },
        ),
      ),
    ]),
  };
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
