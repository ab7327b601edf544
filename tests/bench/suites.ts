import { catchmentBench } from './catchment';
import { lengthBench } from './length';
import { networkBench } from './network';
import { ownBench } from './own';
import { pageBench } from './page';
import { populationBench } from './population';
import type { BenchRow } from './row';

/** The suites by name, in the order they run. */
export const suites: Record<string, () => BenchRow[] | Promise<BenchRow[]>> = {
  length: lengthBench,
  catchment: catchmentBench,
  population: populationBench,
  network: networkBench,
  own: ownBench,
  page: pageBench,
};
