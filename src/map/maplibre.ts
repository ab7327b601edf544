import {
  addProjection,
  Map as MapLibreMap,
  setWorkerUrl,
  type StyleSpecification,
} from 'maplibre-gl';
import type { ViewState } from '../core/projections';
import { assetUrl, TAKEN } from '../formats/asset';
import workerUrl from './map-worker?worker&url';
import { planarCrs } from './projections';

/** MapLibre, made ready once for the page. */

let ready = false;

/** Worker and planar projections. */
function prepareMapLibre(): void {
  if (ready) return;
  ready = true;
  addProjection(planarCrs('north-asia'));
  addProjection(planarCrs('arctic'));
  if (TAKEN) {
    setWorkerUrl(assetUrl('take-along/map-worker.js'));
    return;
  }
  const url = new URL(workerUrl, document.baseURI);
  // The worker has the policy of its own address: remote.html's may ask other hosts.
  if (location.pathname.endsWith('/remote.html')) url.search += url.search ? '&remote' : '?remote';
  setWorkerUrl(url.href);
}

/**
 * A map without tilt, and without controls of MapLibre's own.
 * @throws where the browser gives no WebGL 2
 */
export function createMap(
  container: HTMLElement,
  style: StyleSpecification,
  { lng, lat, zoom, bearing }: ViewState,
): MapLibreMap {
  prepareMapLibre();
  const map = new MapLibreMap({
    container,
    style,
    center: [lng, lat],
    zoom,
    bearing,
    maxZoom: 12,
    maxPitch: 0,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    fadeDuration: 0,
  });
  drawInSteps(map);
  return map;
}

/** Between two pictures of a map at rest whose tiles are still coming. */
const STEP_MS = 500;

/**
 * MapLibre draws the whole map again for every tile that arrives, which without a graphics card
 * takes longer than making the tiles. While the map rests, a picture each half second shows as
 * much; the last tile, and any movement, is drawn at once.
 */
function drawInSteps(map: MapLibreMap): void {
  const draw = map.triggerRepaint.bind(map);
  let drawn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  map.on('render', () => (drawn = performance.now()));
  const now = (): void => {
    clearTimeout(timer);
    timer = undefined;
    draw();
  };
  map.triggerRepaint = () => {
    const wait = drawn + STEP_MS - performance.now();
    if (wait <= 0 || map.isMoving() || map.areTilesLoaded()) now();
    else timer ??= setTimeout(now, wait);
  };
  map.on('remove', () => clearTimeout(timer));
}
