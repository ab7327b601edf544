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
import { planarCrs } from './projections';

/** MapLibre, made ready once for the page. */

/** Address of a file under static/, whatever path the page is served from. */
export const assetUrl = (path: string): string => new URL(path, document.baseURI).href;

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
  // The worker has the policy of its own address: remote.html's may ask other hosts.
  const query = location.pathname.endsWith('/remote.html') ? '?remote' : '';
  setWorkerUrl(new URL(workerUrl + query, document.baseURI).href);
  addProjection(planarCrs('north-asia'));
  addProjection(planarCrs('arctic'));
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
  return new MapLibreMap({
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
}
