import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { FONT_FILES } from '../../src/layers/font-faces';

const root = fileURLToPath(new URL('../../', import.meta.url));
const held = new Set(readFileSync(join(root, 'static/fonts/characters.txt'), 'utf8'));

/** Every string under a `name` key of a layer: what the map writes. */
function names(value: unknown, under = false): string[] {
  if (typeof value === 'string') return under ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => names(item, under));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'coordinates' ? [] : names(item, under || key === 'name'),
  );
}

test.each(readdirSync(join(root, 'geodata')).filter((name) => /\.(geo)?json$/.test(name)))(
  'the fonts hold every letter of the names in %s (else: npm run fonts)',
  (name) => {
    const text = names(JSON.parse(readFileSync(join(root, 'geodata', name), 'utf8'))).join('');
    expect([...new Set(text)].filter((char) => char > ' ' && !held.has(char))).toEqual([]);
  },
);

test.each(['en', 'zh', 'ru', 'mn'])(
  'the fonts hold every letter of the messages in %s (else: npm run fonts)',
  (lang) => {
    const text = readFileSync(join(root, 'src/i18n/messages', `${lang}.json`), 'utf8');
    expect([...new Set(text)].filter((char) => char > ' ' && !held.has(char))).toEqual([]);
  },
);

test('every font file is there, and the first map needs less than 260 kB of them', () => {
  for (const { path } of FONT_FILES) expect(existsSync(join(root, 'static', path))).toBe(true);
  const first = FONT_FILES.filter(
    ({ script, style }) => script === 'latin' || script === 'cyrillic' || style === 'regular',
  );
  const bytes = first.reduce((sum, { path }) => sum + statSync(join(root, 'static', path)).size, 0);
  expect(bytes).toBeLessThan(260_000);
});
