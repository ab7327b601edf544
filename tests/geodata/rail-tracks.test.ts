import { beforeAll, describe, expect, it } from 'vitest';
import type { EdgeFeature } from '../../geodata/build/lib/context';
import { applyTrackFacts, readTrackFacts } from '../../geodata/build/network/rail/tracks';
import type { EdgeProps } from '../../src/core/types';
import { readLayer } from './read';

let edges: EdgeFeature[];
beforeAll(async () => {
  const { features } = await readLayer<EdgeFeature['geometry'], EdgeProps>('railways');
  edges = features.filter(({ properties }) => properties.status === 'operating');
});

/** Share of the edges in use; a short edge counts as much as a long one. */
const share = (holds: (edge: EdgeFeature) => boolean): number =>
  edges.filter(holds).length / edges.length;

/** A chain of edges a-b, b-c, c-d of one line. */
const chain = (): EdgeFeature[] =>
  ['a', 'b', 'c'].map((from, i) => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: [] },
    properties: {
      line: 'l',
      from,
      to: 'bcd'[i]!,
      sources: [],
    } as unknown as EdgeFeature['properties'],
  }));

describe('Facts of a part of a line', () => {
  it('go onto the edges between its ends, and on no other', () => {
    const made = chain();
    applyTrackFacts(made, [{ line: 'l', from: 'b', to: 'd', tracks: 2, sources: ['tk-lanxin'] }]);
    expect(made.map(({ properties }) => properties.tracks)).toEqual([undefined, 2, 2]);
    expect(made.map(({ properties }) => properties.sources.length)).toEqual([0, 1, 1]);
  });

  it('may stand once', () => {
    const fact = { line: 'l', electrified: false, sources: [] };
    expect(() => applyTrackFacts(chain(), [fact, fact])).toThrow('stands twice');
  });

  it('must name ends of the line in its order', () => {
    const fact = { line: 'l', from: 'd', to: 'b', tracks: 1, sources: [] };
    expect(() => applyTrackFacts(chain(), [fact])).toThrow('no part from d to b');
  });
});

describe('Tracks and electrification', () => {
  it('are told of lines that exist, with a source', () => {
    const lines = new Set(edges.map(({ properties }) => properties.line));
    for (const { line, sources } of readTrackFacts()) {
      expect(lines, line).toContain(line);
      expect(sources, line).not.toEqual([]);
    }
  });

  it('are known of more than half of the edges, and of all of the main lines', () => {
    expect(share(({ properties }) => properties.tracks !== undefined)).toBeGreaterThan(0.55);
    expect(share(({ properties }) => properties.electrified !== undefined)).toBeGreaterThan(0.6);
    const main = ['trans-siberian', 'binzhou', 'trans-mongolian', 'jingha', 'jingbao', 'ayam'];
    for (const { properties } of edges.filter((edge) => main.includes(edge.properties.line))) {
      expect(properties.tracks, properties.id).toBeDefined();
      expect(properties.electrified, properties.id).toBeDefined();
    }
  });

  it('end where the sources end them, and are unknown where no source speaks', () => {
    const electrified = (id: string): boolean | undefined =>
      edges.find(({ properties }) => properties.id === id)?.properties.electrified;
    expect(electrified('rail-bam-severomuysk-taksimo')).toBe(true);
    expect(electrified('rail-bam-taksimo-kuanda')).toBe(false);
    expect(electrified('rail-dalian-port-dalian-dalian-port')).toBeUndefined();
  });
});
