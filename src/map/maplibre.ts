import {
  addProjection,
  importScriptInWorkers,
  Map as MapLibreMap,
  setWorkerUrl,
  type StyleSpecification,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { ViewState } from '../core/projections';
import { UserError } from '../core/errors';
import { assetUrl, TAKEN } from '../formats/asset';
import { planarCrs } from './projections';

/** MapLibre, made ready once for the page. */

let ready: Promise<void> | undefined;

/** Worker and planar projections; the workers must know them before the first map is made. */
export function prepareMapLibre(): Promise<void> {
  ready ??= prepare();
  return ready;
}

async function prepare(): Promise<void> {
  if (!hasWebGl())
    throw new UserError(
      'no-webgl',
      'The map needs WebGL 2, which this browser does not offer; lists, figures and downloads work without it.',
    );
  addProjection(planarCrs('north-asia'));
  addProjection(planarCrs('arctic'));
  if (TAKEN) {
    // It knows the planar projections already.
    setWorkerUrl(assetUrl('take-along/map-worker.js'));
    return;
  }
  // The worker has the policy of its own address: remote.html's may ask other hosts.
  const query = location.pathname.endsWith('/remote.html') ? '?remote' : '';
  setWorkerUrl(new URL(workerUrl + query, document.baseURI).href);
  await importScriptInWorkers(assetUrl('projections/planar.mjs'));
}

function hasWebGl(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}

/** A map without tilt, and without controls of MapLibre's own. */
export function createMap(
  container: HTMLElement,
  style: StyleSpecification,
  { lng, lat, zoom, bearing }: ViewState,
): MapLibreMap {
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
