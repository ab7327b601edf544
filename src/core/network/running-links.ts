import type { Gauge } from '../types';
import type { EdgeCut } from './added-links';
import type { Draft } from './draft';

/** Makes the states of every edge's ends, and the links that run between them, gauge by gauge. */
export function addRunningLinks(draft: Draft, cuts: ReadonlyMap<number, EdgeCut[]>): void {
  draft.edges.forEach((edge, index) => {
    const stops = [
      { share: 0, node: edge.from },
      ...(cuts.get(index) ?? []).slice().sort((a, b) => a.share - b.share),
      { share: 1, node: edge.to },
    ];
    const gauges: (Gauge | 0)[] = edge.mode === 'rail' ? [...new Set(edge.gauges)] : [0];
    for (const gauge of gauges) {
      for (let i = 1; i < stops.length; i++) {
        const a = stops[i - 1]!;
        const b = stops[i]!;
        draft.run(
          draft.state(a.node, edge.mode, gauge, edge.country),
          draft.state(b.node, edge.mode, gauge, edge.country),
          index,
          a.share,
          b.share,
        );
      }
    }
  });
}
