import type { Theme } from '../../layers/theme';
import { SWATCH_HEIGHT, SWATCH_WIDTH, swatchShape, type PaperLegend } from '../legend-block';
import type { Box, Shape } from '../shapes';
import type { Typesetter } from '../typesetter';
import { LEADING, type TextBox } from './deck';
import { heightOf } from './fit-text';

const GAP = 5;

/**
 * The legend of a slide in one column: signs as one picture, each title and label a text of its own
 * that can be edited and stays beside its sign. At the largest type that lets all of it in; at the
 * smallest what does not fit is left out, and said.
 */
export function legendColumn(
  legend: PaperLegend,
  box: Box,
  theme: Theme,
  type: Typesetter,
): { texts: TextBox[]; signs: Shape[]; complete: boolean } {
  for (let size = 11; size > 5; size -= 0.5) {
    const set = setAt(legend, box, size, theme, type);
    if (set.height <= box.height) return { ...set, complete: true };
  }
  return { ...setAt(legend, box, 5, theme, type), complete: false };
}

function setAt(
  legend: PaperLegend,
  box: Box,
  size: number,
  theme: Theme,
  type: Typesetter,
): { texts: TextBox[]; signs: Shape[]; height: number } {
  const unit = size / 7.6;
  const left = (SWATCH_WIDTH + GAP) * unit;
  const texts: TextBox[] = [];
  const signs: Shape[] = [];
  let y = 0;
  const write = (text: string, x: number, bold: boolean): number => {
    const paragraph = { runs: [{ text }], size, bold, color: bold ? theme.ink : theme.inkSoft };
    const width = box.width - x;
    const height = heightOf([paragraph], width, type);
    texts.push({
      name: text,
      box: { x: box.x + x, y: box.y + y, width, height },
      paragraphs: [paragraph],
    });
    return height;
  };
  for (const { title, entries } of legend.groups) {
    if (y > 0) y += size * 0.5;
    y += write(title, 0, true) + size * 0.15;
    for (const { label, swatch } of entries) {
      const sign = SWATCH_HEIGHT * unit;
      const middle = Math.max(size * LEADING, sign) / 2;
      signs.push(swatchShape(swatch, 0, y + middle, unit, theme));
      y += Math.max(write(label, left, false), sign) + size * 0.15;
    }
  }
  return { texts, signs, height: y };
}
