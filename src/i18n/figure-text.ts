import type { FigureValue } from '../core/story/figure';
import type { Language } from './language';

/** What stands for a figure that is still being measured, or that nothing answers. */
export const NO_FIGURE = '…';

/** A figure as the language writes it, with its unit: no end of a line comes between the two. */
export const figureText = (value: FigureValue | undefined, language: Language): string =>
  written(value, language).replaceAll(' ', '\u00a0');

function written(value: FigureValue | undefined, language: Language): string {
  if (!value) return NO_FIGURE;
  if ('missing' in value) return '—';
  switch (value.unit) {
    case 'km':
      return language.km(value.value);
    case 'h':
      return language.hours(value.value);
    case 'km2':
      return language.km2(value.value);
    case 'people':
      return language.people(value.value);
    case 'ratio':
      return language.number(value.value, 2);
    case 'count':
      return language.number(value.value);
  }
}
