import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reach } from '../../../../src/core/analysis/reach';
import { reachChange, subtract } from '../../../../src/core/analysis/reach-change';
import { buildNetwork } from '../../../../src/core/network/build';
import { parseScenario } from '../../../../src/core/scenario/parse';
import { smallNetwork } from '../../../fixtures/network-small';

const data = smallNetwork();
const today = buildNetwork(data);

describe('the lines that a scenario changes within a bound', () => {
  it('are the difference of what is reached, in km, and nothing where nothing changes', () => {
    for (const document of [
      { on: ['steppe-link'] },
      { off: ['cx-rail'] },
      { on: ['steppe-link'], off: ['rail-bersk-cx'] },
      {},
    ]) {
      const scenario = parseScenario({ version: 1, ...document });
      const other = buildNetwork(data, { scenario });
      for (const [by, within] of [
        ['distance', 700],
        ['time', 40],
      ] as const) {
        const km = (network: typeof today): number => {
          const answer = reach(network, 'ansk', { by, bands: [within] });
          return answer.status === 'ok' ? answer.bands[0]!.km : 0;
        };
        const change = reachChange(today, other, 'ansk', { by, within });
        expect(change.gainedKm - change.lostKm).toBeCloseTo(km(other) - km(today), 6);
        if (!document.on) expect(change.gained.coordinates).toEqual([]);
        if (!document.off) expect(change.lost.coordinates).toEqual([]);
      }
    }
  });
});

it('intervals without others keep what lies in neither', () => {
  const intervals = fc
    .uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 12 })
    .map((bounds) => {
      const rising = bounds.sort((a, b) => a - b);
      return rising.flatMap((start, i): [number, number][] =>
        i % 2 === 0 && rising[i + 1] !== undefined ? [[start, rising[i + 1]!]] : [],
      );
    });
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      const inside = (list: readonly [number, number][], x: number): boolean =>
        list.some(([start, end]) => x > start && x < end);
      const left = subtract(a, b);
      for (let x = 0.5; x < 40; x++) expect(inside(left, x)).toBe(inside(a, x) && !inside(b, x));
    }),
  );
});
