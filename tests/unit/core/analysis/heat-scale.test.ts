import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEAT_STEPS, heatScale, heatStep } from '../../../../src/core/analysis/heat-scale';

describe('a scale of figures', () => {
  it('has classes that rise with the figure and hold about equally many', () => {
    const values = Array.from({ length: 700 }, (_, i) => (i * 37) % 700);
    const scale = heatScale(values, false)!;
    const counts = new Array<number>(HEAT_STEPS).fill(0);
    for (const value of values) counts[heatStep(scale, value)]!++;
    expect(counts).toEqual(new Array(HEAT_STEPS).fill(100));
  });

  it('never gives a larger figure a lower class, nor one that has no colour', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e5, max: 1e5 }), { minLength: 1 }),
        fc.boolean(),
        (values, diverging) => {
          const scale = heatScale(values, diverging)!;
          const steps = [...values].sort((a, b) => a - b).map((value) => heatStep(scale, value));
          expect(steps).toEqual([...steps].sort((a, b) => a - b));
          for (const step of steps) expect(step >= 0 && step < HEAT_STEPS).toBe(true);
        },
      ),
    );
  });

  it('puts no change into the middle class, and equal gains and losses at equal distance', () => {
    const scale = heatScale([-300, -10, 0, 20, 300], true)!;
    expect([-300, -150, -10, 0, 10, 150, 300].map((value) => heatStep(scale, value))).toEqual([
      0, 1, 2, 3, 4, 5, 6,
    ]);
    expect(heatStep(heatScale([0, 0], true)!, 0)).toBe(3);
    expect(heatScale([-300, 0], true)).toMatchObject({ min: -300, max: 300 });
  });

  it('is none where there is no figure', () => {
    expect(heatScale([NaN, NaN], false)).toBeUndefined();
  });
});
