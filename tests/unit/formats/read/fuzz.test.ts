import { expect, it } from 'vitest';
import { fuzzReaders } from './fuzz';

const SEED = 20261126;
const RUNS = 3000;

it(`${RUNS} made-up inputs: no reader throws, hangs or pollutes a prototype (seed ${SEED})`, async () => {
  expect(await fuzzReaders(RUNS, SEED)).toBe(RUNS);
}, 60_000);
