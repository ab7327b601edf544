import { IntlMessageFormat } from 'intl-messageformat';
import { LANGUAGES, type Lang } from '../core/types';
import en from './messages/en.json';

export type MessageKey = keyof typeof en;
export type Messages = Record<MessageKey, string>;
type Values = Record<string, string | number>;

/** The catalogues but the English one, which is part of the page: loaded when they are chosen. */
const CATALOGUES = import.meta.glob<Messages>(['./messages/*.json', '!./messages/en*.json'], {
  import: 'default',
});

/** One language: its messages, numbers and dates. */
export class Language {
  readonly locale: string;
  readonly #formats = new Map<MessageKey, IntlMessageFormat>();
  readonly #numbers = new Map<string, Intl.NumberFormat>();

  /** Browsers know the dates of few languages: Chromium has none in Mongolian. */
  readonly #hasDates: boolean;

  private constructor(
    readonly lang: Lang,
    readonly messages: Messages,
  ) {
    this.locale = LANGUAGES[lang].locale;
    this.#hasDates = Intl.DateTimeFormat.supportedLocalesOf(this.locale).length > 0;
  }

  static readonly english = new Language('en', en);

  static async load(lang: Lang): Promise<Language> {
    return lang === 'en'
      ? Language.english
      : new Language(lang, await CATALOGUES[`./messages/${lang}.json`]!());
  }

  /** A message with its values put in; plurals by the rules of the language. */
  text(key: MessageKey, values?: Values): string {
    const message = this.messages[key];
    if (!values) return message;
    let format = this.#formats.get(key);
    if (!format) this.#formats.set(key, (format = new IntlMessageFormat(message, this.locale)));
    return String(format.format(values));
  }

  /** A number with at most `digits` decimals. */
  number(value: number, digits = 0): string {
    return this.#number(`${digits}`, { maximumFractionDigits: digits }).format(value);
  }

  /** A number with exactly `digits` decimals: such as change under the eye and must not jump. */
  decimals(value: number, digits: number): string {
    return this.#number(`.${digits}`, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value);
  }

  /** A share such as 0.123 as percent; small ones with a decimal. */
  percent(share: number): string {
    const digits = share !== 0 && Math.abs(share) < 0.1 ? 1 : 0;
    return this.#number(`%${digits}`, { style: 'percent', maximumFractionDigits: digits }).format(
      share,
    );
  }

  km(value: number, digits = 0): string {
    return this.text('unit.km', { value: this.number(value, digits) });
  }

  /** A length of a scale bar: below a kilometre in metres. */
  length(km: number): string {
    return km < 1 ? this.text('unit.m', { value: this.number(km * 1000) }) : this.km(km);
  }

  /** Hours, with a decimal where they are few. */
  hours(value: number): string {
    return this.text('unit.h', { value: this.number(value, Math.abs(value) < 100 ? 1 : 0) });
  }

  /** A difference with its sign, such as +1,200 or −0.4, by the minus as wide as plus; 0 has none. */
  signed(value: number, digits = 0): string {
    return this.#number(`+${digits}`, {
      maximumFractionDigits: digits,
      signDisplay: 'exceptZero',
    })
      .format(value)
      .replace('-', '−');
  }

  /** Words as a sentence lists them: `A, B and C`. Not by `Intl`: Chromium has no lists in Mongolian. */
  conjunction(words: readonly string[]): string {
    const last = words.at(-1);
    if (last === undefined || words.length === 1) return last ?? '';
    return this.text('list.and', { first: this.list(words.slice(0, -1)), last });
  }

  /** Words one after the other, by the comma that the language lists with. */
  list(words: readonly string[]): string {
    return words.join(this.text('list.comma'));
  }

  km2(value: number): string {
    return this.text('unit.km2', { value: this.number(value) });
  }

  /** How many people: from a hundred thousand on in the language's own large units. */
  people(value: number): string {
    if (value < 100_000 || !this.#hasDates) return this.number(value);
    return this.#number('people', {
      notation: 'compact',
      // English and Mongolian write "million" out, Russian shortens it to млн.
      compactDisplay: this.lang === 'ru' ? 'short' : 'long',
      maximumSignificantDigits: 4,
    }).format(value);
  }

  /** A year, a month or a day, as precise as it was given: `2024`, `2024-06`, `2024-06-10`. */
  date(iso: string): string {
    const [year, month, day] = iso.split('-').map(Number);
    if (!year || !month) return iso;
    if (!this.#hasDates)
      return this.text(day ? 'date.day' : 'date.year-month', {
        year: String(year),
        month,
        day: day ?? 0,
      });
    const options: Intl.DateTimeFormatOptions = {
      year: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    };
    if (day) options.day = 'numeric';
    return new Intl.DateTimeFormat(this.locale, options).format(
      Date.UTC(year, month - 1, day ?? 1),
    );
  }

  /** The name of a month, 1 to 12. */
  month(month: number): string {
    if (!this.#hasDates) return this.text('date.month', { month });
    const name = new Intl.DateTimeFormat(this.locale, { month: 'short', timeZone: 'UTC' });
    return name.format(Date.UTC(2024, month - 1, 15));
  }

  /** Months as a list of names. */
  months(numbers: readonly number[]): string {
    return this.list(numbers.map((month) => this.month(month)));
  }

  /** The name of a country by its ISO 3166-1 code; `sea` is the sea. */
  country(code: string): string {
    const key = `country.${code}`;
    if (key in this.messages) return this.messages[key as MessageKey];
    return new Intl.DisplayNames(this.locale, { type: 'region' }).of(code) ?? code;
  }

  #number(key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
    let format = this.#numbers.get(key);
    if (!format) this.#numbers.set(key, (format = new Intl.NumberFormat(this.locale, options)));
    return format;
  }
}
