import { LANGS } from '../types';

/**
 * A figure in a story's text: a question to the measures, such as
 * `{{route from=urumqi to=novosibirsk modes=rail : km}}`. Kind, arguments, and after the colon which
 * part of the answer is meant.
 */
export interface Figure {
  kind: FigureKind;
  args: Readonly<Record<string, string>>;
  field: string;
}

/** A figure's answer, to be written as the language writes it, or why there is none. */
export type FigureValue =
  { unit: 'km' | 'h' | 'km2' | 'people' | 'count' | 'ratio'; value: number } | { missing: string };

/** What the world of a figure is, where it is not the one in hand. `scenario=today` is none. */
const WORLD = ['scenario', 'month', 'modes'] as const;

/** Each kind of figure: the arguments it must and may have, and the parts of its answer. */
export const FIGURE_KINDS = {
  corridor: { must: ['id'], may: [], fields: ['km', 'crossings'] },
  catchment: { must: ['id', 'radius'], may: [], fields: ['people', 'km2', 'hubs', 'crossings'] },
  distance: { must: ['from', 'to'], may: [], fields: ['km'] },
  route: {
    must: ['from', 'to'],
    may: ['via', 'by', ...WORLD],
    fields: ['km', 'hours', 'detour', 'crossings', 'gauge-breaks'],
  },
  reach: {
    must: ['from', 'within'],
    may: ['by', ...WORLD],
    fields: ['hubs', 'people'],
  },
  belt: { must: ['id', 'width'], may: [], fields: ['people', 'km2', 'hubs', 'crossings'] },
  area: { must: ['id'], may: [], fields: ['people', 'km2', 'hubs', 'crossings', 'rail-km'] },
  crossings: { must: [], may: ['mode', 'status', 'between'], fields: ['count', 'gauge-breaks'] },
  linkages: { must: [], may: ['kind', 'of', 'and'], fields: ['count'] },
} as const satisfies Record<
  string,
  { must: readonly string[]; may: readonly string[]; fields: readonly string[] }
>;

export type FigureKind = keyof typeof FIGURE_KINDS;

/** What stands between the braces, as a figure; a reason where it is none. */
export function parseFigure(text: string): Figure | { reason: string } {
  const colon = text.lastIndexOf(':');
  const [kind = '', ...pairs] = text.slice(0, Math.max(colon, 0)).trim().split(/\s+/);
  if (colon < 0 || !Object.hasOwn(FIGURE_KINDS, kind))
    return {
      reason: `no figure "${text}": one begins with ${Object.keys(FIGURE_KINDS).join(', ')}`,
    };
  const { must, may, fields } = FIGURE_KINDS[kind as FigureKind] as {
    must: readonly string[];
    may: readonly string[];
    fields: readonly string[];
  };
  const field = text.slice(colon + 1).trim();
  if (!fields.includes(field))
    return { reason: `${kind} has ${fields.join(', ')}, not "${field}"` };
  const args = new Map<string, string>();
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const key = pair.slice(0, Math.max(at, 0));
    if (![...must, ...may].includes(key)) return { reason: `${kind} knows no "${pair}"` };
    args.set(key, pair.slice(at + 1));
  }
  const lacking = must.find((key) => !args.get(key));
  if (lacking) return { reason: `${kind} needs ${lacking}=` };
  return { kind: kind as FigureKind, args: Object.fromEntries(args), field };
}

/** The texts of all figures in a text, as they stand between the braces. */
export const figureTexts = (text: string): string[] =>
  [...text.matchAll(FIGURE)].map((match) => match[1]!.trim());

/** A figure in a text: not over a line's end, and no longer than a question can be. */
export const FIGURE = /\{\{([^{}\n]{1,200})\}\}/g;

/** The texts of all figures in some words, each once. */
export function figuresIn(words: Partial<Record<(typeof LANGS)[number], string>>): string[] {
  return [...new Set(LANGS.flatMap((lang) => figureTexts(words[lang] ?? '')))];
}
