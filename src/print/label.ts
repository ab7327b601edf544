import { withoutBreaks } from '../layers/name-breaks';
import type { PaperFace } from './paper-fonts';
import { solid, type Box, type TextShape } from './shapes';
import type { LabelSection } from './style-values';
import type { Typesetter } from './typesetter';

/** Past so many times the widest line a label is a text, such as a remark of an own layer. */
const LONG = 3;

/** How a label is written: sizes in points. */
export interface LabelStyle {
  face: PaperFace;
  size: number;
  color: string;
  opacity: number;
  halo: { color: string; opacity: number; width: number } | undefined;
  spacing: number;
  /** Widest line, in points. */
  maxWidth: number;
  /** In units of the size. */
  lineHeight: number;
}

interface SetLine {
  text: string;
  size: number;
  width: number;
  color: string;
  face: PaperFace;
}

/** A label broken into lines, with its size. */
export interface SetLabel {
  lines: SetLine[];
  width: number;
  height: number;
  style: LabelStyle;
}

/**
 * Breaks a label's sections into lines; a section that begins anew, such as a local name, is smaller.
 *
 * @param whole Han names keep whole; else they break between any two letters
 */
export function setLabel(
  sections: readonly LabelSection[],
  style: LabelStyle,
  type: Typesetter,
  whole = true,
): SetLabel | null {
  const lines: SetLine[] = [];
  for (const { text, scale, color } of sections) {
    const name = text.trim();
    // A name in a script that no font has is left out, its other names stay.
    if (name === '' || !type.covers(withoutBreaks(name))) continue;
    const size = style.size * scale;
    const face = scale < 1 ? 'regular' : style.face;
    for (const line of evenLines(name, face, size, style.maxWidth * scale, type, whole))
      lines.push({
        text: line,
        size,
        face,
        width: type.width(line, face, size, style.spacing) - style.spacing,
        color: color ?? style.color,
      });
  }
  if (lines.length === 0) return null;
  return {
    lines,
    width: Math.max(...lines.map(({ width }) => width)),
    height: lines.reduce((sum, { size }) => sum + size * style.lineHeight, 0),
    style,
  };
}

/** As few lines as the width allows, of like length: no line of a single letter is left over. */
function evenLines(
  text: string,
  face: PaperFace,
  size: number,
  maxWidth: number,
  type: Typesetter,
  whole: boolean,
): string[] {
  const bare = withoutBreaks(text);
  const kept = whole && type.width(bare, face, size) <= LONG * maxWidth;
  const linesOf = (width: number): string[] =>
    kept ? type.nameLines(text, face, size, width) : type.lines(bare, face, size, width);
  const fewest = linesOf(maxWidth);
  if (fewest.length === 1) return fewest;
  let best = fewest;
  const least = type.width(bare, face, size) / fewest.length;
  for (let width = least; width < maxWidth; width += size / 4) {
    const lines = linesOf(width);
    if (lines.length > fewest.length) continue;
    best = lines;
    break;
  }
  return best;
}

/** Where a label stands to its point: which side of the label the point lies on. */
export type Anchor =
  | 'center'
  | 'left'
  | 'right'
  | 'top'
  | 'bottom'
  | 'top-left'
  | 'top-right'
  | 'bottom-left'
  | 'bottom-right';

/** The box of a label whose anchor lies `distance` from a point. */
export function labelBox(
  { width, height }: Pick<SetLabel, 'width' | 'height'>,
  anchor: Anchor,
  [x, y]: readonly [number, number],
  distance: number,
): Box {
  const diagonal = anchor.includes('-') ? Math.SQRT1_2 : 1;
  const off = distance * diagonal;
  const left = anchor.endsWith('left')
    ? x + off
    : anchor.endsWith('right')
      ? x - off - width
      : x - width / 2;
  const top = anchor.startsWith('top')
    ? y + off
    : anchor.startsWith('bottom')
      ? y - off - height
      : y - height / 2;
  return { x: left, y: top, width, height };
}

/** The boxes of a label's lines in its own: flush on the side of the point, else centred. */
export function lineBoxes({ lines, style }: SetLabel, box: Box, anchor: Anchor): Box[] {
  let below = box.y;
  return lines.map(({ width, size }): Box => {
    const free = box.width - width;
    const x = anchor.endsWith('left') ? 0 : anchor.endsWith('right') ? free : free / 2;
    const [y, height] = [below, size * style.lineHeight];
    below += height;
    return { x: box.x + x, y, width, height };
  });
}

/** A label's lines, each in its box. */
export function labelShapes(label: SetLabel, boxes: readonly Box[], layer: string): TextShape[] {
  const { style } = label;
  return label.lines.map((line, i): TextShape => {
    const { x, y, height } = boxes[i]!;
    return {
      kind: 'text',
      x,
      // Letters stand about 0.72 high over the base line and 0.2 under it.
      y: y + height / 2 + line.size * 0.35,
      text: line.text,
      size: line.size,
      face: line.face,
      ink: solid(line.color, style.opacity),
      halo: style.halo,
      spacing: style.spacing,
      layer,
    };
  });
}
