import { describe, expect, it } from 'vitest';
import { trafficText } from '../../../src/panels/card/crossing-facts';
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

describe('a published figure of traffic', () => {
  it('is told in the large units of the language: Chinese counts by ten thousands', async () => {
    const [en, zh, ru] = await Promise.all(
      (['en', 'zh', 'ru'] as const).map((lang) => Language.load(lang)),
    );
    const figure = (value: number, unit: string) => ({ value, unit, period: '2023' });
    const source = { publisher: '', title: '', date: '' };
    expect(trafficText({ ...figure(2.753, 'million passengers'), source }, zh!)).toBe(
      '275.3万人次旅客',
    );
    expect(trafficText({ ...figure(550, 'thousand TEU'), source }, zh!)).toBe('55万标准箱');
    expect(trafficText({ ...figure(18.44, 'Mt'), source }, en!)).toBe('18.44 Mt');
    expect(trafficText({ ...figure(18.44, 'Mt'), source }, ru!)).toBe('18,44 млн т');
  });
});
