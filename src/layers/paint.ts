import type { ExpressionSpecification } from 'maplibre-gl';
import type { Status } from '../core/types';
import type { StyleContext } from './layer';

/** Small words of drawing that several layers share. */

/** A size in pixels that grows between zooms, larger for the projector. */
export function px(
  context: StyleContext,
  ...stops: [zoom: number, px: number][]
): ExpressionSpecification {
  return [
    'interpolate',
    ['linear'],
    ['zoom'],
    ...stops.flatMap(([zoom, size]) => [zoom, size * context.theme.scale]),
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
