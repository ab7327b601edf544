import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from '../../../../src/i18n/messages/en-issues.json';
import expected from '../../../fixtures/bad/expected.json';
import { read } from './read';

const folder = 'tests/fixtures/bad/files';

describe('a broken file is told for what it is', () => {
  it.each(expected)('$name: $codes', async ({ name, codes, good }) => {
    const result = await read(readFileSync(`${folder}/${name}`), name);
    expect(Object.keys(result.codes).sort()).toEqual(codes);
    expect(result.summary.good).toBe(good);
    for (const issue of [...result.reading.issues, ...result.summary.issues]) {
      expect(issue.place).not.toBe('');
      expect(issue.fix).not.toBe('');
    }
  });

  it('at least 120 of them, each in the list', () => {
    expect(expected.length).toBeGreaterThanOrEqual(120);
    expect(readdirSync(folder).sort()).toEqual(expected.map(({ name }) => name).sort());
  });

  it('every code has a sentence that says what it means', () => {
    const codes = new Set(expected.flatMap(({ codes }) => codes as string[]));
    expect([...codes].filter((code) => !(`issue.${code}` in en))).toEqual([]);
  });
});
