import { distanceKm } from '../../../src/core/geo/geodesic';
import type { LngLat, Source, Sourced, Status } from '../../../src/core/types';
import type { EdgeFeature, NetworkPart, NodeFeature, Places } from '../lib/context';
import { list, number, readTable, text, type Row } from '../lib/csv';
import { geodesicLine } from '../lib/geodesic-line';
import { source, sources } from '../lib/sources';
import { feature } from '../lib/write';
import { fullName } from '../layers/hubs';

/** A section whose line is known: the row and the places it passes, ends included. */
interface Drawn {
  row: Row;
  points: LngLat[];
  drawnKm: number;
}

/**
 * The trunk roads as chains of towns, from curated/road-*.csv. They end on hubs, on towns of their
 * own and on border crossings; no road lies in two countries.
 */
export function roads(places: Places): NetworkPart {
  const towns = readTable('road-nodes.csv');
  const at = positions(places, towns);
  const lines = new Map(readTable('road-lines.csv').map((row) => [text(row, 'id'), row]));
  const drawn = readTable('road-sections.csv').map((row) => draw(row, at));
  const shares = sharesOfTotals(drawn);
  return {
    nodes: towns.filter((row) => row.use === 'node').map(townNode),
    edges: drawn.map((section) => edge(section, lines, shares)),
  };
}

function positions(places: Places, towns: Row[]): Map<string, LngLat> {
  const at = new Map<string, LngLat>();
  for (const place of [...places.hubs, ...places.ports, ...places.crossings])
    at.set(place.properties.id, place.geometry.coordinates as LngLat);
  for (const row of towns) {
    const id = text(row, 'id');
    if (at.has(id)) throw new Error(`road-nodes.csv: "${id}" is a place already`);
    at.set(id, [number(row, 'lng'), number(row, 'lat')]);
  }
  return at;
}

function townNode(row: Row): NodeFeature {
  const [lang, local] = text(row, 'local').split(':');
  const inLocal =
    lang === 'ru' || lang === 'zh' || lang === 'mn'
      ? { [lang]: local! }
      : { local: { lang: lang!, text: local! } };
  return feature(
    { type: 'Point', coordinates: [number(row, 'lng'), number(row, 'lat')] },
    {
      id: text(row, 'id'),
      name: { en: text(row, 'en'), ...inLocal },
      kind: 'town' as const,
      country: text(row, 'country'),
      positionErrorKm: number(row, 'positionErrorKm'),
      sources: sources(list(row, 'sources')),
    },
  );
}

function draw(row: Row, at: Map<string, LngLat>): Drawn {
  const points = [text(row, 'from'), ...list(row, 'via'), text(row, 'to')].map((id) => {
    const point = at.get(id);
    if (!point) throw new Error(`road-sections.csv: no place "${id}"`);
    return point;
  });
  return { row, points, drawnKm: stretches(points).reduce((sum, km) => sum + km, 0) };
}

const stretches = (points: LngLat[]): number[] =>
  points.slice(1).map((point, i) => distanceKm(points[i]!, point));

/** What a kilometre drawn stands for where a road's length is only published as a whole. */
interface Share {
  /** Published over drawn kilometres of the whole. */
  ratio: number;
  source: Source;
  note: string;
}

function sharesOfTotals(drawn: Drawn[]): Map<string, Share> {
  return new Map(
    readTable('road-totals.csv').map((total) => {
      const id = text(total, 'id');
      const drawnKm = drawn
        .filter(({ row }) => row.total === id)
        .reduce((sum, section) => sum + section.drawnKm, 0);
      if (drawnKm === 0) throw new Error(`road-totals.csv: no section shares "${id}"`);
      const km = number(total, 'km');
      return [
        id,
        {
          ratio: km / drawnKm,
          source: source(text(total, 'source')),
          note: `Its share by drawn length of ${km} km (${text(total, 'what')}).`,
        },
      ];
    }),
  );
}

function edge(
  { row, points, drawnKm }: Drawn,
  lines: Map<string, Row>,
  shares: Map<string, Share>,
): EdgeFeature {
  const line = lines.get(text(row, 'line'));
  if (!line) throw new Error(`road-sections.csv: no line "${row.line}" in road-lines.csv`);
  const share = row.total ? shares.get(row.total) : undefined;
  if (row.total && !share) throw new Error(`road-sections.csv: no total "${row.total}"`);
  const lengthKm = length(row, drawnKm, share);
  const note = [row.note, share?.note].filter(Boolean).join(' ');
  return feature(geodesicLine(points), {
    id: `road-${text(row, 'line')}-${text(row, 'from')}-${text(row, 'to')}`,
    line: text(row, 'line'),
    name: fullName(line),
    from: text(row, 'from'),
    to: text(row, 'to'),
    mode: 'road' as const,
    status: text(row, 'status') as Status,
    asOf: text(row, 'asOf'),
    ...(row.months ? { months: list(row, 'months').map(Number) } : {}),
    country: text(line, 'country'),
    ...(lengthKm ? { lengthKm } : {}),
    speedClass: text(row, 'speedClass'),
    surface: text(row, 'surface') as 'paved' | 'gravel' | 'ferry' | 'ice',
    geometryGrade: 'waypoints' as const,
    ...(row.ratioReason ? { ratioReason: row.ratioReason } : {}),
    ...(note ? { note } : {}),
    positionErrorKm: row.positionErrorKm ? number(row, 'positionErrorKm') : errorKm(points),
    sources: [source('geonames'), ...(lengthKm ? [lengthKm.source] : [])],
  });
}

function length(row: Row, drawnKm: number, share: Share | undefined): Sourced | undefined {
  if (row.km) return { value: number(row, 'km'), source: source(text(row, 'kmSource')) };
  if (share) return { value: Math.round(drawnKm * share.ratio * 10) / 10, source: share.source };
  return undefined;
}

/**
 * How far a road may lie from the straight stretches drawn for it: a fifth of the longest. Where
 * the track is known (Natural Earth's railways beside chains of their stations) the greatest offset
 * was a tenth to a sixth of the spacing; roads are allowed a little more. Never below 3 km.
 */
function errorKm(points: LngLat[]): number {
  return Math.max(3, Math.round(Math.max(...stretches(points)) / 5));
}
