import fc from 'fast-check';

/**
 * The quick run draws the same random cases every time, so that what passed once passes again; the
 * long run (`npm run test:all`) draws new ones, and fast-check prints the seed of what fails.
 */
if (!process.env.NV_FUZZ_RUNS) fc.configureGlobal({ seed: 20261122 });
