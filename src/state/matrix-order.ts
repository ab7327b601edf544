import {
  figureAt,
  nearestCells,
  type MatrixFigures,
  type MatrixMeasure,
} from '../core/analysis/matrix-figures';

export type SortKey = 'from' | 'to' | MatrixMeasure;

interface Listing {
  sort: { key: SortKey; descending: boolean } | undefined;
  /** Only the nearest few of each origin, by this measure. */
  nearest: { count: number; by: MatrixMeasure } | undefined;
  difference: boolean;
  nameOf: (key: string) => string;
  locale: string;
}

/** The cells of a list in their order; pairs without the figure come last whichever way. */
export function listedCells(
  figures: MatrixFigures,
  { sort, nearest, difference, nameOf, locale }: Listing,
): Uint32Array {
  const { places, destinations } = figures;
  const columns = destinations.length;
  const cells = nearest
    ? Uint32Array.from(
        places.flatMap((_, row) =>
          nearestCells(figures, (cell) => figures.figures[nearest.by][cell], row, nearest.count),
        ),
      )
    : pairsOf(figures);
  if (!sort) return cells;
  const sign = sort.descending ? -1 : 1;
  if (sort.key === 'from' || sort.key === 'to') {
    const names = (sort.key === 'from' ? places : destinations).map(({ key }) => nameOf(key));
    const collator = new Intl.Collator(locale);
    const order = names.map((_, i) => i).sort((a, b) => collator.compare(names[a]!, names[b]!));
    const rank = new Uint32Array(names.length);
    order.forEach((name, i) => (rank[name] = i));
    const rankOf = (cell: number): number =>
      rank[sort.key === 'from' ? Math.floor(cell / columns) : cell % columns]!;
    return cells.sort((a, b) => sign * (rankOf(a) - rankOf(b)) || a - b);
  }
  const { key } = sort;
  const figureOf = new Float64Array(places.length * columns);
  for (const cell of cells) {
    const figure = figureAt(figures, key, cell, difference);
    figureOf[cell] = Number.isFinite(figure) ? sign * figure : Infinity;
  }
  return cells.sort((a, b) =>
    figureOf[a] === figureOf[b] ? a - b : figureOf[a]! < figureOf[b]! ? -1 : 1,
  );
}

/** Every pair but of a place with itself. */
function pairsOf({ places, destinations }: MatrixFigures): Uint32Array {
  const columns = destinations.length;
  const pairs = new Uint32Array(places.length * columns);
  let count = 0;
  for (let cell = 0; cell < pairs.length; cell++)
    if (places[Math.floor(cell / columns)]!.key !== destinations[cell % columns]!.key)
      pairs[count++] = cell;
  return pairs.slice(0, count);
}
