import type { PlanarConverter, PlanarDefinition } from '../core/geo/planar';
import { planarConverter } from '../core/geo/planar';

/**
 * What MapLibre's workers load to place GeoJSON in a planar projection. Bundled without imports to
 * static/projections/planar.mjs by `npm run projections`.
 */
interface WorkerScope {
  setProjectionHandler(handler: (definition: string) => PlanarConverter): void;
}

(self as unknown as WorkerScope).setProjectionHandler((definition) =>
  planarConverter(JSON.parse(definition) as PlanarDefinition),
);
