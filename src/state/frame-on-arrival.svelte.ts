import type { LngLat } from '../core/types';
import { app } from './app.svelte';

/**
 * Who comes by an address that has no camera is shown what it names, once that is known: `points`
 * gives none before. For a component to call as it begins.
 */
export function frameOnArrival(points: () => LngLat[]): void {
  let framed = app.camera !== undefined;
  $effect(() => {
    if (framed) return;
    const found = points();
    if (found.length === 0) return;
    framed = true;
    app.framing = { points: found };
  });
}
