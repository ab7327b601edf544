import { describe, expect, it } from 'vitest';
import { axisTicks, bandParts, placeMarks } from '../../../src/state/strip-layout';

const width = (text: string): number => text.length * 7;
const room = { from: -80, axis: 1000, to: 1020 };
const place = (id: string, atKm: number, rank?: number) => ({ id, atKm, rank, label: id });

/** Every pair of names in a row is apart, and no leader runs through a name below its own. */
function expectLegible(marks: ReturnType<typeof placeMarks>): void {
  const named = marks.flatMap((mark) =>
    mark.name ? [{ ...mark.name, left: mark.name.x, x: mark.x }] : [],
  );
  for (const a of named)
    for (const b of named) {
      if (a === b) continue;
      if (a.row === b.row)
        expect(a.left + a.width <= b.left || b.left + b.width <= a.left).toBe(true);
      else if (a.row < b.row) expect(b.x <= a.left || b.x >= a.left + a.width).toBe(true);
    }
}

describe('marks of a strip diagram', () => {
  it('lie at their share of the length', () => {
    const marks = placeMarks([place('a', 0), place('b', 25), place('c', 100)], 100, room, 3, width);
    expect(marks.map(({ x }) => x)).toEqual([0, 250, 1000]);
    expect(marks.every(({ name }) => name === undefined)).toBe(true);
  });

  it('have names by rank where there is not room for all', () => {
    const crowd = [place('small-town', 50, 3), place('metropolis', 50.1, 1)];
    const [small, large] = placeMarks(crowd, 100, room, 1, width);
    expect(large?.name).toBeDefined();
    expect(small?.name).toBeUndefined();
  });

  it('are legible in a crowd: names do not overlap, leaders run through none', () => {
    const crowd = Array.from({ length: 60 }, (_, i) =>
      place(`station-${i}-${'x'.repeat((i * 7) % 11)}`, (i * 37) % 100, 1 + (i % 3)),
    );
    const marks = placeMarks(crowd, 100, room, 3, width);
    expect(marks.filter(({ name }) => name).length).toBeGreaterThanOrEqual(10);
    expectLegible(marks);
  });

  it('keep the names of the ends within the drawing and in the highest row', () => {
    const ends = [place('a-very-long-name-of-a-first-place', 0, 0), place('last-place', 80, 0)];
    const marks = placeMarks(ends, 80, room, 3, width);
    for (const { name } of marks) {
      expect(name?.row).toBe(2);
      expect(name!.x).toBeGreaterThanOrEqual(room.from);
      expect(name!.x + name!.width).toBeLessThanOrEqual(room.to);
    }
  });

  it('stand at the start of a corridor without length', () => {
    expect(placeMarks([place('a', 0, 0)], 0, room, 1, width)[0]?.x).toBe(0);
  });
});

describe('bands of a strip diagram', () => {
  it('join neighbours of one value and leave out what has none', () => {
    const parts = bandParts([
      { km: 3, value: '1435' },
      { km: 4, value: '1435' },
      { km: 5, value: undefined },
      { km: 1, value: '1435' },
      { km: 2, value: '1520' },
    ]);
    expect(parts).toEqual([
      { value: '1435', fromKm: 0, toKm: 7 },
      { value: '1435', fromKm: 12, toKm: 13 },
      { value: '1520', fromKm: 13, toKm: 15 },
    ]);
  });
});

describe('the axis', () => {
  it.each([
    [7481, 690, 1000],
    [294, 690, 50],
    [943, 1400, 50],
    [0.9, 700, 0.1],
  ])('of %d km on %d px has steps of %d km', (lengthKm, widthPx, step) => {
    const ticks = axisTicks(lengthKm, widthPx);
    expect(ticks[1]).toBeCloseTo(step, 9);
    expect(ticks.at(-1)).toBeLessThanOrEqual(lengthKm);
    expect((step * widthPx) / lengthKm).toBeGreaterThanOrEqual(70);
  });

  it('of no length has its beginning only', () => {
    expect(axisTicks(0, 700)).toEqual([0]);
  });
});
