import type { AreaAnswer } from '../../data/questions/areas';
import type { Language } from '../../i18n/language';
import { nameIn } from '../../i18n/names';

/** A macro-region is named by the page's messages, which may have more languages, a programme by its file. */
export const areaName = (area: AreaAnswer, t: Language): string =>
  area.kind === 'programme' ? nameIn(area.name, t.lang) : t.text(`macro.${area.id}`);
