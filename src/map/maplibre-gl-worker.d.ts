/** MapLibre's worker, which comes without types: the class whose one object it starts in a worker. */
declare module 'maplibre-gl/dist/maplibre-gl-worker.mjs' {
  export default class MapWorker {}
}
