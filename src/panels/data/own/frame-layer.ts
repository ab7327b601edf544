import type { LngLat } from '../../../core/types';
import type { OwnLayer } from '../../../data/own/types';
import { app } from '../../../state/app.svelte';

/** Points along the edge of a layer's extent, since projections bend it. */
export function frameLayer({ summary: { box } }: OwnLayer): void {
  if (!box) return;
  const [west, south, east, north] = box;
  const points: LngLat[] = [];
  for (let i = 0; i <= 4; i++)
    for (let j = 0; j <= 4; j++)
      points.push([west + ((east - west) * i) / 4, south + ((north - south) * j) / 4]);
  app.framing = { points };
}
