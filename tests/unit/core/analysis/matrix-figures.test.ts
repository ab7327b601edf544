import { describe, expect, it } from 'vitest';
import { matrix } from '../../../../src/core/analysis/matrix';
import { matrixColumns } from '../../../../src/core/analysis/matrix-columns';
import {
  figureAt,
  MATRIX_MEASURES,
  matrixFigures,
  measureOf,
  nearestCells,
} from '../../../../src/core/analysis/matrix-figures';
import { matrixDifference } from '../../../../src/core/analysis/scenario-difference';
import { buildNetwork } from '../../../../src/core/network/build';
import { TODAY } from '../../../../src/core/scenario/types';
import { smallNetwork } from '../../../fixtures/network-small';

const data = smallNetwork();
const network = buildNetwork(data);
const closed = buildNetwork(data, { scenario: { ...TODAY, id: 'x', off: ['cx-rail'] } });
const ids = data.hubs.map(({ properties }) => properties.id);

describe('a matrix of origins by destinations', () => {
  it('has the cells of the square, in the order of both lists', () => {
    const square = matrix(network, ids);
    const [origins, destinations] = [ids.slice(0, 2), [...ids].reverse()];
    const part = matrix(network, origins, { to: destinations });
    expect(part.destinations!.map(({ key }) => key)).toEqual(destinations);
    part.cells.forEach((cell, i) => {
      const row = ids.indexOf(origins[Math.floor(i / destinations.length)]!);
      const column = ids.indexOf(destinations[i % destinations.length]!);
      const whole = square.cells[row * ids.length + column]!;
      for (const measure of MATRIX_MEASURES) {
        const [a, b] = [measureOf(cell, measure), measureOf(whole, measure)];
        if (a === undefined || b === undefined) expect(a).toBe(b);
        else expect(a).toBeCloseTo(b, 9);
      }
    });
  });
});

describe('the figures of a matrix for the page', () => {
  const [value, today] = [matrix(closed, ids), matrix(network, ids)];
  const figures = matrixFigures(matrixColumns(closed, ids), matrixColumns(network, ids));

  it('are those of its cells, and NaN where there is no way', () => {
    value.cells.forEach((cell, i) => {
      for (const measure of MATRIX_MEASURES)
        expect(figures.figures[measure][i]).toEqual(measureOf(cell, measure) ?? NaN);
    });
  });

  it('differ from today as the scenario difference says', () => {
    const { cells } = matrixDifference(today, value);
    cells.forEach((cell, i) => {
      const change = figureAt(figures, 'km', i, true);
      if (cell.kind === 'changed' || cell.kind === 'same')
        expect(change).toBe(cell.difference.distanceKm);
      else expect(change).toBeNaN();
    });
  });

  it('fall into classes of all pairs, a place with itself left out', () => {
    const pairs = value.cells.flatMap((cell, i) =>
      i % (ids.length + 1) === 0 ? [] : (measureOf(cell, 'km') ?? []),
    );
    expect(figures.scales.km).toMatchObject({ min: Math.min(...pairs), max: Math.max(...pairs) });
    const changes = value.cells.map((_, i) => Math.abs(figureAt(figures, 'km', i, true)));
    const largest = Math.max(...changes.filter(Number.isFinite));
    expect(figures.today!.differenceScales.km).toMatchObject({ max: largest, diverging: true });
    expect(matrixFigures(matrixColumns(network, ids.slice(0, 1))).scales.km).toBeUndefined();
  });

  it('name the nearest of each origin as sorting them all does', () => {
    for (let row = 0; row < ids.length; row++) {
      const all = ids
        .map((_, column) => row * ids.length + column)
        .filter((cell) => cell % ids.length !== row)
        .filter((cell) => today.cells[cell]!.status === 'ok')
        .sort((a, b) => measureOf(today.cells[a]!, 'km')! - measureOf(today.cells[b]!, 'km')!);
      const nearest = nearestCells(
        matrixColumns(network, ids),
        (cell) => measureOf(today.cells[cell]!, 'km'),
        row,
        2,
      );
      expect(nearest).toEqual(all.slice(0, 2));
    }
  });
});
