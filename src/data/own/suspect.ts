import type { Feature, Point } from 'geojson';
import type { NodeProps } from '../../core/types';
import type { FeatureStore } from './feature-store';
import { gcj02Suspicion, mostlyInGcj02Box, votingStations } from './gcj02-suspicion';

/**
 * Looks at a layer as a whole, once it has been read or mended, and notes in it what is suspected.
 * `nodes` are the product's, asked for only where they can tell something.
 */
export async function suspect(
  store: FeatureStore,
  file: { name: string; crs?: string | undefined },
  nodes: () => Promise<readonly Feature<Point, NodeProps>[]>,
): Promise<void> {
  store.suspicion = mostlyInGcj02Box(store)
    ? gcj02Suspicion(store, file, votingStations(await nodes()))
    : undefined;
}
