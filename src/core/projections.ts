import type { PlanarId } from './geo/planar';

/** The four ways of drawing the earth. The first is the default. */
export const PROJECTION_IDS = ['north-asia', 'arctic', 'globe', 'mercator'] as const;
export type ProjectionId = (typeof PROJECTION_IDS)[number];

export const isPlanar = (id: ProjectionId): id is PlanarId =>
  id === 'north-asia' || id === 'arctic';

/** The camera, as it stands in the address. Degrees; zoom in the units of the projection in use. */
export interface ViewState {
  lng: number;
  lat: number;
  zoom: number;
  bearing: number;
  pitch: number;
}

/**
 * The zoom at which another projection shows the same scale at the view's centre. A planar
 * projection has one scale at a zoom; Mercator's, which the globe follows, grows by 1 / cos(latitude)
 * towards the poles.
 */
export function zoomAtSameScale(view: ViewState, from: ProjectionId, to: ProjectionId): number {
  if (isPlanar(from) === isPlanar(to)) return view.zoom;
  // Beyond 85 degrees Mercator has no map, and the logarithm no end.
  const stretch = Math.log2(1 / Math.cos((Math.min(Math.abs(view.lat), 85) * Math.PI) / 180));
  return isPlanar(from) ? view.zoom - stretch : view.zoom + stretch;
}
