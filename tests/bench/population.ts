import { featureCollection, point, pointsWithinPolygon } from '@turf/turf';
import { catchmentOn, prepareGround } from '../../src/core/analysis/catchment';
import { insideCatchment } from '../../src/core/analysis/catchment-inside';
import { catchmentOutline } from '../../src/core/analysis/catchment-outline';
import { indexLines } from '../../src/core/geo/line-index';
import { nearestOnLine } from '../../src/core/geo/nearest-on-line';
import { buildPointTree } from '../../src/core/geo/point-tree';
import type { LngLat } from '../../src/core/types';
import { productGround, productLine } from '../unit/core/lines';
import { fullTransSiberian, worldSettlements, type NamedLine } from './lines';
import { medianMs, ms, timeRow, type BenchRow } from './row';

/** Who lives inside, beside turf.pointsWithinPolygon on our own, right outline. */
export function populationBench(): BenchRow[] {
  const sea: NamedLine = { name: 'northern-sea-route', line: productLine('northern-sea-route') };
  return [
    ...compare(fullTransSiberian(), [25, 100, 300]),
    ...compare(sea, [100, 300]),
    ...['trans-siberian', 'bam', 'northern-sea-route'].flatMap(wholePanel),
  ];
}

const world = worldSettlements();
const tree = buildPointTree(world.points, world.populations);

function compare({ name, line }: NamedLine, radii: readonly number[]): BenchRow[] {
  const collection = featureCollection(world.points.map((at, i) => point(at, { i })));
  const index = indexLines([line]);
  return radii.flatMap((radiusKm) => {
    const outline = catchmentOutline([line], radiusKm);
    let theirs = new Set<number>();
    const theirMs = medianMs(1, () => {
      const within = pointsWithinPolygon(collection, {
        type: 'Feature',
        properties: {},
        geometry: outline,
      });
      theirs = new Set(within.features.map(({ properties }) => (properties as { i: number }).i));
    });
    const oursMs = medianMs(15, () => insideCatchment(tree, world.points, index, radiusKm));
    const ours = new Set(insideCatchment(tree, world.points, index, radiusKm).indices);
    const truth = within(line, radiusKm);
    const count = world.points.length;
    return [
      timeRow(
        `people of ${count} settlements, ${name}, ${radiusKm} km`,
        'turf.pointsWithinPolygon',
        theirMs,
        oursMs,
        100,
      ),
      {
        what: `  settlements misplaced, of ${truth.size} inside`,
        peer: 'turf.pointsWithinPolygon',
        theirs: `${difference(theirs, truth)}`,
        ours: `${difference(ours, truth)}`,
        ratio: '',
        goal: '0 of ours',
        met: difference(ours, truth) === 0,
      },
    ];
  });
}

/** One by one, each measured by geodesics. */
function within(line: LngLat[], radiusKm: number): Set<number> {
  const index = indexLines([line]);
  const inside = new Set<number>();
  world.points.forEach((at, i) => {
    if (nearestOnLine(index, at).distanceKm <= radiusKm) inside.add(i);
  });
  return inside;
}

function difference(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let count = 0;
  for (const i of a) if (!b.has(i)) count++;
  for (const i of b) if (!a.has(i)) count++;
  return count;
}

/** All that the panel shows when the slider moves, on the product's data. */
function wholePanel(id: string): BenchRow[] {
  const ground = prepareGround(productGround());
  const line = productLine(id);
  return [10, 25, 100, 300].map((radiusKm) => {
    const took = medianMs(9, () => catchmentOn(ground, [line], radiusKm));
    return {
      what: `outline and all figures of ${id}, ${radiusKm} km`,
      peer: '',
      theirs: '',
      ours: ms(took),
      ratio: '',
      goal: 'at most 100 ms',
      met: took <= 100,
    };
  });
}
