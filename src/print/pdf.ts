import PDFDocument from 'pdfkit';
import type { PaperFontFile } from './paper-fonts';
import type { Shape, TextShape } from './shapes';
import type { SvgPage } from './svg';
import type { Typesetter } from './typesetter';

type Pdf = InstanceType<typeof PDFDocument>;

/** A page as a PDF: vectors, and text in fonts that are embedded, cut to the letters used. */
export function pdfFile(page: SvgPage, type: Typesetter): Promise<Uint8Array<ArrayBuffer>> {
  const document = new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    info: { Title: page.title, Creator: 'Northern Vector' },
    // The first face that a document gets must not be one of the PDF standard's own.
    font: null as never,
  });
  for (const [file, bytes] of Object.entries(type.bytes))
    document.registerFont(file, bytes as unknown as ArrayBuffer);
  const chunks: Uint8Array[] = [];
  const done = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('error', reject);
    document.on('end', () => resolve(joined(chunks)));
  });
  for (const shape of page.shapes) draw(document, shape, type);
  document.end();
  return done;
}

function draw(pdf: Pdf, shape: Shape, type: Typesetter): void {
  if (shape.kind === 'text') return text(pdf, shape, type);
  if (shape.kind === 'group') {
    pdf.save();
    if (shape.clip) pdf.path(shape.clip).clip();
    if (shape.place) {
      pdf.translate(shape.place.x, shape.place.y);
      pdf.scale(shape.place.scale);
    }
    for (const child of shape.children) draw(pdf, child, type);
    pdf.restore();
    return;
  }
  const { fill, stroke } = shape;
  if (shape.d === '' || (!fill && !stroke)) return;
  pdf.path(shape.d);
  if (stroke) {
    pdf.lineWidth(shape.width ?? 1);
    pdf.lineCap(shape.cap ?? 'butt').lineJoin(shape.join ?? 'miter');
    if (shape.dash) pdf.dash(shape.dash as never, {});
    else pdf.undash();
    pdf.strokeOpacity(stroke.opacity);
  }
  if (fill) pdf.fillOpacity(fill.opacity);
  if (fill && stroke) pdf.fillAndStroke(fill.color, stroke.color, 'even-odd');
  else if (fill) pdf.fill(fill.color, 'even-odd');
  else pdf.stroke(stroke!.color);
}

function text(pdf: Pdf, shape: TextShape, type: Typesetter): void {
  pdf.save();
  pdf.translate(shape.x, shape.y);
  if (shape.rotate) pdf.rotate(shape.rotate);
  if (shape.halo) halo(pdf, shape, type);
  let x = 0;
  for (const run of type.runs(shape.text, shape.face)) {
    const boldHan = run.file === 'han' && shape.face === 'bold';
    pdf.font(run.file as PaperFontFile, shape.size);
    pdf.fillColor(shape.ink.color, shape.ink.opacity);
    if (boldHan) pdf.lineWidth(shape.size / 32).strokeColor(shape.ink.color, shape.ink.opacity);
    pdf.undash().text(run.text, x, 0, {
      lineBreak: false,
      baseline: 'alphabetic',
      characterSpacing: shape.spacing ?? 0,
      fill: true,
      stroke: boldHan,
    });
    for (const char of run.text)
      x += type.advance(run.file, char) * shape.size + (shape.spacing ?? 0);
  }
  pdf.restore();
}

/** Outlines, not text: who copies a label gets it once. */
function halo(pdf: Pdf, shape: TextShape, type: Typesetter): void {
  let x = 0;
  pdf.undash().lineJoin('round').lineWidth(shape.halo!.width);
  pdf.strokeOpacity(shape.halo!.opacity);
  for (const run of type.runs(shape.text, shape.face))
    for (const char of run.text) {
      const { d, unitsPerEm } = type.outline(run.file, char);
      if (d) {
        const scale = shape.size / unitsPerEm;
        pdf.save();
        pdf.translate(x, 0).scale(scale, -scale);
        pdf.lineWidth(shape.halo!.width / scale);
        pdf.path(d).stroke(shape.halo!.color);
        pdf.restore();
      }
      x += type.advance(run.file, char) * shape.size + (shape.spacing ?? 0);
    }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
