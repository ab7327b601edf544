import type { PageRequest } from './compose';
import type { Theme } from '../layers/theme';
import { legendBlock, type PaperLegend } from './legend-block';
import type { Box, Shape } from './shapes';
import { mapIn } from './map-block';
import { seenIn } from './seen';
import { cutOff } from './sheet';
import type { Typesetter } from './typesetter';

export interface PlacedLegend {
  legend: PaperLegend;
  shapes: Shape[];
  /** What is left for the map. */
  rest: Box;
}

/**
 * The legend right of the map on wide pages, below it on high ones. Null when it has no room, however
 * small its type.
 *
 * @param frameIn the map's frame in what is left of the page
 */
export function legendPlace(
  request: PageRequest,
  rest: Box,
  frameIn: (rest: Box) => Box,
  scale: number,
  pixel: number,
  type: Typesetter,
): PlacedLegend | null {
  // What the map shows hangs on its frame, and that on the room which the legend leaves.
  let frame: Box | undefined;
  let placed: PlacedLegend | null = null;
  for (let pass = 0; pass < PASSES; pass++) {
    const left = frameIn(placed?.rest ?? rest);
    if (frame && left.width === frame.width && left.height === frame.height) break;
    frame = left;
    placed = beside(legendOf(request, frame, pixel), rest, request.theme, scale, type);
  }
  return placed;
}

const PASSES = 5;

/** The smallest type of a legend: rather it takes of the map, and only on the smallest page yet smaller type. */
const LEAST_SIZES = [5.6, 4.6];

/** The legend of what a map in this frame shows. */
export function legendOf(request: PageRequest, frame: Box, pixel: number): PaperLegend {
  const at = mapIn(request, frame, pixel);
  return request.words.legend(at.zoom, seenIn(request.source, at));
}

function beside(
  legend: PaperLegend,
  rest: Box,
  theme: Theme,
  scale: number,
  type: Typesetter,
): PlacedLegend | null {
  const gap = 10 * scale;
  const wide = rest.width > rest.height * 1.1;
  for (const leastSize of LEAST_SIZES)
    for (const share of wide ? [0.2, 0.25, 0.32, 0.42] : [0.22, 0.3, 0.4, 0.5]) {
      const box: Box = wide
        ? {
            x: rest.x + rest.width * (1 - share) + gap,
            y: rest.y,
            width: rest.width * share - gap,
            height: rest.height,
          }
        : {
            x: rest.x,
            y: rest.y + rest.height * (1 - share) + gap,
            width: rest.width,
            height: rest.height * share - gap,
          };
      const block = legendBlock(legend, box, scale, theme, type, leastSize);
      if (!block) continue;
      if (wide)
        return { legend, shapes: block.shapes, rest: cutOff(rest, 'right', rest.width * share) };
      // Below the map the legend takes the height that it needs.
      const height = block.usedHeight + gap;
      const low = {
        ...box,
        y: rest.y + rest.height - block.usedHeight,
        height: block.usedHeight + 1,
      };
      const set = legendBlock(legend, low, scale, theme, type, leastSize) ?? block;
      return { legend, shapes: set.shapes, rest: cutOff(rest, 'bottom', height) };
    }
  return null;
}
