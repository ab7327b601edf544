import MapWorker from 'maplibre-gl/dist/maplibre-gl-worker.mjs';
import type { PlanarConverter, PlanarDefinition } from '../core/geo/planar';
import { planarConverter } from '../core/geo/planar';

/** MapLibre's worker, which knows from the start how to place GeoJSON in a planar projection. */

const scope = self as unknown as {
  worker: unknown;
  setProjectionHandler(handler: (definition: string) => PlanarConverter): void;
};

// Only imported, it would be left out of a build: MapLibre says of all its files that importing them
// does nothing.
if (!(scope.worker instanceof MapWorker)) throw new Error('the map’s worker has not started');

scope.setProjectionHandler((definition) =>
  planarConverter(JSON.parse(definition) as PlanarDefinition),
);
