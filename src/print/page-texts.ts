import type { Theme } from '../layers/theme';
import type { PageWords } from './compose';
import { solid, type Box, type Shape } from './shapes';
import type { Typesetter } from './typesetter';

/** A strip of text across a page, and the height that it takes. */
export interface TextStrip {
  shapes: Shape[];
  height: number;
}

/** Title and subtitle at the top of a box. */
export function titleStrip(
  { title, subtitle }: PageWords,
  box: Box,
  scale: number,
  theme: Theme,
  type: Typesetter,
): TextStrip {
  const shapes: Shape[] = [];
  let y = box.y;
  for (const [text, face, size, color] of [
    [title, 'bold', 17 * scale, theme.ink],
    [subtitle, 'regular', 9.5 * scale, theme.inkSoft],
  ] as const) {
    if (text === '') continue;
    for (const line of type.lines(text, face, size, box.width)) {
      shapes.push({
        kind: 'text',
        x: box.x,
        y: y + size,
        text: line,
        size,
        face,
        ink: solid(color),
        layer: 'title',
      });
      y += size * 1.25;
    }
  }
  return { shapes, height: y - box.y + 5 * scale };
}

/** Credits, boundaries and dates at the bottom of a box. */
export function footStrip(
  foot: readonly string[],
  box: Box,
  scale: number,
  theme: Theme,
  type: Typesetter,
): TextStrip {
  const size = 5.6 * scale;
  const lines = foot.flatMap((text) => type.lines(text, 'regular', size, box.width));
  const height = lines.length * size * 1.3 + 4 * scale;
  const top = box.y + box.height - height + 4 * scale;
  const shapes = lines.map((text, i): Shape => ({
    kind: 'text',
    x: box.x,
    y: top + size + i * size * 1.3,
    text,
    size,
    face: 'regular',
    ink: solid(theme.inkSoft),
    layer: 'foot',
  }));
  return { shapes, height };
}
