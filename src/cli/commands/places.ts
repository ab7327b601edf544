import { findPlaces, placesLike } from '../../data/questions/places';
import { UserError } from '../../core/errors';
import type { Command } from '../command';
import { collection, feature } from '../geojson';

export const placesCommand: Command = {
  name: 'places',
  usage: '[TEXT]',
  summary: 'find hubs, crossings, ports and stations by id or by name in any language',
  example: 'places 哈尔滨',
  options: {},
  help: {},
  async run({ atlas }, args) {
    const text = args.join(' ').trim();
    const places = await findPlaces(atlas, text);
    if (places.length === 0)
      throw new UserError(
        'unknown-place',
        `nothing is called "${text.slice(0, 60)}"${await placesLike(atlas, text)}; "nv places" lists everything`,
      );
    return {
      title: text === '' ? 'Places' : `Places called ${text}`,
      rests: {
        layers: ['hubs', 'crossings', 'ports', 'nodes'],
        ids: new Set(places.map(({ id }) => id)),
      },
      json: places,
      table: {
        columns: [
          { key: 'id', title: 'id' },
          { key: 'kind', title: 'kind' },
          { key: 'en', title: 'English' },
          { key: 'zh', title: 'Chinese' },
          { key: 'ru', title: 'Russian' },
          { key: 'mn', title: 'Mongolian' },
          { key: 'lng', title: 'lng', digits: 4 },
          { key: 'lat', title: 'lat', digits: 4 },
        ],
        rows: places.map(({ id, kind, name, lng, lat }) => ({
          id,
          kind,
          en: name.en,
          zh: name.zh,
          ru: name.ru,
          mn: name.mn,
          lng,
          lat,
        })),
      },
      geojson: collection(
        places.map(({ id, kind, name, lng, lat }) =>
          feature({ type: 'Point', coordinates: [lng, lat] }, { id, kind, ...name }),
        ),
      ),
    };
  },
};
