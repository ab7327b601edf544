import type { CountryCode, Lang, Name } from '../core/types';

/** Which of the four languages is a country's own; the others name places by `name.local`. */
const OWN_LANGUAGE: Readonly<Record<string, Lang>> = { CN: 'zh', RU: 'ru', MN: 'mn' };

/** A name in the chosen language, else in English, which every name has. */
export function nameIn(name: Name, lang: Lang): string {
  return name[lang] ?? name.en;
}

/** The name that people there use, where it is known and differs from the chosen language's. */
export function localName(name: Name, country: CountryCode, lang: Lang): string | undefined {
  const own = OWN_LANGUAGE[country];
  const local = name.local?.text ?? (own ? name[own] : undefined);
  return local && local !== nameIn(name, lang) ? local : undefined;
}
