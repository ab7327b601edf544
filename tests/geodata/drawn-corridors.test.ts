import { describe, expect, it } from 'vitest';
import type { EdgeProps } from '../../src/core/types';
import { Atlas } from '../../src/data/atlas';
import { corridorById, corridorProfile } from '../../src/data/questions/corridor';
import { drawnLineProfile } from '../../src/data/questions/drawn-line';
import { edgesById } from '../../src/data/questions/edges';
import { strip } from '../../src/data/questions/strip';
import { readGeodata } from './read';

const atlas = new Atlas(readGeodata);
const corridors = await atlas.neededCorridors();
const edges = await edgesById(atlas);

/** The drawn kilometres of a corridor by a property of its edges: no code of drawn lines. */
async function drawnBy(
  id: string,
  key: (props: EdgeProps) => string | undefined,
): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const edge of (await corridorProfile(atlas, id)).edges) {
    const group = key(edges.get(edge.id)!.properties);
    if (group !== undefined) sums[group] = (sums[group] ?? 0) + edge.drawnKm;
  }
  return sums;
}

/** Near a station two railways share their first metres, and either may be taken. */
const close = (sums: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(sums).map(([key, km]) => [key, expect.closeTo(km, 0) as number]),
  );

describe('a corridor, drawn over', () => {
  it.each(corridors.map(({ id }) => id))('%s is found on its own edges again', async (id) => {
    const { line } = await corridorProfile(atlas, id);
    const question = { id, name: id, points: line };
    const drawn = await drawnLineProfile(atlas, question, 1);
    const { edges: own } = await corridorById(atlas, id);
    const met = drawn.edges.map((edge) => edge.id);
    expect(met.filter((edge, i) => edge !== met[i - 1])).toEqual(own);
    expect(drawn.byMode).toEqual(close(await drawnBy(id, ({ mode }) => mode)));
    expect(drawn.byStatus).toEqual(close(await drawnBy(id, ({ status }) => status)));
    expect(drawn.byGauge).toEqual(
      close(await drawnBy(id, ({ gauges }) => gauges?.toSorted((a, b) => a - b).join('+'))),
    );
    // It keeps the same times on land; at sea the country is the coast's, so it may keep more.
    const zones = async (of: Parameters<typeof strip>[1]): Promise<string[]> =>
      (await strip(atlas, of)).zones.map(({ zone }) => zone);
    expect(await zones({ line: question, radiusKm: 1 })).toEqual(
      expect.arrayContaining(await zones({ corridor: id })),
    );
  });
});
