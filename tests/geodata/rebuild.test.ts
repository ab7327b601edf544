import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sha256 } from '../../geodata/build/extract/packages';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

test('npm run geodata makes the same bytes as are committed', () => {
  const out = mkdtempSync(join(tmpdir(), 'nv-geodata-'));
  execFileSync(process.execPath, ['--import', 'tsx', 'geodata/build/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, GEODATA_OUT: out },
  });
  const made = readdirSync(out);
  expect(made.length).toBeGreaterThan(10);
  const changed = made.filter(
    (name) => !readFileSync(join(out, name)).equals(readFileSync(join(ROOT, 'geodata', name))),
  );
  expect(changed).toEqual([]);
});

test('the extracts are those that the manifest records', () => {
  const dir = join(ROOT, 'geodata', 'extracts');
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as {
    extract: string;
    extractSha256: string;
  }[];
  for (const { extract, extractSha256 } of manifest)
    expect(sha256(readFileSync(join(dir, extract))), extract).toBe(extractSha256);
  expect(
    readdirSync(dir)
      .filter((name) => name !== 'manifest.json')
      .sort(),
  ).toEqual(manifest.map(({ extract }) => extract).sort());
});
