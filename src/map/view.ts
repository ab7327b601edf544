import type { Map as MapLibreMap } from 'maplibre-gl';
import type { ProjectionId, ViewState } from '../core/projections';
import type { LngLat } from '../core/types';
import { frame, type Padding } from './framing';
import type { SceneView } from './props';

/** A room waits no longer for a flight; MapLibre jumps where it would take more. */
const FLIGHT_MS = 4000;

/** Where a map looks, and how it gets there. */

export function viewOf(map: MapLibreMap): ViewState {
  const { lng, lat } = map.getCenter();
  return { lng, lat, zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() };
}

/** The camera that shows points in the free part of a map, `margin` pixels clear of its edges. */
export function viewFraming(
  points: readonly LngLat[],
  projection: ProjectionId,
  { clientWidth: width, clientHeight: height }: HTMLElement,
  padding: Padding,
  margin: number,
): ViewState {
  const free = {
    top: padding.top + margin,
    right: padding.right + margin,
    bottom: padding.bottom + margin,
    left: padding.left + margin,
  };
  const framed = frame(points, projection, { width, height }, free);
  const { center, zoom } = framed ?? { center: [110, 58] as LngLat, zoom: 3 };
  return { lng: center[0], lat: center[1], zoom, bearing: 0, pitch: 0 };
}

/** The same view, as finely as an address writes it. */
export function sameView(a: ViewState, b: ViewState): boolean {
  const near = (x: number, y: number, by: number): boolean => Math.abs(x - y) < by;
  return (
    near(a.zoom, b.zoom, 0.006) &&
    near(a.lat, b.lat, 6e-5) &&
    near(((a.lng - b.lng + 540) % 360) - 180, 0, 6e-5) &&
    near(a.bearing, b.bearing, 0.06)
  );
}

/** The same ground on a map of another size than the one that the camera was set on. */
export function fittedTo(container: HTMLElement, { stage, ...view }: SceneView): ViewState {
  if (!stage) return view;
  const { clientWidth, clientHeight } = container;
  const ratio = Math.min(clientWidth / stage.width, clientHeight / stage.height);
  return { ...view, zoom: view.zoom + Math.log2(Math.max(ratio, 0.1)) };
}

/** Goes there at once. */
export function jumpTo(map: MapLibreMap, view: ViewState): void {
  map.jumpTo(cameraOf(view));
}

/** Goes there in a short movement, for those who have nothing against movements; north up. */
export function easeTo(map: MapLibreMap, view: ViewState): void {
  map.easeTo({ ...cameraOf(view), bearing: 0, duration: calm() ? 0 : 600 });
}

/** Flies there. */
export function flyTo(map: MapLibreMap, view: ViewState): void {
  if (calm()) jumpTo(map, view);
  else map.flyTo({ ...cameraOf(view), maxDuration: FLIGHT_MS });
}

const cameraOf = ({ lng, lat, zoom, bearing }: ViewState) => ({
  center: [lng, lat] as LngLat,
  zoom,
  bearing,
  pitch: 0,
});

const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
