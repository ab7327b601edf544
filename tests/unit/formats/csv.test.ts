import { describe, expect, it } from 'vitest';
import { csvText } from '../../../src/formats/csv';

const columns = [{ key: 'name' }, { key: 'km', digits: 1 }];

describe('a table as CSV', () => {
  it('begins with a byte order mark and keeps every script', () => {
    const text = csvText(columns, [{ name: 'Хөвсгөл, 哈尔滨', km: 1.25 }]);
    expect(text).toBe('\uFEFFname,km\r\n"Хөвсгөл, 哈尔滨",1.3\r\n');
  });

  it.each(['=1+1', '+7', '-x', '@SUM(A1)'])(
    'guards the text %s against being a formula',
    (name) => {
      expect(csvText(columns, [{ name, km: 0 }])).toContain(`'${name}`);
    },
  );

  it('does not touch numbers, negative ones too', () => {
    expect(csvText(columns, [{ name: 'a', km: -173.2 }])).toContain('a,-173.2');
  });
});
