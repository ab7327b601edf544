import { catchmentBench } from './catchment';
import { lengthBench } from './length';
import { networkBench } from './network';
import { populationBench } from './population';
import type { BenchRow } from './row';

/** The suites by name, in the order they run. */
export const suites: Record<string, () => BenchRow[]> = {
  length: lengthBench,
  catchment: catchmentBench,
  population: populationBench,
  network: networkBench,
};
