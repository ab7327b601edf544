import type { Box } from './shapes';

/** Sheets of paper and slides. Sizes in points (1/72 inch). */

export const SHEET_IDS = ['a5', 'a4', 'a3', 'a2', 'a1', 'a0', '16:9'] as const;
export type SheetId = (typeof SHEET_IDS)[number];

const MM = 72 / 25.4;

/** Short and long side in mm (ISO 216); the slide as presentation programs have it, 13.33 x 7.5 in. */
const SIDES_MM: Record<SheetId, [short: number, long: number]> = {
  a5: [148, 210],
  a4: [210, 297],
  a3: [297, 420],
  a2: [420, 594],
  a1: [594, 841],
  a0: [841, 1189],
  '16:9': [190.5, 338.667],
};

/** How much larger than on A4 texts and signs are: a wall map is read from farther away. */
const TYPE_SCALE: Record<SheetId, number> = {
  a5: 0.85,
  a4: 1,
  a3: 1.2,
  a2: 1.5,
  a1: 1.9,
  a0: 2.4,
  '16:9': 1.1,
};

/** What a person chooses for a page. */
export interface Sheet {
  id: SheetId;
  landscape: boolean;
  marginMm: number;
  /** Factor on texts and signs, beside the sheet's own. */
  typeFactor: number;
}

export const MARGIN_MM = { min: 0, max: 40, default: 10 } as const;
export const TYPE_FACTOR = { min: 0.6, max: 2, default: 1 } as const;

/** What a page is until a person chooses. */
export const DEFAULT_SHEET: Readonly<Sheet> = {
  id: 'a4',
  landscape: true,
  marginMm: MARGIN_MM.default,
  typeFactor: TYPE_FACTOR.default,
};

export interface SheetSize {
  width: number;
  height: number;
  margin: number;
  typeScale: number;
}

export function sheetSize({ id, landscape, marginMm, typeFactor }: Sheet): SheetSize {
  const [short, long] = SIDES_MM[id].map((side) => side * MM) as [number, number];
  return {
    width: landscape ? long : short,
    height: landscape ? short : long,
    margin: marginMm * MM,
    typeScale: TYPE_SCALE[id] * typeFactor,
  };
}

/** What is left of a box without a strip at one of its sides. */
export function cutOff(box: Box, side: 'top' | 'bottom' | 'right', size: number): Box {
  if (side === 'right') return { ...box, width: box.width - size };
  return { ...box, y: box.y + (side === 'top' ? size : 0), height: box.height - size };
}
