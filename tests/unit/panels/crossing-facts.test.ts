import { describe, expect, it } from 'vitest';
import { Atlas } from '../../../src/data/atlas';
import { Language } from '../../../src/i18n/language';
import { crossingCard } from '../../../src/panels/card/crossing-facts';
import { readGeodata } from '../../geodata/read';

const crossings = (await new Atlas(readGeodata).layer('crossings')).map((f) => f.properties);

describe.each(['en', 'zh', 'ru', 'mn'] as const)('the card of a crossing in %s', (lang) => {
  it('has a line for each published figure of traffic: number, unit, period, source', async () => {
    const t = await Language.load(lang);
    const busy = crossings.filter(({ traffic }) => traffic && traffic.length > 0);
    expect(busy.length).toBeGreaterThan(5);
    for (const crossing of busy) {
      const lines = crossingCard(crossing, t).facts.filter(
        ({ label }) => label === t.text('card.traffic'),
      );
      expect(lines).toHaveLength(crossing.traffic!.length);
      crossing.traffic!.forEach(({ value, unit, period, source }, i) => {
        expect(lines[i]!.value).toContain(t.number(value, 3));
        // A unit that has no word in another language would be shown as the data has it.
        if (lang === 'zh') expect(lines[i]!.value, unit).toMatch(/\p{Script=Han}/u);
        if (lang === 'ru' || lang === 'mn')
          expect(lines[i]!.value, unit).toMatch(/\p{Script=Cyrillic}/u);
        expect(lines[i]!.remark).toContain(period);
        expect(lines[i]!.remark).toContain(source.publisher);
        expect(lines[i]!.remark).toContain(t.date(source.date));
        expect(lines[i]!.english).toEqual([period, source.publisher]);
      });
    }
  });
});
