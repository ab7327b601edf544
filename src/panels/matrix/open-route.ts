import type { MatrixFigures } from '../../core/analysis/matrix-figures';
import { app } from '../../state/app.svelte';
import { journey } from '../../state/journey.svelte';

/** Shows the way of a cell in the routes panel. */
export function openRoute({ places, destinations }: MatrixFigures, cell: number): void {
  journey.from = places[Math.floor(cell / destinations.length)]!.key;
  journey.to = destinations[cell % destinations.length]!.key;
  journey.via = [];
  app.panel = 'routes';
}
