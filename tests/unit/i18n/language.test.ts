import { describe, expect, it } from 'vitest';
import { LANGS } from '../../../src/core/types';
import { Language } from '../../../src/i18n/language';

describe.each(LANGS)('numbers and lists in %s', (lang) => {
  it('tell a loss by the true minus, as the words around it do, and nothing by no sign', async () => {
    const t = await Language.load(lang);
    expect([-12.34, 0, 12.34].map((value) => t.signed(value, 1)[0])).toEqual(['−', '0', '+']);
  });

  it('are parted by the comma of the language', async () => {
    const t = await Language.load(lang);
    expect(t.list(['Чита', '赤塔'])).toBe(lang === 'zh' ? 'Чита、赤塔' : 'Чита, 赤塔');
  });
});
