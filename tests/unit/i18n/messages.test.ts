import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MACRO_REGION_NAMES } from '../../../src/core/macro-region-names';
import { LANGS } from '../../../src/core/types';
import { Language } from '../../../src/i18n/language';

const read = (lang: string): Record<string, string> =>
  JSON.parse(readFileSync(`src/i18n/messages/${lang}.json`, 'utf8')) as Record<string, string>;
/** The English issue texts are a file apart: the first page does without them. */
const english = { ...read('en'), ...read('en-issues') };

/** The names of a message's values. */
function values(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.plural || element.type === TYPE.select)
      return [element.value, ...Object.values(element.options).flatMap((o) => values(o.value))];
    return element.type === TYPE.tag ? values(element.children) : [element.value];
  });
}
const valueNames = (message: string): string[] => [...new Set(values(parse(message)))].sort();

describe.each(LANGS)('the messages in %s', (lang) => {
  const messages = lang === 'en' ? english : read(lang);

  it('call the macro-regions as answers do', () => {
    for (const [id, name] of Object.entries(MACRO_REGION_NAMES))
      expect(messages[`macro.${id}`]).toBe(name[lang]);
  });

  it('are complete, and none is left over', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });

  it('have the values of the English ones', () => {
    for (const [key, message] of Object.entries(english)) {
      expect(valueNames(messages[key]!), key).toEqual(valueNames(message));
      expect(messages[key]!.trim(), key).not.toBe('');
    }
  });

  it('have every plural form of the language where numbers are counted', () => {
    const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(messages))
      for (const element of parse(message))
        if (element.type === TYPE.plural)
          for (const form of forms) expect(Object.keys(element.options), key).toContain(form);
  });
});

describe('a language', () => {
  it('counts in Russian as Russian does', async () => {
    const ru = await Language.load('ru');
    const texts = [1, 2, 5, 21].map((count) => ru.text('catchment.hubs', { count }));
    expect(texts).toEqual(['1 узел', '2 узла', '5 узлов', '21 узел']);
  });

  it('gives a date as precisely as it was given', () => {
    expect(['2024', '2024-06', '2024-06-10'].map((iso) => Language.english.date(iso))).toEqual([
      '2024',
      'Jun 2024',
      '10 Jun 2024',
    ]);
  });
});
