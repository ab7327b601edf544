import type { LngLat, Name } from '../../../../src/core/types';
import type { NodeFeature } from '../../lib/context';
import { list, number, text, type Row } from '../../lib/csv';
import { romanizeRussian } from '../../lib/romanize-russian';
import { source, sources } from '../../lib/sources';
import { feature } from '../../lib/write';

/** Error of a station that is placed by its kilometre post between two located ones, km. */
const PLACED_BY_POST_ERROR_KM = 5;

/** A station, junction or waypoint of the tables at its place on the map. */
export function stationFeature(id: string, row: Row, at: LngLat, onTrack: boolean): NodeFeature {
  const located = Boolean(row.lng);
  return feature(
    { type: 'Point', coordinates: at },
    {
      id,
      name: nameOf(row),
      kind: (row.kind || 'station') as 'station' | 'junction' | 'waypoint',
      country: text(row, 'country'),
      ...(row.gaugeBreak === 'yes' ? { gaugeBreak: true } : {}),
      sources: [
        ...sources(list(row, 'sources')),
        ...(onTrack ? [source('rail-natural-earth')] : []),
      ],
      positionErrorKm: located ? number(row, 'positionErrorKm') : PLACED_BY_POST_ERROR_KM,
    },
  );
}

/** Small stations: the local name, and English where it is known, else by the rule. */
function nameOf(row: Row): Name {
  const name: Name = { en: row.en || romanizeRussian(text(row, 'ru')) };
  if (row.zh) name.zh = row.zh;
  if (row.ru) name.ru = row.ru;
  if (row.mn) name.mn = row.mn;
  if (row.local) {
    const [lang = '', local = ''] = row.local.split(':');
    name.local = { lang, text: local };
  }
  if (!row.en) name.transliterated = ['en'];
  return name;
}
