import type { ProjectionId, ViewState } from '../core/projections';
import type { LngLat } from '../core/types';
import type { Padding } from './framing';
import { viewFraming } from './view';

/** What is framed keeps clear of the edge, of the foot and of the buttons. */
const MARGIN_PX = 44;

const NORTH_ASIA: LngLat[] = [
  [54, 54],
  [50, 69],
  [105, 78.5],
  [190, 67],
  [160, 50],
  [132, 38],
  [105, 38],
  [78, 38],
];

const ARCTIC: LngLat[] = [
  [20, 68],
  [60, 55],
  [82, 50],
  [110, 50],
  [135, 47],
  [160, 55],
  [192, 62],
  [110, 88],
];

/** What a projection shows at first: places that must be in the picture. */
export const HOME: Record<ProjectionId, LngLat[]> = {
  'north-asia': NORTH_ASIA,
  arctic: ARCTIC,
  globe: NORTH_ASIA,
  mercator: NORTH_ASIA,
};

/** The camera that a projection begins with, in the free part of a map. */
export const homeView = (
  projection: ProjectionId,
  container: HTMLElement,
  padding: Padding,
): ViewState => viewFraming(HOME[projection], projection, container, padding, MARGIN_PX);
