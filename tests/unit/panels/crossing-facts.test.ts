import { describe, expect, it } from 'vitest';
import { Atlas } from '../../../src/data/atlas';
import { Language } from '../../../src/i18n/language';
import { crossingCard } from '../../../src/panels/card/crossing-facts';
import { readGeodata } from '../../geodata/read';

const crossings = (await new Atlas(readGeodata).layer('crossings')).map((f) => f.properties);

/** What a unit counts in, read from its English words. */
const scaleOf = (unit: string): number =>
  unit === 'Mt' || unit.startsWith('million') ? 1e6 : unit.startsWith('thousand') ? 1e3 : 1;

/** The count that a Chinese text tells, such as `55万标准箱`. */
function countIn(text: string): number {
  const [, digits, ten = ''] = /^([\d.,]+)(万?)/.exec(text)!;
  return Number(digits!.replaceAll(',', '')) * (ten ? 10_000 : 1);
}

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
        if (lang === 'zh') expect(countIn(lines[i]!.value)).toBeCloseTo(value * scaleOf(unit), 3);
        else expect(lines[i]!.value).toContain(t.number(value, 3));
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
