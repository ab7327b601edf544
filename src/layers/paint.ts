import type { ExpressionSpecification } from 'maplibre-gl';
import { isPlanar } from '../core/projections';
import type { Status } from '../core/types';
import type { StyleContext } from './layer';

/** Small words of drawing that several layers share. */

/**
 * The zoom at which the projection in use has the scale that a planar one has at `zoom`. Mercator
 * and globe are a zoom ahead at 60 degrees north, the middle of the map.
 */
export const atScale = ({ projection }: StyleContext, zoom: number): number =>
  isPlanar(projection) ? zoom : Math.max(0, zoom - 1);

/** A size in pixels that grows between zooms, larger for the projector. */
export function px(
  context: StyleContext,
  ...stops: [zoom: number, px: number][]
): ExpressionSpecification {
  return [
    'interpolate',
    ['linear'],
    ['zoom'],
    ...stops.flatMap(([zoom, size]) => [atScale(context, zoom), size * context.theme.scale]),
  ] as unknown as ExpressionSpecification;
}

/** Dash by status, in line widths: solid is in use, the more broken the less real. */
export const STATUS_DASH: Record<Status, number[]> = {
  operating: [1, 0],
  seasonal: [6, 2],
  'under-construction': [4, 1.6],
  planned: [2.4, 2],
  studied: [1.2, 2.4],
  closed: [0.4, 2],
};

export const statusDash: ExpressionSpecification = [
  'match',
  ['get', 'status'],
  ...(['seasonal', 'under-construction', 'planned', 'studied', 'closed'] as const).flatMap(
    (status) => [status, ['literal', STATUS_DASH[status]]],
  ),
  ['literal', STATUS_DASH.operating],
] as unknown as ExpressionSpecification;

/** A value per key of a property. */
export function byKey(
  property: string,
  values: Record<string, unknown>,
  otherwise: unknown,
): ExpressionSpecification {
  return [
    'match',
    ['get', property],
    ...Object.entries(values).flat(),
    otherwise,
  ] as unknown as ExpressionSpecification;
}

/** What is of rank 1 is named from afar, rank 4 only near. Filters know whole zooms only. */
export function rankInView(context: StyleContext): ExpressionSpecification {
  const at = (zoom: number): number => atScale(context, zoom);
  return [
    '<=',
    ['get', 'rank'],
    ['step', ['zoom'], 1, at(3), 2, at(4), 3, at(5), 4],
  ] as unknown as ExpressionSpecification;
}
