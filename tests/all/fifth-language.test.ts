import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mapIdle, useBrowser, visit } from '../e2e/browser';

/**
 * The recipe of the README, followed in a copy of the sources: a fifth language is its catalogue and
 * one row. The catalogue of this one is the English one in double brackets, so that what is not taken
 * from it is seen; Kazakh, since browsers know its numbers and dates.
 */
useBrowser();

const TABLE = 'src/core/types.ts';
const ROW = "  kk: { name: 'Қазақша', locale: 'kk-KZ' },\n";

const catalogue = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(`src/i18n/messages/${name}.json`, 'utf8')) as Record<string, string>;

describe('a fifth language', () => {
  let server: PreviewServer;
  let at: string;

  beforeAll(async () => {
    const copy = mkdtempSync(join(tmpdir(), 'nv-language-'));
    for (const part of [
      'src',
      'static',
      'geodata',
      'vite.config.ts',
      'tsconfig.json',
      'package.json',
    ])
      cpSync(part, join(copy, part), { recursive: true });
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));

    const marked = Object.entries({ ...catalogue('en'), ...catalogue('en-issues') }).map(
      ([key, message]) => [key, `⟦${message}⟧`],
    );
    writeFileSync(
      join(copy, 'src/i18n/messages/kk.json'),
      JSON.stringify(Object.fromEntries(marked)),
    );
    const table = readFileSync(TABLE, 'utf8');
    const end = '} as const satisfies Record<string, { name: string; locale: string }>;';
    expect(table).toContain(end);
    writeFileSync(join(copy, TABLE), table.replace(end, ROW + end));

    execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
      cwd: copy,
      env: { ...process.env, NODE_ENV: 'production' },
    });
    server = await preview({
      configFile: join(copy, 'vite.config.ts'),
      logLevel: 'error',
      preview: { port: 0, host: '127.0.0.1' },
    });
    const address = server.httpServer.address() as { port: number };
    at = `http://127.0.0.1:${address.port}/`;
  });

  afterAll(() => server.close());

  it('is its catalogue and a row: chosen by address, in the menu, with its numbers and plurals', async () => {
    const { page, trouble, close } = await visit({
      at,
      address: '?lang=kk&corridor=bam&story=gauge-break&scene=line',
    });
    page.setDefaultTimeout(120_000);
    await page.locator('html[lang="kk-KZ"]').waitFor();
    await mapIdle(page);
    // A story that nobody has written in it yet is told in English.
    await page.getByRole('heading', { level: 1, name: /\w/ }).waitFor();
    expect(await page.locator('.stage nav').getAttribute('aria-label')).toMatch(/^⟦.*⟧$/);
    await page.keyboard.press('Escape');
    const menu = page.locator('header select').last();
    expect(await menu.inputValue()).toBe('kk');
    expect(await menu.locator('option').allInnerTexts()).toContain('Қазақша');
    await page.locator('[data-panel="corridors"]').click();
    await page.getByRole('heading', { level: 2, name: /^⟦/ }).waitFor();
    await page
      .getByText(/⟦[\d\u00a0]+ km⟧/)
      .first()
      .waitFor();
    // Nothing of the interface is in another language than its own.
    const bare = await page
      .locator('header button, nav button')
      .evaluateAll((buttons) =>
        buttons
          .map((each) => each.getAttribute('aria-label') ?? each.textContent.trim())
          .filter((name) => /\w/.test(name) && !name.includes('⟦')),
      );
    expect(bare).toEqual([]);
    expect(trouble).toEqual([]);
    await close();
  });
});
