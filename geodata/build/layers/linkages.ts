import type { Feature, LineString, MultiLineString, Point } from 'geojson';
import type { HubProps, LinkageKind, LinkageProps, LngLat } from '../../../src/core/types';
import { list, readTable, text, type Row } from '../lib/csv';
import { geodesicLine } from '../lib/geodesic-line';
import { sources } from '../lib/sources';
import { feature } from '../lib/write';
import { fullName } from './hubs';

interface End {
  at: LngLat;
  errorKm: number;
}

/** A place that a relation names more closely than by its region's capital, km. */
const NAMED_PLACE_ERROR_KM = 5;

/**
 * The relations of curated/linkages.csv, each drawn as the geodesic between its two places: hubs,
 * or regions, which stand at their capital unless the row gives the place.
 */
export function buildLinkages(
  hubs: Feature<Point, HubProps>[],
): Feature<LineString | MultiLineString, LinkageProps>[] {
  return readTable('linkages.csv').map((row) => {
    const from = end(row, 'from', hubs);
    const to = end(row, 'to', hubs);
    return feature(geodesicLine([from.at, to.at]), {
      id: text(row, 'id'),
      name: fullName(row),
      kind: text(row, 'kind') as LinkageKind,
      from: text(row, 'from'),
      to: text(row, 'to'),
      since: text(row, 'since'),
      ...(row.until ? { until: row.until } : {}),
      text: fullName({
        en: text(row, 'textEn'),
        zh: text(row, 'textZh'),
        ru: text(row, 'textRu'),
        mn: text(row, 'textMn'),
      }),
      positionErrorKm: Math.max(from.errorKm, to.errorKm),
      sources: sources(list(row, 'sources')),
    });
  });
}

function end(row: Row, side: 'from' | 'to', hubs: Feature<Point, HubProps>[]): End {
  const id = text(row, side);
  const given = row[`${side}At`];
  if (given) {
    const [lng, lat] = given.split(' ').map(Number);
    if (lng === undefined || lat === undefined || Number.isNaN(lng + lat))
      throw new Error(`linkage "${row.id}": "${given}" is not a longitude and a latitude`);
    return { at: [lng, lat], errorKm: NAMED_PLACE_ERROR_KM };
  }
  const hub = hubs.find(({ properties }) => properties.id === id) ?? capitalOf(id, hubs);
  if (!hub) throw new Error(`linkage "${row.id}": no hub "${id}", nor a capital of such a region`);
  const [lng, lat] = hub.geometry.coordinates;
  return { at: [lng!, lat!], errorKm: hub.properties.positionErrorKm };
}

function capitalOf(
  region: string,
  hubs: Feature<Point, HubProps>[],
): Feature<Point, HubProps> | undefined {
  return hubs.find(
    ({ properties }) =>
      properties.region === region &&
      properties.roles.some((role) => role === 'regional-capital' || role === 'national-capital'),
  );
}
