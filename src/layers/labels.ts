import type { ExpressionSpecification } from 'maplibre-gl';
import type { CountryCode, Lang, Name } from '../core/types';
import type { StyleContext } from './layer';
import { withBreaks } from './name-breaks';
import { atScale } from './paint';

/** Names on the map: which text, in which face. */

/**
 * Whether a name stands with the local one under it: where the map is near enough (the usual way),
 * always, or never.
 */
export const LABELS = ['near', 'dual', 'single'] as const;
export type Labels = (typeof LABELS)[number];

/** Keys of the style's `font-faces`. */
export const FACES = {
  regular: 'Noto Sans Regular',
  bold: 'Noto Sans Bold',
  italic: 'Noto Sans Italic',
} as const;

export const face = (name: keyof typeof FACES): string[] => [FACES[name]];

const COUNTRY_LANG: Record<string, Lang> = { CN: 'zh', RU: 'ru', MN: 'mn' };

/**
 * Flat name properties for drawing: `n-en` ... as far as known, and `local`, the name people of the
 * place use, where it is known. Han names have marks where they may be broken.
 */
export function nameProps(name: Name | undefined, country?: CountryCode): Record<string, string> {
  if (!name) return {};
  const props: Record<string, string> = { 'n-en': name.en };
  for (const lang of ['zh', 'ru', 'mn'] as const)
    if (name[lang]) props[`n-${lang}`] = withBreaks(name[lang]);
  const lang = country ? COUNTRY_LANG[country] : undefined;
  const local = name.local?.text ?? (lang ? name[lang] : undefined);
  if (local) props.local = withBreaks(local);
  return props;
}

/** The name in the chosen language, else in English. */
export function chosenName(lang: Lang): ExpressionSpecification {
  return ['coalesce', ['get', `n-${lang}`], ['get', 'n-en']];
}

/** The chosen name with the local one under it, smaller, where the two differ and both are wanted. */
export function chosenAndLocalName(context: StyleContext): ExpressionSpecification {
  const chosen = chosenName(context.lang);
  if (context.labels === 'single') return ['format', chosen, {}];
  return [
    'case',
    ['all', ['has', 'local'], ['!=', ['get', 'local'], chosen]],
    [
      'format',
      chosen,
      {},
      '\n',
      {},
      ['get', 'local'],
      {
        'font-scale': 0.82,
        'text-font': ['literal', face('regular')],
        'text-color': context.theme.inkFaint,
      },
    ],
    ['format', chosen, {}],
  ];
}

/** The chosen name, with the local one under it only where both are always wanted. */
export const nameAndLocalInDual = (context: StyleContext): ExpressionSpecification =>
  context.labels === 'dual' ? chosenAndLocalName(context) : chosenName(context.lang);

/** The chosen name; from a zoom on (a whole one) with the local name under it. */
export function nameWithLocalFrom(context: StyleContext, zoom: number): ExpressionSpecification {
  if (context.labels === 'dual') return chosenAndLocalName(context);
  const chosen = ['format', chosenName(context.lang), {}];
  return [
    'step',
    ['zoom'],
    chosen,
    Math.ceil(atScale(context, zoom)),
    chosenAndLocalName(context),
  ] as unknown as ExpressionSpecification;
}

/** Spaced capitals, as atlases name areas; Han has neither capitals nor loose spacing. */
export function areaType(lang: Lang): {
  'text-transform': 'uppercase' | 'none';
  'text-letter-spacing': number;
} {
  return lang === 'zh'
    ? { 'text-transform': 'none', 'text-letter-spacing': 0.05 }
    : { 'text-transform': 'uppercase', 'text-letter-spacing': 0.14 };
}
