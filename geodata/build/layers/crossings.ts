import type { Feature, Point } from 'geojson';
import type {
  CrossingMode,
  CrossingPost,
  CrossingProps,
  FullName,
  Gauge,
  NameLang,
  Status,
} from '../../../src/core/types';
import { NAME_LANGS } from '../../../src/core/types';
import { list, number, readTable, text, type Row } from '../lib/csv';
import { source, sources } from '../lib/sources';
import { feature } from '../lib/write';
import { fullName } from './hubs';

/** What tells two crossings of the same two posts apart in a name. */
const MODE_WORDS: Record<CrossingMode, Record<NameLang, string>> = {
  rail: { en: 'railway', zh: '铁路', ru: 'железная дорога', mn: 'төмөр зам' },
  road: { en: 'road', zh: '公路', ru: 'автодорога', mn: 'авто зам' },
  river: { en: 'river', zh: '水运', ru: 'река', mn: 'гол' },
  ice: { en: 'ice', zh: '冰道', ru: 'лёд', mn: 'мөс' },
};

/** The border crossings: curated/crossings.csv with what is published of the traffic of each. */
export function buildCrossings(): Feature<Point, CrossingProps>[] {
  const rows = readTable('crossings.csv');
  const facts = trafficByCrossing();
  const ids = new Set(rows.map((row) => text(row, 'id')));
  for (const id of facts.keys())
    if (!ids.has(id)) throw new Error(`traffic is given for crossing "${id}", which is not there`);
  const pairs = rows.map(pairName);
  return rows.map((row, i) =>
    crossing(
      row,
      pairs.filter((pair) => pair.en === pairs[i]!.en).length > 1,
      facts.get(text(row, 'id')) ?? [],
    ),
  );
}

function crossing(row: Row, ambiguous: boolean, facts: Row[]): Feature<Point, CrossingProps> {
  const capacity = facts.filter((fact) => fact.kind === 'capacity');
  const traffic = facts.filter((fact) => fact.kind === 'traffic');
  const modes = list(row, 'modes') as CrossingMode[];
  const unknown = unknownOf(row, capacity.length > 0, traffic.length > 0);
  return feature(
    { type: 'Point', coordinates: [number(row, 'lng'), number(row, 'lat')] },
    {
      id: text(row, 'id'),
      name: ambiguous ? withMode(pairName(row), modes[0]!) : pairName(row),
      posts: [post(row, 'a'), post(row, 'b')],
      modes,
      status: text(row, 'status') as Status,
      asOf: text(row, 'asOf'),
      ...(row.months ? { months: list(row, 'months').map(Number) } : {}),
      ...(row.opened ? { opened: row.opened } : {}),
      ...(capacity.length > 0
        ? {
            capacity: capacity.map((fact) => ({
              text: text(fact, 'text'),
              source: source(text(fact, 'source')),
            })),
          }
        : {}),
      ...(traffic.length > 0
        ? {
            traffic: traffic.map((fact) => ({
              value: number(fact, 'value'),
              unit: text(fact, 'unit'),
              period: text(fact, 'period'),
              source: source(text(fact, 'source')),
            })),
          }
        : {}),
      dwellHours: {
        low: number(row, 'dwellLow'),
        typical: number(row, 'dwellTypical'),
        high: number(row, 'dwellHigh'),
        assumption: !row.dwellSource,
        ...(row.dwellSource ? { source: source(row.dwellSource) } : {}),
      },
      ...(unknown.length > 0 ? { unknown } : {}),
      ...(row.note ? { note: { en: row.note } } : {}),
      positionErrorKm: number(row, 'positionErrorKm'),
      sources: sources(list(row, 'sources')),
    },
  );
}

/** What is not known of a crossing that is or was open; one that is only planned has none yet. */
function unknownOf(row: Row, capacity: boolean, traffic: boolean): CrossingProps['unknown'] & {} {
  if (['planned', 'studied', 'under-construction'].includes(text(row, 'status'))) return [];
  return [
    ...(row.opened ? [] : (['opened'] as const)),
    ...(capacity ? [] : (['capacity'] as const)),
    ...(traffic ? [] : (['traffic'] as const)),
  ];
}

function post(row: Row, side: 'a' | 'b'): CrossingPost {
  const gauge = row[`${side}Gauge`];
  return {
    country: text(row, `${side}Country`),
    name: postName(row, side),
    ...(gauge ? { gauge: Number(gauge) as Gauge } : {}),
  };
}

/** The columns of one side, aEn to aLocal or bEn to bLocal, as a name. */
const postName = (row: Row, side: 'a' | 'b'): FullName =>
  fullName({
    en: row[`${side}En`]!,
    zh: row[`${side}Zh`]!,
    ru: row[`${side}Ru`]!,
    mn: row[`${side}Mn`]!,
    byRule: row[`${side}Rule`]!,
    local: row[`${side}Local`]!,
  });

/** Both posts in one name; by rule where the name of a post is. */
function pairName(row: Row): FullName {
  const a = postName(row, 'a');
  const b = postName(row, 'b');
  const byRule = NAME_LANGS.filter((lang) =>
    [a, b].some((name) => name.transliterated?.includes(lang) ?? false),
  );
  return {
    ...inEachLang((lang) => `${a[lang]}–${b[lang]}`),
    ...(byRule.length > 0 ? { transliterated: byRule } : {}),
  };
}

const withMode = (name: FullName, mode: CrossingMode): FullName => ({
  ...name,
  ...inEachLang((lang) =>
    lang === 'zh'
      ? `${name.zh}（${MODE_WORDS[mode].zh}）`
      : `${name[lang]} (${MODE_WORDS[mode][lang]})`,
  ),
});

const inEachLang = (make: (lang: NameLang) => string): Record<NameLang, string> => ({
  en: make('en'),
  zh: make('zh'),
  ru: make('ru'),
  mn: make('mn'),
});

function trafficByCrossing(): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of readTable('crossing-traffic.csv')) {
    if (row.kind !== 'capacity' && row.kind !== 'traffic')
      throw new Error(`crossing-traffic.csv: kind "${row.kind}" is neither capacity nor traffic`);
    const id = text(row, 'crossing');
    found.set(id, [...(found.get(id) ?? []), row]);
  }
  return found;
}
