import { describe, expect, it } from 'vitest';
import { corridors, distinctColours } from '../../../src/layers/corridors';
import { THEMES } from '../../../src/layers/theme';

const places = new Map([
  ['primorye-1', 6],
  ['primorye-2', 13],
  ['khasan-rajin', 14],
  ['bam', 1],
]);

describe('colours of corridors in hand together', () => {
  it('keep each corridor its own where no two are the same', () => {
    expect(distinctColours(places, ['bam', 'primorye-1'], 8)).toEqual({ bam: 1, 'primorye-1': 6 });
  });

  it('tell apart two whose own colours are the same, whatever order they are named in', () => {
    const chosen = { 'primorye-1': 6, 'primorye-2': 5, 'khasan-rajin': 7 };
    expect(distinctColours(places, ['primorye-1', 'primorye-2', 'khasan-rajin'], 8)).toEqual(
      chosen,
    );
    expect(distinctColours(places, ['khasan-rajin', 'primorye-2', 'primorye-1'], 8)).toEqual(
      chosen,
    );
  });

  it('end, with as many corridors as there are colours and with more', () => {
    expect(new Set(Object.values(distinctColours(places, [...places.keys()], 4))).size).toBe(4);
    expect(Object.keys(distinctColours(places, [...places.keys()], 2))).toHaveLength(4);
  });

  it('are those that the map draws', () => {
    const line = corridors
      .layers({
        theme: THEMES.light,
        lang: 'en',
        projection: 'north-asia',
        opacity: 1,
        corridors: ['khasan-rajin'],
        corridorColours: { 'khasan-rajin': 7 },
      })
      .find(({ id }) => id === 'corridor-in-hand');
    expect(JSON.stringify(line?.paint)).toContain(`"khasan-rajin","${THEMES.light.corridors[7]}"`);
  });
});
