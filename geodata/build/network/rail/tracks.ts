import type { EdgeFeature } from '../../lib/context';
import { list, number, readTable, text } from '../../lib/csv';
import { sources } from '../../lib/sources';

/** One row of curated/rail-tracks.csv: what is published of a part of a line. */
export interface TrackFact {
  line: string;
  /** Ends of the part, in the order of the line; absent: the whole line. */
  from?: string;
  to?: string;
  tracks?: number;
  electrified?: boolean;
  sources: string[];
}

export const readTrackFacts = (): TrackFact[] =>
  readTable('rail-tracks.csv').map((row) => ({
    line: text(row, 'line'),
    ...(row.from ? { from: text(row, 'from'), to: text(row, 'to') } : {}),
    ...(row.tracks ? { tracks: number(row, 'tracks') } : {}),
    ...(row.electrified ? { electrified: text(row, 'electrified') === 'yes' } : {}),
    sources: list(row, 'sources'),
  }));

/**
 * Writes tracks and electrification of the parts of lines onto their edges, with the sources. Edges
 * must stand in the order of their line.
 * @throws if a part has no edges, or an edge is told the same twice
 */
export function applyTrackFacts(edges: readonly EdgeFeature[], facts = readTrackFacts()): void {
  for (const fact of facts) {
    const line = edges.filter(({ properties }) => properties.line === fact.line);
    if (line.length > 0) for (const edge of partOf(line, fact)) tell(edge, fact);
  }
}

function partOf(line: readonly EdgeFeature[], { from, to }: TrackFact): readonly EdgeFeature[] {
  if (!from) return line;
  const first = line.findIndex(({ properties }) => properties.from === from);
  const last = line.findIndex(({ properties }, i) => i >= first && properties.to === to);
  if (first < 0 || last < 0)
    throw new Error(
      `rail-tracks.csv: ${line[0]!.properties.line} has no part from ${from} to ${to}`,
    );
  return line.slice(first, last + 1);
}

function tell({ properties }: EdgeFeature, fact: TrackFact): void {
  for (const key of ['tracks', 'electrified'] as const) {
    if (fact[key] === undefined) continue;
    if (properties[key] !== undefined)
      throw new Error(`rail-tracks.csv: ${key} of ${properties.id} stands twice`);
    Object.assign(properties, { [key]: fact[key] });
  }
  const known = new Set(properties.sources.map(({ title }) => title));
  properties.sources.push(...sources(fact.sources).filter(({ title }) => !known.has(title)));
}
