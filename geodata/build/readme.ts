/**
 * `npm run geodata:readme`: writes the tables of geodata/README.md that are made from the data:
 * what each layer holds, and the distances that were kept out of it beside what it gives for them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, FeatureCollection, LineString, MultiLineString } from 'geojson';
import { LAYER_FILES } from '../../src/data/catalogue';
import { lineLengthKm } from '../../src/core/geo/line-length';
import type { CrossingProps, EdgeProps, LngLat, Status } from '../../src/core/types';
import { shortestKm, type Stretch } from '../../tests/geodata/shortest';
import { list, number, parseCsv, text, type Row } from './lib/csv';
import { GEODATA_DIR } from './lib/paths';

type Edge = Feature<LineString | MultiLineString, EdgeProps>;

const README = join(GEODATA_DIR, 'README.md');
const read = (name: string): FeatureCollection =>
  JSON.parse(readFileSync(join(GEODATA_DIR, `${name}.geojson`), 'utf8')) as FeatureCollection;

const drawnKm = ({ geometry }: Edge): number =>
  (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates).reduce(
    (sum, part) => sum + lineLengthKm(part as LngLat[]),
    0,
  );

const percent = (share: number): string => `${Math.round(100 * share)} %`;
const row = (cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: string[], rows: (string | number)[][]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** What each layer holds: features, sources, position errors, grades, published lengths. */
function layers(): string {
  const rows = LAYER_FILES.map(({ id }) => {
    const { features } = read(id);
    const sources = new Set(
      features.flatMap((f) => (f.properties?.sources as { title: string }[]).map((s) => s.title)),
    );
    const errors = features
      .map((f) => f.properties?.positionErrorKm as number | undefined)
      .filter((error) => error !== undefined)
      .sort((a, b) => a - b);
    const median = errors[Math.floor(errors.length / 2)];
    const grades = new Map<string, number>();
    for (const f of features) {
      const grade = f.properties?.geometryGrade as string | undefined;
      if (grade) grades.set(grade, (grades.get(grade) ?? 0) + 1);
    }
    const edges = features.filter((f) => f.properties?.geometryGrade) as Edge[];
    const km = edges.reduce((sum, edge) => sum + drawnKm(edge), 0);
    const published = edges
      .filter((edge) => edge.properties.lengthKm)
      .reduce((sum, edge) => sum + drawnKm(edge), 0);
    return [
      `\`${id}\``,
      features.length,
      sources.size,
      median === undefined ? '' : `${median} km, at most ${errors[errors.length - 1]} km`,
      [...grades].map(([grade, count]) => `${grade} ${count}`).join(', '),
      km === 0
        ? ''
        : `${Math.round(km).toLocaleString('en')} km, ${percent(published / km)} published`,
    ];
  });
  return table(
    ['layer', 'features', 'sources', 'position error: median', 'geometry', 'length'],
    rows,
  );
}

/** What is known of the railways in use, by country, in shares of their drawn kilometres. */
function railFacts(edges: Edge[]): string {
  const countries = [...new Set(edges.map(({ properties }) => properties.country))].sort();
  const rows = countries.map((country) => {
    const own = edges.filter(({ properties }) => properties.country === country);
    const km = own.reduce((sum, edge) => sum + drawnKm(edge), 0);
    const shareOf = (holds: (edge: EdgeProps) => boolean): string =>
      percent(own.filter((e) => holds(e.properties)).reduce((sum, e) => sum + drawnKm(e), 0) / km);
    return [
      country,
      own.length,
      Math.round(km).toLocaleString('en'),
      shareOf(({ tracks }) => tracks !== undefined),
      shareOf(({ electrified }) => electrified !== undefined),
      percent(own.filter((e) => e.properties.positionErrorKm <= 5).length / own.length),
    ];
  });
  return table(
    ['country', 'edges', 'km drawn', 'tracks known', 'electrification known', 'edges within 5 km'],
    rows,
  );
}

/** The stretches in use whose track may lie farther than this from the line drawn, km. */
const COARSE_KM = 15;

function coarse(edges: Edge[]): string {
  const rows = edges
    .filter(({ properties }) => properties.positionErrorKm > COARSE_KM)
    .sort((a, b) => b.properties.positionErrorKm - a.properties.positionErrorKm)
    .map(({ properties }) => [
      properties.name.en,
      `${properties.from} – ${properties.to}`,
      properties.positionErrorKm,
    ]);
  return table(['line', 'stretch', 'may lie off, km'], rows);
}

const counted = (edge: Edge): Stretch => ({
  from: edge.properties.from,
  to: edge.properties.to,
  km: edge.properties.lengthKm?.value ?? drawnKm(edge),
});

interface KeptOut {
  file: string;
  edges: Edge[];
  /** The edges that the publication speaks of. */
  admits: (row: Row, edge: EdgeProps) => boolean;
  /** The column of the file that stands last, and its heading. */
  last: { column: string; head: string };
}

const INDEPENDENT = { column: 'independent', head: 'independent' };

/** Published distances that no table was made from, and what the network gives for them. */
function keptOut({ file, edges, admits, last }: KeptOut): string {
  const path = join(GEODATA_DIR, '../tests/geodata', file);
  const rows = parseCsv(readFileSync(path, 'utf8'), file).map((pair) => {
    const stretches = edges.filter((edge) => admits(pair, edge.properties)).map(counted);
    const stops = [text(pair, 'from'), ...list(pair, 'via'), text(pair, 'to')];
    const km = stops
      .slice(1)
      .reduce((sum, stop, i) => sum + shortestKm(stretches, stops[i]!, stop), 0);
    const published = number(pair, 'km');
    return [
      `${stops[0]} – ${stops[stops.length - 1]}`,
      published,
      km.toFixed(1),
      `${(100 * (km / published - 1)).toFixed(2)} %`,
      pair.publication ?? pair.publisher ?? '',
      pair[last.column] ?? '',
    ];
  });
  return table(
    ['pair', 'published km', 'network km', 'difference', 'publication', last.head],
    rows,
  );
}

function put(readme: string, name: string, content: string): string {
  const [open, close] = [
    `<!-- made by npm run geodata:readme: ${name} -->`,
    `<!-- end ${name} -->`,
  ];
  const start = readme.indexOf(open);
  const end = readme.indexOf(close);
  if (start < 0 || end < start) throw new Error(`geodata/README.md has no place for "${name}"`);
  return `${readme.slice(0, start + open.length)}\n\n${content}\n\n${readme.slice(end)}`;
}

/** Which attribute of a border crossing is known how often, border by border. */
function crossings(): string {
  const all = read('crossings').features.map(({ properties }) => properties as CrossingProps);
  const border = ({ posts }: CrossingProps): string =>
    posts
      .map(({ country }) => country)
      .sort()
      .join('–');
  const rows = [...new Set(all.map(border))].sort().map((name) => {
    const own = all.filter((crossing) => border(crossing) === name);
    const open = own.filter(({ status }) => BUILT.has(status));
    const rails = own.filter(({ modes }) => modes.includes('rail'));
    const of = (part: CrossingProps[], holds: (one: CrossingProps) => boolean): string =>
      `${part.filter(holds).length} of ${part.length}`;
    return [
      name,
      of(own, ({ modes }) => modes.length > 0),
      of(rails, ({ posts }) => posts.every(({ gauge }) => gauge)),
      of(own, ({ asOf }) => Boolean(asOf)),
      of(
        own.filter(({ status }) => status === 'seasonal'),
        ({ months }) => Boolean(months),
      ),
      of(open, ({ opened }) => Boolean(opened)),
      of(open, ({ capacity }) => Boolean(capacity)),
      of(open, ({ traffic }) => Boolean(traffic)),
      of(own, ({ dwellHours }) => !dwellHours.assumption),
      of(own, ({ positionErrorKm }) => positionErrorKm <= 5),
    ];
  });
  return table(
    ['border', 'mode', 'both gauges', 'status dated', 'season', 'opening', 'capacity'].concat([
      'traffic',
      'dwell measured',
      'within 5 km',
    ]),
    rows,
  );
}

/** What a crossing that is or was open has, and one that is only planned has not. */
const BUILT: ReadonlySet<Status> = new Set(['operating', 'seasonal', 'closed']);

const rail = read('railways').features as Edge[];
const isRussianTable = ({ country }: EdgeProps): boolean => country !== 'CN';
let readme = readFileSync(README, 'utf8');
readme = put(readme, 'layers', layers());
readme = put(readme, 'crossings', crossings());
readme = put(
  readme,
  'rail-facts',
  railFacts(rail.filter(({ properties }) => properties.status === 'operating')),
);
readme = put(
  readme,
  'rail-coarse',
  coarse(rail.filter(({ properties }) => properties.status === 'operating')),
);
readme = put(
  readme,
  'kept-out-broad',
  keptOut({
    file: 'kept-out-broad.csv',
    edges: rail.filter(({ properties }) => properties.status === 'operating'),
    admits: (pair, edge) => edge.line !== pair.avoid && isRussianTable(edge),
    last: INDEPENDENT,
  }),
);
readme = put(
  readme,
  'kept-out-china',
  keptOut({
    file: 'kept-out-china.csv',
    edges: rail,
    admits: (pair, edge) => list(pair, 'lines').includes(edge.line),
    last: INDEPENDENT,
  }),
);
readme = put(
  readme,
  'kept-out-cross-border',
  keptOut({
    file: 'kept-out-cross-border.csv',
    edges: rail.filter(({ properties }) => properties.status === 'operating'),
    admits: () => true,
    last: INDEPENDENT,
  }),
);
readme = put(
  readme,
  'kept-out-roads',
  keptOut({
    file: 'kept-out-roads.csv',
    edges: read('roads').features as Edge[],
    admits: () => true,
    last: { column: 'why', head: 'why it differs, and what is not published' },
  }),
);
writeFileSync(README, readme);
