import type { PaperFace } from './paper-fonts';
import { solid, type Box, type TextShape } from './shapes';
import type { LabelSection } from './style-values';
import type { Typesetter } from './typesetter';

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

/** Breaks a label's sections into lines; a section that begins anew, such as a local name, is smaller. */
export function setLabel(
  sections: readonly LabelSection[],
  style: LabelStyle,
  type: Typesetter,
): SetLabel | null {
  const lines: SetLine[] = [];
  for (const { text, scale, color } of sections) {
    // A name in a script that no font has is left out, its other names stay.
    if (text.trim() === '' || !type.covers(text)) continue;
    const size = style.size * scale;
    const face = scale < 1 ? 'regular' : style.face;
    for (const line of evenLines(text.trim(), face, size, style.maxWidth * scale, type))
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
): string[] {
  const fewest = type.lines(text, face, size, maxWidth);
  if (fewest.length === 1) return fewest;
  let best = fewest;
  const least = type.width(text, face, size) / fewest.length;
  for (let width = least; width < maxWidth; width += size / 4) {
    const lines = type.lines(text, face, size, width);
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

/** The label's lines in its box: flush on the side of the point, else centred. */
export function labelShapes(label: SetLabel, box: Box, anchor: Anchor, layer: string): TextShape[] {
  const { style } = label;
  let y = box.y;
  return label.lines.map((line): TextShape => {
    const free = box.width - line.width;
    const x = anchor.endsWith('left') ? 0 : anchor.endsWith('right') ? free : free / 2;
    const height = line.size * style.lineHeight;
    // Letters stand about 0.72 high over the base line and 0.2 under it.
    const base = y + height / 2 + line.size * 0.35;
    y += height;
    return {
      kind: 'text',
      x: box.x + x,
      y: base,
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
