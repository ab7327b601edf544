import { describe, expect, it } from 'vitest';
import { LANGS } from '../../../src/core/types';
import { Language } from '../../../src/i18n/language';

describe.each(LANGS)('numbers and lists in %s', (lang) => {
  it('tell a loss by the true minus, as the words around it do, and nothing by no sign', async () => {
    const t = await Language.load(lang);
    expect([-12.34, 0, 12.34].map((value) => t.signed(value, 1)[0])).toEqual(['−', '0', '+']);
  });

  it('are joined into a sentence by its own word, also where no browser knows the language', async () => {
    const t = await Language.load(lang);
    expect(t.conjunction(['Чита'])).toBe('Чита');
    const and = { en: ' and ', zh: '和', ru: ' и ', mn: ' ба ' }[lang];
    expect(t.conjunction(['Чита', 'Харбин', 'Пекин'])).toBe(
      t.list(['Чита', 'Харбин']) + and + 'Пекин',
    );
  });

  it('are parted by the comma of the language', async () => {
    const t = await Language.load(lang);
    expect(t.list(['Чита', '赤塔'])).toBe(lang === 'zh' ? 'Чита、赤塔' : 'Чита, 赤塔');
  });
});
