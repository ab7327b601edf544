import { figureAt, nearestCells, type MatrixFigures } from '../core/analysis/matrix-figures';
import type { LngLat } from '../core/types';
import type { ProximityLine } from '../layers/proximity';
import { latest } from '../worker/latest';
import { analysis } from './atlas.svelte';
import { heatStep, type HeatScale } from '../core/analysis/heat-scale';
import { matrixChoice as choice } from './matrix-choice.svelte';

/** More lines than this are a grey cloud: the shortest are drawn. */
export const MAX_LINES = 1500;

/** The nearest destinations that are drawn where no number is chosen. */
export const USUAL_NEAREST = 3;

export interface LineQuestion {
  figures: MatrixFigures;
  scale: HeatScale;
  /** Cells to be drawn. */
  cells: number[];
  difference: boolean;
  measure: typeof choice.measure;
}

/** Which cells the map shows, the shortest first where there are too many. */
export function drawnCells(figures: MatrixFigures): number[] {
  const { places, destinations, square } = figures;
  const columns = destinations.length;
  const chosen = figures.figures[choice.measure];
  const figureOf = (cell: number): number => chosen[cell]!;
  if (choice.lines === 'none') return [];
  const hub = Math.max(
    0,
    places.findIndex(({ key }) => key === choice.hub),
  );
  const rows = choice.lines === 'hub' ? [hub] : places.map((_, row) => row);
  if (choice.lines === 'nearest' || choice.nearest !== undefined)
    return rows.flatMap((row) =>
      nearestCells(figures, figureOf, row, choice.nearest ?? USUAL_NEAREST),
    );
  const cells = rows
    .flatMap((row) => destinations.map((_, column) => row * columns + column))
    .filter((cell) => Number.isFinite(figureOf(cell)))
    // Both directions of a square are one line, and none leads from a place to itself.
    .filter((cell) => {
      const [row, column] = [Math.floor(cell / columns), cell % columns];
      return !square || (choice.lines === 'hub' ? column !== row : column > row);
    });
  return cells.length <= MAX_LINES
    ? cells
    : cells.sort((a, b) => figureOf(a) - figureOf(b)).slice(0, MAX_LINES);
}

/** The great circles of a matrix on the map. */
export class MatrixLines {
  lines = $state.raw<ProximityLine[]>([]);

  #asked: LineQuestion | undefined;
  readonly #ask = latest(
    async ({ figures: { places, destinations }, cells }: LineQuestion): Promise<LngLat[][]> => {
      const end = ({ lng, lat }: { lng: number; lat: number }): LngLat => [lng, lat];
      return analysis.greatCircles(
        cells.map((cell) => [
          end(places[Math.floor(cell / destinations.length)]!),
          end(destinations[cell % destinations.length]!),
        ]),
      );
    },
    (settled) => {
      const asked = this.#asked;
      if ('error' in settled || settled.question !== asked || !asked) return;
      this.lines = settled.answer.flatMap((coordinates, i): ProximityLine[] => {
        const figure = figureAt(asked.figures, asked.measure, asked.cells[i]!, asked.difference);
        // A difference that cannot be told has no colour, and two places in one no line.
        if (!Number.isFinite(figure) || coordinates.length < 2) return [];
        return [{ coordinates, step: heatStep(asked.scale, figure) }];
      });
    },
  );

  follow(question: LineQuestion | undefined): void {
    this.#asked = question;
    if (!question || question.cells.length === 0) this.lines = [];
    else this.#ask(question);
  }
}

export const matrixLines = new MatrixLines();
