import { parseScenario } from '../../src/core/scenario/parse';
import type { ScenarioPreset } from '../../src/core/scenario/types';
import type { FullName, Source, Status } from '../../src/core/types';
import type { EdgeFeature, Places } from './lib/context';
import { list, readTable, text } from './lib/csv';

const NOT_BUILT: Status[] = ['under-construction', 'planned', 'studied'];

const ALL_ID = 'all-not-built';
const ALL: FullName = {
  en: 'Everything that is planned or being built',
  zh: '所有规划和在建线路',
  ru: 'Всё, что планируется и строится',
  mn: 'Төлөвлөж, барьж буй бүх шугам',
};

/** A scenario for every line with parts that are not built, one for all of them, and the typed ones. */
export function buildScenarios(edges: EdgeFeature[], places: Places): ScenarioPreset[] {
  const lines = new Map<string, EdgeFeature[]>();
  for (const edge of edges) {
    if (!NOT_BUILT.includes(edge.properties.status)) continue;
    const { line } = edge.properties;
    lines.set(line, [...(lines.get(line) ?? []), edge]);
  }
  const presets = [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([line, unbuilt]) => {
      const whole = edges.every(
        ({ properties }) => properties.line !== line || NOT_BUILT.includes(properties.status),
      );
      const on = whole ? [line] : unbuilt.map((edge) => edge.properties.id).sort();
      const { name } = unbuilt[0]!.properties;
      return preset(
        line,
        name,
        { on },
        unbuilt.flatMap((edge) => edge.properties.sources),
      );
    });
  if (presets.length > 1)
    presets.push(preset(ALL_ID, ALL, { on: presets.flatMap(({ scenario }) => scenario.on) }, []));
  return [...presets, ...typedScenarios(edges, places)];
}

function typedScenarios(edges: EdgeFeature[], places: Places): ScenarioPreset[] {
  const known = new Set([
    ...edges.flatMap(({ properties }) => [properties.id, properties.line]),
    ...[...places.crossings, ...places.ports].map((place) => place.properties.id),
  ]);
  return readTable('scenarios.csv').map((row) => {
    const id = text(row, 'id');
    const switches = { on: list(row, 'on'), off: list(row, 'off') };
    for (const link of [...switches.on, ...switches.off])
      if (!known.has(link)) throw new Error(`scenario ${id}: nothing is called "${link}"`);
    const name = {
      en: text(row, 'en'),
      zh: text(row, 'zh'),
      ru: text(row, 'ru'),
      mn: text(row, 'mn'),
    };
    return preset(id, name, switches, []);
  });
}

function preset(
  id: string,
  name: FullName,
  switches: { on?: string[]; off?: string[] },
  sources: Source[],
): ScenarioPreset {
  const distinct = new Map(sources.map((source) => [JSON.stringify(source), source]));
  const scenario = parseScenario({ version: 1, id, name: name.en, ...switches });
  return { id, name, scenario, sources: [...distinct.values()] };
}
