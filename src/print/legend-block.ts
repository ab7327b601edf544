import type { Swatch } from '../layers/layer';
import type { Theme } from '../layers/theme';
import { circlePath } from './ground';
import { boxPath, solid, type Box, type Shape } from './shapes';
import { signShapes } from './symbols';
import type { Typesetter } from './typesetter';

/** A legend in the language of the page. */
export interface PaperLegend {
  groups: { title: string; entries: { label: string; swatch: Swatch }[] }[];
}

/** Sizes at a type size of 1. */
export const SWATCH_WIDTH = 26;
export const SWATCH_HEIGHT = 11;
const GAP = 5;

interface Row {
  height: number;
  /** A title keeps its first entry below it. */
  title: boolean;
  draw: (x: number, y: number) => Shape[];
}

/** From the largest to the smallest, at a type size of 1. */
const TYPE_SIZES = [7.6, 7.1, 6.6, 6.1, 5.6, 5.1, 4.6];
/** Narrower columns break every line in two. At the largest type. */
const LEAST_COLUMN = 115;

/**
 * The legend in columns that fit into a box, at the largest type that lets all of it in. Null when not
 * even `leastSize` does.
 */
export function legendBlock(
  legend: PaperLegend,
  box: Box,
  scale: number,
  theme: Theme,
  type: Typesetter,
  leastSize = 0,
): { shapes: Shape[]; size: number; usedHeight: number } | null {
  for (const size of TYPE_SIZES.filter((each) => each >= leastSize)) {
    const font = size * scale;
    for (const columns of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const width = (box.width - (columns - 1) * 8 * scale) / columns;
      if (columns > 1 && width < LEAST_COLUMN * scale * (size / TYPE_SIZES[0]!)) break;
      const shared = rows(legend, width, font, theme, type);
      const set = flow(shared, columns, box.height);
      if (!set) continue;
      const shapes = set.flatMap((column, i) => {
        let y = box.y;
        return column.flatMap((row) => {
          const drawn = row.draw(box.x + i * (width + 8 * scale), y);
          y += row.height;
          return drawn;
        });
      });
      const usedHeight = Math.max(...set.map(heightOf));
      return { shapes, size: font, usedHeight };
    }
  }
  return null;
}

/** So much higher columns may be, that none begins amid a group. */
const SLACK = 1.3;

/** Rows in columns no higher than `height`; null when they do not fit. */
function flow(all: readonly Row[], columns: number, height: number): Row[][] | null {
  const even = heightOf(all) / columns;
  const groups = together(all, (row) => row.title);
  // A title keeps its first entry below it.
  const rowsWithTitles = together(all, (_, before) => !before?.title);
  return (
    columnsOf(groups, columns, even, Math.min(height, even * SLACK)) ??
    columnsOf(rowsWithTitles, columns, even, height)
  );
}

/** Rows in lots that no column divides; `begins` says where a new one does. */
function together(all: readonly Row[], begins: (row: Row, before?: Row) => boolean): Row[][] {
  const lots: Row[][] = [];
  all.forEach((row, i) => {
    if (i === 0 || begins(row, all[i - 1])) lots.push([row]);
    else lots.at(-1)!.push(row);
  });
  return lots;
}

/** Columns of like height: the lowest bound at which all lots fit. */
function columnsOf(
  lots: readonly Row[][],
  columns: number,
  least: number,
  most: number,
): Row[][] | null {
  for (let bound = least; bound <= most; bound += 4) {
    const set: Row[][] = [[]];
    for (const lot of lots) {
      const column = set.at(-1)!;
      if (column.length > 0 && heightOf([...column, ...lot]) > bound + 0.01) set.push([...lot]);
      else column.push(...lot);
    }
    if (set.length <= columns && set.every((column) => heightOf(column) <= most)) return set;
  }
  return null;
}

const heightOf = (rows: readonly Row[]): number =>
  rows.reduce((sum, { height }) => sum + height, 0);

function rows(
  legend: PaperLegend,
  width: number,
  size: number,
  theme: Theme,
  type: Typesetter,
): Row[] {
  const line = size * 1.25;
  const unit = size / 7.6;
  const write = (
    text: string,
    x: number,
    y: number,
    face: 'regular' | 'bold',
    color: string,
  ): Shape => ({ kind: 'text', x, y, text, size, face, ink: solid(color), layer: 'legend' });
  return legend.groups.flatMap(({ title, entries }): Row[] => [
    {
      height: type.lines(title, 'bold', size, width).length * line + size * 0.55,
      title: true,
      draw: (x, y) =>
        type
          .lines(title, 'bold', size, width)
          .map((text, i) => write(text, x, y + size * 1.4 + i * line, 'bold', theme.ink)),
    },
    ...entries.map(({ label, swatch }): Row => {
      const left = (SWATCH_WIDTH + GAP) * unit;
      const lines = type.lines(label, 'regular', size, width - left);
      const height = Math.max(lines.length * line, SWATCH_HEIGHT * unit) + size * 0.12;
      return {
        height,
        title: false,
        draw: (x, y) => [
          swatchShape(swatch, x, y + Math.max(line, SWATCH_HEIGHT * unit) / 2, unit, theme),
          ...lines.map((text, i) =>
            write(text, x + left, y + size * 1.02 + i * line, 'regular', theme.inkSoft),
          ),
        ],
      };
    }),
  ]);
}

/** A swatch whose middle line is at `y`. */
export function swatchShape(
  swatch: Swatch,
  x: number,
  y: number,
  unit: number,
  theme: Theme,
): Shape {
  const place = { x, y: y - (SWATCH_HEIGHT / 2) * unit, scale: unit };
  const [width, height] = [SWATCH_WIDTH, SWATCH_HEIGHT];
  const group = (children: Shape[]): Shape => ({ kind: 'group', place, children });
  switch (swatch.kind) {
    case 'fill':
      return group([
        {
          kind: 'path',
          d: boxPath({ x: 1, y: 0.5, width: width - 2, height: height - 1 }),
          fill: inkOf(swatch.fill, swatch.opacity),
          ...(swatch.stroke ? { stroke: inkOf(swatch.stroke), width: 0.7 } : {}),
        },
      ]);
    case 'line':
      return group(
        swatch.strokes.map(({ color, width: thick, dash }) => ({
          kind: 'path',
          d: `M0 ${height / 2}H${width}`,
          stroke: inkOf(color),
          width: thick * 0.75,
          ...(dash?.some((part, i) => i % 2 === 1 && part > 0)
            ? { dash: dash.map((part) => part * thick * 0.75) }
            : {}),
        })),
      );
    case 'dot':
      return group([
        {
          kind: 'path',
          d: circlePath(width / 2, height / 2, swatch.radius * 0.75),
          fill: inkOf(swatch.fill),
          stroke: inkOf(swatch.stroke),
          width: 0.5,
        },
      ]);
    case 'point': {
      const size = Math.min(swatch.size * 0.8, height);
      return group([
        {
          kind: 'group',
          place: { x: (width - size) / 2, y: (height - size) / 2, scale: size / 24 },
          children: signShapes(swatch.sign, theme.id, swatch.closed ?? false, 1),
        },
      ]);
    }
  }
}

/** Legends write `#rrggbb` or `#rrggbbaa`. */
function inkOf(color: string, opacity = 1): { color: string; opacity: number } {
  if (!/^#[0-9a-f]{8}$/i.test(color)) return solid(color, opacity);
  return solid(color.slice(0, 7), (parseInt(color.slice(7), 16) / 255) * opacity);
}
