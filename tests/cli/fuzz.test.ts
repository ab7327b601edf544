import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands';
import { LAYER_FILES } from '../../src/data/catalogue';
import { nv } from './nv';

const folder = mkdtempSync(join(tmpdir(), 'nv-fuzz-'));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const files = [
  file('empty.json', ''),
  file('deep.json', '['.repeat(5000)),
  file('proto.json', '{"version":1,"set":{"__proto__":{"low":1,"typical":2,"high":3}}}'),
  file('scenario.json', '{"version":1,"off":["zabaykalsk-manzhouli-rail"]}'),
];

/** `npm run test:all` asks for more. */
const RUNS = Number(process.env.NV_FUZZ_RUNS ?? 150);

const place = fc.oneof(
  fc.constantFrom('harbin', '哈尔滨', 'Чита', 'ulaanbaatar', '-173.2,64.4', '0,0', '180,90'),
  fc.constantFrom(...LAYER_FILES.map(({ id }) => id)),
  fc.constantFrom('bam', 'nowhere', '', ' ', '126.6,45.8', '1e9,1', '--', '__proto__', ...files),
  fc.string({ maxLength: 12 }),
);
const value = fc.oneof(
  fc.constantFrom('0', '-1', '1', '50', '13', '1e9', 'NaN', '1000km', '48h', 'rail', 'sea,road'),
  fc.constantFrom('time', 'distance', 'json', 'geojson', 'csv', 'table', 'kml', 'fgb', ...files),
  fc.string({ maxLength: 8 }),
);
const valued = fc
  .tuple(
    fc.constantFrom(
      ...['modes', 'by', 'month', 'scenario', 'via', 'alternatives', 'radius', 'within'],
      ...['bands', 'access', 'format', 'to', 'measure', 'nearest', 'corridor', 'depth', 'layer'],
    ),
    value,
  )
  .chain(([name, given]) => fc.constantFrom([`--${name}=${given}`], [`--${name}`, given]));
/** Where an answer is written to: into the test's own folder, or where nothing can be. */
const writing = fc
  .tuple(fc.constantFrom('out', 'manifest', 'metadata'), fc.constantFrom('answer', 'no/folder'))
  .map(([name, path]) => [`--${name}=${join(folder, path)}`]);
const flag = fc.constantFrom(
  ...['--square', '--exclusive', '--all', '--difference', '--area', '--help', '--nonsense'].map(
    (word) => [word],
  ),
);
const option = fc.oneof({ weight: 6, arbitrary: valued }, { weight: 1, arbitrary: writing }, flag);
const line = fc
  .tuple(
    fc.constantFrom(...COMMANDS.map(({ name }) => name), 'replay', 'nonsense'),
    fc.array(place, { maxLength: 3 }),
    fc.array(option, { maxLength: 3 }),
  )
  .map(([command, places, options]) => [command, ...places, ...options.flat()]);

describe('nv, given anything', () => {
  it('exits with 0 or 2, and says in one line what is wrong', { timeout: 1_200_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(line, async (argv) => {
        const { status: code, stdout, stderr } = await nv(...argv);
        const toFile = argv.some((word) => word.startsWith('--out='));
        if (code === 0) expect(stdout !== '' || toFile).toBe(true);
        else {
          expect(code).toBe(2);
          const isList = argv[0] === 'validate' && stdout !== '';
          if (!isList) expect(stderr.trimEnd().split('\n')).toHaveLength(1);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
