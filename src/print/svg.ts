import { round, type Ink, type Shape, type TextShape } from './shapes';
import type { Typesetter } from './typesetter';

export interface SvgPage {
  /** Points. */
  width: number;
  height: number;
  title: string;
  shapes: readonly Shape[];
}

/**
 * A page as an SVG file. With a typesetter its text is outlines, which look the same in every program
 * and need no fonts; without one it is text in Noto Sans, which can be edited.
 */
export function svgFile(page: SvgPage, outlines?: Typesetter): string {
  const defs: string[] = [];
  const body = page.shapes.map((shape) => draw(shape, defs, outlines)).join('\n');
  const [width, height] = [round(page.width), round(page.height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escapeXml(page.title)}</title>`,
    `<defs>${defs.join('')}</defs>`,
    body,
    '</svg>\n',
  ].join('\n');
}

/** Text as XML may hold it: no markup, and none of the characters that XML forbids. */
export const escapeXml = (text: string): string =>
  [...text]
    .filter(allowed)
    .join('')
    .replace(
      /[&<>"']/g,
      (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[char]!,
    );

/** XML 1.0 forbids control characters and halves of characters, escaped or not. */
function allowed(char: string): boolean {
  const point = char.codePointAt(0)!;
  if (point < 0x20) return point === 9 || point === 10 || point === 13;
  return !(point >= 0xd800 && point <= 0xdfff) && point !== 0xfffe && point !== 0xffff;
}

function draw(shape: Shape, defs: string[], outlines: Typesetter | undefined): string {
  if (shape.kind === 'path') {
    const dash = shape.dash?.length ? ` stroke-dasharray="${shape.dash.map(round).join(' ')}"` : '';
    const line = shape.stroke
      ? `${ink('stroke', shape.stroke)} stroke-width="${round(shape.width ?? 1)}" stroke-linecap="${shape.cap ?? 'butt'}" stroke-linejoin="${shape.join ?? 'miter'}"${dash}`
      : '';
    const fill = shape.fill ? `${ink('fill', shape.fill)} fill-rule="evenodd"` : ' fill="none"';
    return `<path d="${escapeXml(shape.d)}"${fill}${line}/>`;
  }
  if (shape.kind === 'text') return outlines ? outlined(shape, outlines) : text(shape);
  let attributes = shape.name ? ` id="${escapeXml(shape.name)}"` : '';
  if (shape.clip) {
    const id = `clip-${defs.length}`;
    defs.push(`<clipPath id="${id}"><path d="${escapeXml(shape.clip)}"/></clipPath>`);
    attributes += ` clip-path="url(#${id})"`;
  }
  if (shape.place) {
    const { x, y, scale } = shape.place;
    attributes += ` transform="translate(${round(x)} ${round(y)}) scale(${Number(scale.toFixed(5))})"`;
  }
  const inside = shape.children.map((child) => draw(child, defs, outlines)).join('\n');
  return `<g${attributes}>\n${inside}\n</g>`;
}

function ink(name: 'fill' | 'stroke', { color, opacity }: Ink): string {
  const through = opacity < 1 ? ` ${name}-opacity="${round(opacity)}"` : '';
  return ` ${name}="${escapeXml(color)}"${through}`;
}

function text(shape: TextShape): string {
  const turned = shape.rotate
    ? ` transform="rotate(${round(shape.rotate)} ${round(shape.x)} ${round(shape.y)})"`
    : '';
  const style = [
    ` font-family="'Noto Sans', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif" font-size="${round(shape.size)}"`,
    shape.face === 'bold' ? ' font-weight="600"' : '',
    shape.face === 'italic' ? ' font-style="italic"' : '',
    shape.spacing ? ` letter-spacing="${round(shape.spacing)}"` : '',
  ].join('');
  const halo = shape.halo
    ? `${ink('stroke', shape.halo)} stroke-width="${round(shape.halo.width)}" stroke-linejoin="round" paint-order="stroke"`
    : '';
  return `<text x="${round(shape.x)}" y="${round(shape.y)}"${turned}${style}${ink('fill', shape.ink)}${halo} xml:space="preserve">${escapeXml(shape.text)}</text>`;
}

/** A text as one path, with its words as the name of the group for those who hear the picture. */
function outlined(shape: TextShape, type: Typesetter): string {
  const glyphs: string[] = [];
  let x = 0;
  let bold = false;
  for (const run of type.runs(shape.text, shape.face)) {
    bold ||= run.file === 'han' && shape.face === 'bold';
    for (const char of run.text) {
      const { d, unitsPerEm } = type.outline(run.file, char);
      if (d) glyphs.push(shifted(d, x, shape.size / unitsPerEm));
      x += type.advance(run.file, char) * shape.size + (shape.spacing ?? 0);
    }
  }
  const turn = shape.rotate ? ` rotate(${round(shape.rotate)})` : '';
  const d = glyphs.join('');
  const halo = shape.halo
    ? `<path d="${d}" fill="none"${ink('stroke', shape.halo)} stroke-width="${round(shape.halo.width)}" stroke-linejoin="round"/>`
    : '';
  const weight = bold ? `${ink('stroke', shape.ink)} stroke-width="${round(shape.size / 32)}"` : '';
  return `<g transform="translate(${round(shape.x)} ${round(shape.y)})${turn}" aria-label="${escapeXml(shape.text)}">${halo}<path d="${d}"${ink('fill', shape.ink)}${weight}/></g>`;
}

/** Path data of a font (absolute commands, y up) on the page: scaled, turned over, moved right. */
function shifted(d: string, dx: number, scale: number): string {
  let isX = true;
  return d.replace(/[A-Za-z]|-?[\d.]+(?:e-?\d+)?/g, (part) => {
    if (/[A-Za-z]/.test(part)) {
      isX = true;
      return part;
    }
    const value = isX ? Number(part) * scale + dx : -Number(part) * scale;
    isX = !isX;
    return String(round(value)) + (isX ? ' ' : ',');
  });
}
