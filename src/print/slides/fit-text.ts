import type { Typesetter } from '../typesetter';
import { INDENT, LEADING, type Paragraph } from './deck';

/** Height of paragraphs set in a column, in points. */
export function heightOf(
  paragraphs: readonly Paragraph[],
  width: number,
  type: Typesetter,
): number {
  return paragraphs.reduce(
    (sum, paragraph, i) =>
      sum +
      linesOf(paragraph, width, type) * paragraph.size * LEADING +
      (i > 0 ? (paragraph.before ?? 0) : 0),
    0,
  );
}

function linesOf({ runs, size, bold, bullet }: Paragraph, width: number, type: Typesetter): number {
  const text = runs.map((run) => run.text).join('');
  // A paragraph with any bold in it is measured as bold: wider than it is.
  const face = bold || runs.some((run) => run.bold) ? 'bold' : 'regular';
  const free = width - (bullet ? size * INDENT : 0);
  return type.lines(text, face, size, free).reduce(
    // A word longer than the line is broken by the program that shows it.
    (sum, line) => sum + Math.max(1, Math.ceil(type.width(line, face, size) / free)),
    0,
  );
}

/**
 * Paragraphs at the largest of the sizes at which all of them fit. At the last size what does not fit
 * is the rest, for another slide; a paragraph is cut only where not even it alone fits.
 */
export function fitText(
  make: (size: number) => Paragraph[],
  sizes: readonly number[],
  box: { width: number; height: number },
  type: Typesetter,
): { set: Paragraph[]; rest: Paragraph[]; height: number } {
  for (const size of sizes.slice(0, -1)) {
    const set = make(size);
    const height = heightOf(set, box.width, type);
    if (height <= box.height) return { set, rest: [], height };
  }
  const all = make(sizes.at(-1)!);
  let [count, height] = [0, 0];
  for (const paragraph of all) {
    const more = heightOf([paragraph], box.width, type) + (count > 0 ? (paragraph.before ?? 0) : 0);
    if (height + more > box.height) break;
    [count, height] = [count + 1, height + more];
  }
  if (count > 0 || all.length === 0)
    return { set: all.slice(0, count), rest: all.slice(count), height };
  const [first, left] = cut(all[0]!, box, type);
  return {
    set: [first],
    rest: [left, ...all.slice(1)],
    height: heightOf([first], box.width, type),
  };
}

/** A paragraph cut after as many characters as fit, at a space where there is one near. */
function cut(
  paragraph: Paragraph,
  box: { width: number; height: number },
  type: Typesetter,
): [Paragraph, Paragraph] {
  const whole = paragraph.runs.reduce((sum, { text }) => sum + text.length, 0);
  let [fits, tooMany] = [1, whole];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (heightOf([upTo(paragraph, middle)], box.width, type) <= box.height) fits = middle;
    else tooMany = middle;
  }
  const text = paragraph.runs.map((run) => run.text).join('');
  const space = text.lastIndexOf(' ', fits) + 1;
  const at = space > fits - 40 && space > 0 ? space : fits;
  return [upTo(paragraph, at), { ...from(paragraph, at), bullet: false }];
}

const upTo = (paragraph: Paragraph, at: number): Paragraph => slice(paragraph, 0, at);
const from = (paragraph: Paragraph, at: number): Paragraph => slice(paragraph, at, Infinity);

function slice(paragraph: Paragraph, begin: number, end: number): Paragraph {
  let at = 0;
  const runs = paragraph.runs.flatMap((run) => {
    const text = run.text.slice(Math.max(begin - at, 0), Math.max(end - at, 0));
    at += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
  return { ...paragraph, runs };
}
