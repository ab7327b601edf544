import type { Theme } from '../../layers/theme';
import { SWATCH_HEIGHT, SWATCH_WIDTH, swatchShape, type PaperLegend } from '../legend-block';
import type { Box, Shape } from '../shapes';
import type { Typesetter } from '../typesetter';
import { LEADING, type TextBox } from './deck';
import { heightOf } from './fit-text';

const GAP = 5;
/** Points; smaller type cannot be read from a projector, so the rest has a slide of its own. */
const LARGEST = 12;
const SMALLEST = 9;

export interface LegendColumn {
  texts: TextBox[];
  signs: Shape[];
  /** What had no room, for a slide of its own. */
  rest: PaperLegend;
}

/**
 * The legend of a slide in one column: signs as one picture, each title and label a text of its own
 * that can be edited and stays beside its sign. At the largest type that lets all of it in; at the
 * smallest, as much as there is room for.
 */
export function legendColumn(
  legend: PaperLegend,
  box: Box,
  theme: Theme,
  type: Typesetter,
): LegendColumn {
  for (let size = LARGEST; size > SMALLEST; size -= 0.5) {
    const set = setAt(legend, box, size, theme, type);
    if (set.rest.groups.length === 0) return set;
  }
  return setAt(legend, box, SMALLEST, theme, type);
}

function setAt(
  legend: PaperLegend,
  box: Box,
  size: number,
  theme: Theme,
  type: Typesetter,
): LegendColumn {
  const unit = size / 7.6;
  const left = (SWATCH_WIDTH + GAP) * unit;
  const sign = SWATCH_HEIGHT * unit;
  const texts: TextBox[] = [];
  const signs: Shape[] = [];
  let y = 0;
  const text = (label: string, x: number, bold: boolean): TextBox => {
    const paragraph = {
      runs: [{ text: label }],
      size,
      bold,
      color: bold ? theme.ink : theme.inkSoft,
    };
    const width = box.width - x;
    const height = heightOf([paragraph], width, type);
    return {
      name: label,
      box: { x: box.x + x, y: box.y, width, height },
      paragraphs: [paragraph],
    };
  };
  const put = (made: TextBox): void =>
    void texts.push({ ...made, box: { ...made.box, y: box.y + y } });

  for (const [g, { title, entries }] of legend.groups.entries()) {
    const head = text(title, 0, true);
    for (const [e, { label, swatch }] of entries.entries()) {
      const line = text(label, left, false);
      const height = Math.max(line.box.height, sign);
      const before = e > 0 ? size * 0.15 : head.box.height + size * (y > 0 ? 0.65 : 0.15);
      // A column that begins with something too high for it holds it all the same.
      if (y > 0 && y + before + height > box.height) {
        const more = { title, entries: entries.slice(e) };
        return { texts, signs, rest: { groups: [more, ...legend.groups.slice(g + 1)] } };
      }
      if (e === 0) {
        if (y > 0) y += size * 0.5;
        put(head);
        y += head.box.height;
      }
      y += size * 0.15;
      signs.push(swatchShape(swatch, 0, y + Math.max(size * LEADING, sign) / 2, unit, theme));
      put(line);
      y += height;
    }
  }
  return { texts, signs, rest: { groups: [] } };
}
