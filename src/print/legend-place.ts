import type { PageRequest } from './compose';
import { legendBlock } from './legend-block';
import type { Box, Shape } from './shapes';
import { zoomOnPaper } from './map-block';
import { cutOff } from './sheet';
import type { Typesetter } from './typesetter';

/**
 * The legend right of the map on wide pages, below it on high ones, and what is left for the map. Null
 * when it has no room, however small its type.
 */
export function legendPlace(
  request: PageRequest,
  rest: Box,
  scale: number,
  pixel: number,
  type: Typesetter,
): { shapes: Shape[]; rest: Box } | null {
  const zoom = zoomOnPaper(request, rest, pixel);
  const legend = request.words.legend(zoom);
  const gap = 10 * scale;
  const wide = rest.width > rest.height * 1.1;
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
    const block = legendBlock(legend, box, scale, request.theme, type);
    if (!block) continue;
    if (wide) return { shapes: block.shapes, rest: cutOff(rest, 'right', rest.width * share) };
    // Below the map the legend takes the height that it needs.
    const height = block.usedHeight + gap;
    const low = {
      ...box,
      y: rest.y + rest.height - block.usedHeight,
      height: block.usedHeight + 1,
    };
    const set = legendBlock(legend, low, scale, request.theme, type) ?? block;
    return { shapes: set.shapes, rest: cutOff(rest, 'bottom', height) };
  }
  return null;
}
