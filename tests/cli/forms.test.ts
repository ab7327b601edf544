import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands';
import { EVERY_COMMAND } from './every-command';
import { nv, nvAt } from './nv';

const folder = mkdtempSync(join(tmpdir(), 'nv-forms-'));

it('every command is asked', () => {
  const asked = new Set(EVERY_COMMAND.map(([name]) => name));
  expect([...asked].sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
});

describe('a table', () => {
  it.each(EVERY_COMMAND)(
    'fits terminals of 80 and of 120 columns: nv %s %s %s',
    async (...args) => {
      for (const columns of [80, 120]) {
        const { status, stdout } = await nvAt({ isTTY: true, columns }, ...args);
        expect(status).toBe(0);
        const long = stdout.split('\n').filter((line) => stringWidth(line) > columns);
        expect(long).toEqual([]);
      }
    },
  );
});

describe('CSV', () => {
  it.each(EVERY_COMMAND)('has a byte order mark and no formula: nv %s %s %s', async (...args) => {
    const { status, stdout } = await nv(...args, '--format', 'csv');
    expect(status).toBe(0);
    expect(stdout.startsWith('\uFEFF')).toBe(true);
    const { data, errors } = Papa.parse<string[]>(stdout.slice(1).trimEnd(), { newline: '\r\n' });
    expect(errors.filter(({ type }) => type !== 'Delimiter')).toEqual([]);
    const cells = data.flat();
    const formulae = cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && isNaN(Number(cell)));
    expect(formulae).toEqual([]);
    expect(new Set(data.map((row) => row.length)).size).toBe(1);
  });
});

describe('a manifest', () => {
  it.each(EVERY_COMMAND)('gives the same bytes again: nv %s %s %s', async (...args) => {
    for (const format of ['table', 'json', 'csv', 'geojson', 'kml', 'fgb']) {
      const manifest = join(folder, 'manifest.json');
      const first = await nv(...args, '--format', format, '--manifest', manifest);
      if (first.status !== 0) {
        expect(first.stderr).toContain('no geometry');
        expect(args[0]).toBe('validate');
        continue;
      }
      expect(await nv('replay', manifest)).toEqual({ ...first, stderr: '' });
      expect(JSON.parse(readFileSync(manifest, 'utf8'))).toMatchObject({ program: 'nv' });
    }
  });
});
