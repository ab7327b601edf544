import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMON_OPTIONS } from '../../src/cli/arguments';
import { COMMANDS } from '../../src/cli/commands';
import { LAYER_FILES } from '../../src/data/catalogue';
import { EVERY_COMMAND } from './every-command';
import { nv } from './nv';

const folder = mkdtempSync(join(tmpdir(), 'nv-fuzz-'));
const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const manifest = {
  ...{ program: 'nv', programVersion: '0', dataVersion: 'x', dataDate: 'x', inputs: {} },
  outputSha256: 'x',
};
const BAD = 'tests/fixtures/bad/files';
const files = [
  file('empty.json', ''),
  file('deep.json', '['.repeat(5000)),
  file('proto.json', '{"version":1,"set":{"__proto__":{"low":1,"typical":2,"high":3}}}'),
  file('link.json', {
    version: 1,
    add: [{ from: [-173.2, 64.4], to: 'pevek', mode: 'road', speedKmh: 40, lengthFactor: 1.2 }],
  }),
  file('far.json', { version: 1, add: [{ from: [0, -89], to: [180, 1e9], mode: 'air' }] }),
  file('manifest.json', { ...manifest, command: ['measure', '0,0', '1,1'] }),
  file('of-itself.json', { ...manifest, command: ['replay', join(folder, 'of-itself.json')] }),
  file('wrong.json', { ...manifest, command: ['route', '--month', '13'] }),
  ...['tests/fixtures/line.geojson', 'tests/fixtures/scenario.json'],
  ...readdirSync(BAD).map((name) => `${BAD}/${name}`),
];

/** `npm run test:all` asks for more. The seed is fixed: a fault found is found again. */
const RUNS = Number(process.env.NV_FUZZ_RUNS ?? 150);
const SEED = Number(process.env.NV_FUZZ_SEED ?? 20261122);

const unicode = fc
  .string({ unit: 'grapheme', maxLength: 10 })
  .filter((text) => !text.includes('\0'));
const number = fc.oneof(
  fc.constantFrom('0', '-0', '-1', '1', '13', '1e9', '1e308', '-1e309', 'NaN', 'Infinity', '0x10'),
  fc.constantFrom('9'.repeat(400), '0.'.padEnd(300, '0') + '1', '١٢', '１２', '1,5', '1_000'),
  fc.double().map(String),
  fc.integer({ min: 1, max: 2000 }).map(String),
);
const coordinates = fc
  .tuple(
    fc.oneof(fc.constantFrom('180', '-180', '-173.2', '0', '361'), fc.double().map(String)),
    fc.oneof(fc.constantFrom('90', '-90', '64.4', '78', '91'), fc.double().map(String)),
  )
  .map((pair) => pair.join(','));
const place = fc.oneof(
  fc.constantFrom('harbin', '哈尔滨', 'Чита', 'ulaanbaatar', '-173.2,64.4', 'pevek', 'irkutsk'),
  fc.constantFrom(
    'bam',
    'primorye-1',
    'border-cn-ru',
    'all',
    'nowhere',
    '',
    ' ',
    '--',
    '__proto__',
  ),
  fc.constantFrom(...LAYER_FILES.map(({ id }) => id), ...files),
  ...[coordinates, unicode],
);
const value = fc.oneof(
  fc.constantFrom('1000km', '48h', '-5km', '1e9h', 'rail', 'sea,road', 'time', 'distance', 'hours'),
  fc.constantFrom('json', 'geojson', 'csv', 'table', 'kml', 'fgb', 'tashtagol-urumqi', ...files),
  ...[number, place, unicode],
);

type Arg = [string] | [string, string];
const named = {
  ...COMMON_OPTIONS,
  ...Object.assign({}, ...COMMANDS.map(({ options }) => options)),
};
/** Where an answer is written to: into the test's own folder, or where nothing can be. */
const WRITING = ['out', 'manifest', 'metadata'];
const option = (names: readonly string[]): fc.Arbitrary<Arg> =>
  fc.constantFrom(...names).chain((name): fc.Arbitrary<Arg> => {
    if (WRITING.includes(name))
      return fc
        .constantFrom('answer', 'no/folder')
        .map((path): Arg => [`--${name}=${join(folder, path)}`]);
    if (named[name as never]?.['type'] !== 'string') return fc.constant([`--${name}`]);
    return value.chain((given) =>
      fc.constantFrom<Arg>([`--${name}=${given}`], [`--${name}`, given]),
    );
  });
const anyOption = option([...Object.keys(named), 'nonsense']);

/** A command with anything behind it, and one that would work with something wrong put to it. */
const line = fc
  .oneof(
    fc
      .constantFrom(...COMMANDS.map(({ name, options }) => ({ name, options })))
      .chain(({ name, options }) =>
        fc.tuple(
          fc.constant([name]),
          fc.array(place, { maxLength: 3 }),
          fc.array(
            fc.oneof(
              { weight: 3, arbitrary: option([...Object.keys(options), 'format']) },
              { weight: 1, arbitrary: anyOption },
            ),
            { maxLength: 3 },
          ),
        ),
      ),
    fc.tuple(
      fc.constantFrom(...EVERY_COMMAND),
      fc.array(place, { maxLength: 1 }),
      fc.array(anyOption, { maxLength: 2 }),
    ),
    fc.tuple(
      fc.constantFrom(['replay'], ['nonsense'], ['--help'], ['--version'], []),
      fc.array(place, { maxLength: 2 }),
      fc.array(anyOption, { maxLength: 1 }),
    ),
  )
  .map(([command, places, options]) => [...command, ...places, ...options.flat()]);

describe('nv, given anything', () => {
  it(
    `exits with 0 or 2, and says in one line what is wrong (${RUNS} lines, seed ${SEED})`,
    {
      timeout: 1_700_000,
    },
    async () => {
      const exits = new Map<string, number>();
      let slowest = { ms: 0, argv: [''] };
      await fc.assert(
        fc.asyncProperty(line, async (argv) => {
          const began = performance.now();
          const { status: code, stdout, stderr } = await nv(...argv);
          const ms = performance.now() - began;
          if (ms > slowest.ms) slowest = { ms, argv };
          const which = `${argv[0]} ${code}`;
          exits.set(which, (exits.get(which) ?? 0) + 1);
          const toFile = argv.some((word) => word.startsWith('--out='));
          if (code === 0) expect(stdout !== '' || toFile).toBe(true);
          else {
            expect(code).toBe(2);
            const isList = argv.includes('validate') && (stdout !== '' || toFile);
            if (!isList) expect(stderr.trimEnd().split('\n')).toHaveLength(1);
          }
        }),
        { numRuns: RUNS, seed: SEED },
      );
      for (const { name } of COMMANDS)
        for (const code of RUNS > 1000 ? [0, 2] : [2])
          expect(exits.get(`${name} ${code}`)).toBeDefined();
      console.log(
        `${RUNS} command lines, seed ${SEED}: ${[...exits]
          .sort()
          .map(([which, n]) => `${which}: ${n}`)
          .join(
            ', ',
          )}; slowest ${Math.round(slowest.ms)} ms: ${slowest.argv.join(' ').slice(0, 200)}`,
      );
    },
  );
});
