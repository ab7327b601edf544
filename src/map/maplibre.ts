import {
  addProjection,
  Map as MapLibreMap,
  prewarm,
  setWorkerUrl,
  type StyleSpecification,
} from 'maplibre-gl';
import type { ViewState } from '../core/projections';
import { assetUrl, TAKEN } from '../formats/asset';
import workerUrl from './map-worker?worker&url';
import { planarCrs } from './projections';

/** MapLibre, made ready once for the page. */

let warm = false;

/**
 * Starts what a map needs before it has anything to draw: its workers, which know the planar
 * projections, and the browser's drawing in 3D.
 */
export function warmUp(): void {
  if (warm) return;
  warm = true;
  addProjection(planarCrs('north-asia'));
  addProjection(planarCrs('arctic'));
  if (TAKEN) {
    setWorkerUrl(assetUrl('take-along/map-worker.js'));
  } else {
    const url = new URL(workerUrl, document.baseURI);
    // The worker has the policy of its own address: remote.html's may ask other hosts.
    if (location.pathname.endsWith('/remote.html'))
      url.search += url.search ? '&remote' : '?remote';
    setWorkerUrl(url.href);
  }
  prewarm();
  document.createElement('canvas').getContext('webgl2');
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
  warmUp();
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
  drawInSteps(map, Object.keys(style.sources));
  placeLabelsOnce(map);
  return map;
}

/** Between two pictures of a map at rest whose tiles are still coming, the first map and later. */
const FIRST_STEP_MS = 2000;
const STEP_MS = 500;

/**
 * MapLibre draws the whole map again for every source and every tile that arrives, which without a
 * graphics card takes longer than making the tiles. While the map rests, a picture each step shows as
 * much; the last tile, and any movement, is drawn at once. Tiles of the first map are asked for with
 * one picture too, once all sources are there.
 */
function drawInSteps(map: MapLibreMap, sources: readonly string[]): void {
  const draw = map.triggerRepaint.bind(map);
  let drawn = performance.now();
  let first = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  map.on('render', () => (drawn = performance.now()));
  map.once('load', () => (first = false));
  const isComplete = (): boolean =>
    map.areTilesLoaded() && (!first || sources.every((id) => map.getSource(id)?.loaded()));
  const now = (): void => {
    clearTimeout(timer);
    timer = undefined;
    draw();
  };
  map.triggerRepaint = () => {
    const wait = drawn + (first ? FIRST_STEP_MS : STEP_MS) - performance.now();
    if (wait <= 0 || map.isMoving() || isComplete()) now();
    else timer ??= setTimeout(now, wait);
  };
  map.on('remove', () => clearTimeout(timer));
}

/**
 * Without fading, MapLibre places all labels in the frame that draws them. It draws a second, equal
 * frame all the same whenever tiles with labels are new, as it must where placing takes several.
 */
function placeLabelsOnce(map: MapLibreMap): void {
  map.on('render', () => (map._placementDirty = false));
}
