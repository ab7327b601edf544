import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MATRIX_MEASURES, type MatrixFigures } from '../../../src/core/analysis/matrix-figures';
import { listedCells, type SortKey } from '../../../src/state/matrix-order';

/** A square of places called by letters, with given figures for km. */
function square(names: string[], km: number[]): MatrixFigures {
  const places = names.map((key) => ({ key, lng: 0, lat: 0 }));
  const figures = Object.fromEntries(
    MATRIX_MEASURES.map((measure) => [measure, Float64Array.from(km)]),
  ) as MatrixFigures['figures'];
  const scales = Object.fromEntries(
    MATRIX_MEASURES.map((measure) => [measure, undefined]),
  ) as MatrixFigures['scales'];
  const status = Uint8Array.from(km, (value) => (Number.isNaN(value) ? 1 : 0));
  return { places, destinations: places, square: true, by: 'distance', status, figures, scales };
}

const list = (
  figures: MatrixFigures,
  sort?: { key: SortKey; descending: boolean },
  nearest?: { count: number; by: 'km' },
): number[] =>
  Array.from(
    listedCells(figures, { sort, nearest, difference: false, nameOf: (key) => key, locale: 'en' }),
  );

it('lists every pair but of a place with itself, in the order of the places', () => {
  expect(list(square(['b', 'a'], [0, 1, 2, 0]))).toEqual([1, 2]);
});

it('sorts as comparing one by one does, and puts pairs without a figure last both ways', () => {
  const figure = fc.oneof(fc.double({ min: 0, max: 40_000, noNaN: true }), fc.constant(NaN));
  fc.assert(
    fc.property(
      fc.array(figure, { minLength: 16, maxLength: 16 }),
      fc.boolean(),
      (raw, descending) => {
        const km = raw.map((value) => Math.round(value * 1000) / 1000);
        const figures = square(['a', 'b', 'c', 'd'], km);
        const sign = descending ? -1 : 1;
        const expected = list(figures).sort((a, b) => {
          const [x, y] = [km[a]!, km[b]!];
          if (Number.isNaN(x) || Number.isNaN(y))
            return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
          return sign * (x - y) || a - b;
        });
        expect(list(figures, { key: 'km', descending })).toEqual(expected);
      },
    ),
  );
});

it('sorts by name, and keeps the nearest of each origin', () => {
  const figures = square(['b', 'c', 'a'], [0, 3, 9, 3, 0, 5, 9, 5, 0]);
  expect(list(figures, { key: 'from', descending: false })).toEqual([6, 7, 1, 2, 3, 5]);
  expect(list(figures, undefined, { count: 1, by: 'km' })).toEqual([1, 3, 7]);
});
