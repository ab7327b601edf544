import { describe, expect, it } from 'vitest';
import { tableText } from '../../../src/formats/table-text';

const columns = [
  { key: 'name', title: 'name' },
  { key: 'km', title: 'km', digits: 1 },
];

describe('a table for a terminal', () => {
  it('aligns Han characters, which are two columns wide', () => {
    const text = tableText(
      {
        columns,
        rows: [
          { name: '哈尔滨', km: 1 },
          { name: 'Harbin', km: 22 },
        ],
      },
      80,
    );
    expect(text).toBe('name      km\n------  ----\n哈尔滨   1.0\nHarbin  22.0\n');
  });

  it('shortens the longest text, never a number, to fit the width', () => {
    const text = tableText({ columns, rows: [{ name: 'x'.repeat(200), km: 123456.7 }] }, 40);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
    expect(text).toContain('123456.7');
  });
});
