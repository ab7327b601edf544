import fc from 'fast-check';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { checkText } from '../../src/data/validate/text';
import { nv } from '../cli/nv';

/** Printed, so that a failure can be made again. */
const SEED = 20261122;

type Main = (argv: string[], root: string) => Promise<number>;
let main: Main;

beforeAll(async () => {
  // The first call builds the command; the runs below are made in this process to be quick.
  nv('--version');
  const built = (await import(pathToFileURL(resolve('.cache/nv/nv.mjs')).href)) as { main: Main };
  main = built.main;
});

const place = fc.constantFrom(
  'harbin',
  'Владивосток',
  '乌鲁木齐',
  'no-such-place',
  '-173.2,64.4',
  '0,0',
  '200,95',
  '',
  '__proto__',
  'zabaykalsk-manzhouli-rail',
);
const option = fc.oneof(
  fc.constantFrom(
    ['--by', 'time'],
    ['--by', 'mood'],
    ['--month', '1'],
    ['--month', '13'],
    ['--month', '-1'],
    ['--modes', 'rail,sea'],
    ['--modes', 'air'],
    ['--scenario', 'all-not-built'],
    ['--scenario', '{}'],
    ['--scenario', '/dev/null'],
    ['--alternatives', '2'],
    ['--alternatives', 'many'],
    ['--radius', '50'],
    ['--radius', '0'],
    ['--radius', '1e9'],
    ['--within', '500km'],
    ['--within', '12h'],
    ['--within', 'far'],
    ['--bands', '100,200'],
    ['--format', 'json'],
    ['--format', 'geojson'],
    ['--format', 'csv'],
    ['--via', 'chita'],
    ['--square'],
    ['--exclusive'],
    ['--'],
  ),
  fc.tuple(fc.string({ maxLength: 12 })),
);
const commandLine = fc
  .tuple(
    fc.constantFrom(
      'places',
      'measure',
      'route',
      'matrix',
      'reach',
      'corridor',
      'catchment',
      'compare',
      'validate',
      'replay',
      'x',
    ),
    fc.array(fc.oneof(place, fc.constantFrom('bam', 'primorye-1', 'khasan-rajin')), {
      maxLength: 4,
    }),
    fc.array(option, { maxLength: 3 }),
  )
  .map(([command, places, options]) => [command, ...places, ...options.flat()]);

describe('the command', () => {
  it(`never crashes or hangs, and exits with 0 or 2 (seed ${SEED})`, async () => {
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const err = vi.spyOn(console, 'error').mockReturnValue();
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(commandLine, async (argv) => {
        runs += 1;
        const started = performance.now();
        const code = await main(argv, process.cwd());
        expect([0, 2], `${JSON.stringify(argv)} ${err.mock.lastCall?.join(' ')}`).toContain(code);
        expect(performance.now() - started, JSON.stringify(argv)).toBeLessThan(60_000);
      }),
      { numRuns: 400, seed: SEED },
    );
    out.mockRestore();
    err.mockRestore();
    console.log(`${runs} command lines, seed ${SEED}`);
  });
});

describe('the check of GeoJSON', () => {
  it(`never throws on text, and pollutes no prototype (seed ${SEED})`, async () => {
    const word = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"type"',
      '"Feature"',
      '"FeatureCollection"',
      '"features"',
      '"geometry"',
      '"coordinates"',
      '"Point"',
      '"Polygon"',
      '"__proto__"',
      '"constructor"',
      '1e999',
      '-180',
      '91',
      'null',
      '"\\u0000"',
      '[[0,0],[1,1],[1,0],[0,0]]',
    );
    let texts = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 24 }), async (words) => {
        texts += 1;
        await checkText(words.join(''));
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      }),
      { numRuns: 100_000, seed: SEED },
    );
    console.log(`${texts} texts, seed ${SEED}`);
  });
});
