import type { Shape, TextShape } from './shapes';
import type { SvgPage } from './svg';
import type { Typesetter } from './typesetter';

type Context = OffscreenCanvasRenderingContext2D;

/** Most pixels that a browser's canvas surely holds. */
const MAX_PIXELS = 120_000_000;

/** The widest picture of a page with these sides. */
export const maxPictureWidth = (page: { width: number; height: number }): number =>
  Math.floor(Math.min(16_000, Math.sqrt((MAX_PIXELS * page.width) / page.height)));

/** A page as a picture of so many pixels across, drawn in a worker as well as on a page. */
export function drawPage(page: SvgPage, widthPx: number, type: Typesetter): OffscreenCanvas {
  const canvas = new OffscreenCanvas(
    widthPx,
    Math.max(1, Math.round((widthPx * page.height) / page.width)),
  );
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the browser gives no canvas');
  context.scale(canvas.width / page.width, canvas.height / page.height);
  const glyphs = new Map<string, Path2D>();
  for (const shape of page.shapes) draw(context, shape, type, glyphs);
  return canvas;
}

function draw(context: Context, shape: Shape, type: Typesetter, glyphs: Map<string, Path2D>): void {
  if (shape.kind === 'text') return text(context, shape, type, glyphs);
  context.save();
  if (shape.kind === 'group') {
    if (shape.clip) context.clip(new Path2D(shape.clip));
    if (shape.place) {
      context.translate(shape.place.x, shape.place.y);
      context.scale(shape.place.scale, shape.place.scale);
    }
    for (const child of shape.children) draw(context, child, type, glyphs);
  } else {
    const path = new Path2D(shape.d);
    if (shape.fill) {
      context.globalAlpha = shape.fill.opacity;
      context.fillStyle = shape.fill.color;
      context.fill(path, 'evenodd');
    }
    if (shape.stroke) {
      context.globalAlpha = shape.stroke.opacity;
      context.strokeStyle = shape.stroke.color;
      context.lineWidth = shape.width ?? 1;
      context.lineCap = shape.cap ?? 'butt';
      context.lineJoin = shape.join ?? 'miter';
      context.setLineDash(shape.dash ?? []);
      context.stroke(path);
    }
  }
  context.restore();
}

/** A text as outlines of its letters: all halos first, so that none covers its neighbour. */
function text(
  context: Context,
  shape: TextShape,
  type: Typesetter,
  glyphs: Map<string, Path2D>,
): void {
  context.save();
  context.translate(shape.x, shape.y);
  if (shape.rotate) context.rotate((shape.rotate * Math.PI) / 180);
  const letters = new Path2D();
  let x = 0;
  let boldHan = false;
  for (const run of type.runs(shape.text, shape.face)) {
    boldHan ||= run.file === 'han' && shape.face === 'bold';
    for (const char of run.text) {
      const key = run.file + char;
      const { d, unitsPerEm } = type.outline(run.file, char);
      let glyph = glyphs.get(key);
      if (!glyph) glyphs.set(key, (glyph = new Path2D(d)));
      const scale = shape.size / unitsPerEm;
      letters.addPath(glyph, { a: scale, b: 0, c: 0, d: -scale, e: x, f: 0 });
      x += type.advance(run.file, char) * shape.size + (shape.spacing ?? 0);
    }
  }
  context.lineJoin = 'round';
  if (shape.halo) {
    context.globalAlpha = shape.halo.opacity;
    context.strokeStyle = shape.halo.color;
    context.lineWidth = shape.halo.width;
    context.stroke(letters);
  }
  context.globalAlpha = shape.ink.opacity;
  context.fillStyle = shape.ink.color;
  context.fill(letters);
  if (boldHan) {
    context.strokeStyle = shape.ink.color;
    context.lineWidth = shape.size / 32;
    context.stroke(letters);
  }
  context.restore();
}
