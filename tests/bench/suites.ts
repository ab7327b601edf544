import { catchmentBench } from './catchment';
import { lengthBench } from './length';
import { networkBench } from './network';
import { ownBench } from './own';
import { pageBench } from './page';
import { populationBench } from './population';
import type { BenchRow } from './row';
import { scenarioBench } from './scenario';

/** The suites by name, in the order they run. */
export const suites: Record<string, () => BenchRow[] | Promise<BenchRow[]>> = {
  length: lengthBench,
  catchment: catchmentBench,
  population: populationBench,
  network: networkBench,
  scenario: scenarioBench,
  own: ownBench,
  page: pageBench,
};
