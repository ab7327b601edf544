import { expect, it } from 'vitest';
import { fuzzReaders } from '../unit/formats/read/fuzz';

const SEED = 20261127;
const RUNS = 1_000_000;

it(`${RUNS} made-up files: no reader throws, hangs or pollutes a prototype (seed ${SEED})`, async () => {
  const inputs = await fuzzReaders(RUNS, SEED);
  console.log(`${inputs} inputs read, seed ${SEED}`);
  expect(inputs).toBe(RUNS);
}, 7_200_000);
