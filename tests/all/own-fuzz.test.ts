import { expect, it } from 'vitest';
import { fuzzReaders } from '../unit/formats/read/fuzz';

const SEED = 20261127;
const PARTS = 20;
const RUNS = 1_000_000;

it(`${RUNS} made-up files: no reader throws, hangs or pollutes a prototype (seeds from ${SEED})`, async () => {
  let inputs = 0;
  // In parts, so that a run that is cut off tells how far it came.
  for (let part = 0; part < PARTS; part++) {
    inputs += await fuzzReaders(RUNS / PARTS, SEED + part);
    console.log(`${inputs} inputs read, the last with seed ${SEED + part}`);
  }
  expect(inputs).toBe(RUNS);
}, 7_200_000);
