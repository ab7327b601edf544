import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { Language } from '../../src/i18n/language';
import { findings } from '../e2e/axe';
import { mapIdle, useBrowser, visit } from '../e2e/browser';

useBrowser();

const SETTLEMENTS = '**/geodata/settlements.*';
const ASSUMPTIONS = '**/geodata/assumptions.*';

/** What each panel shows when a file that it needs cannot be read. */
const FAILING = [
  ['a corridor', 'corridor=primorye-1', SETTLEMENTS],
  ['corridors side by side', 'corridor=primorye-1,primorye-2', SETTLEMENTS],
  ['a route', 'panel=routes&from=harbin&to=novosibirsk', ASSUMPTIONS],
  ['a scenario', 'panel=scenario', ASSUMPTIONS],
  ['a reach', 'panel=reach&hub=harbin', SETTLEMENTS],
  ['a border belt', 'panel=regions&border=border-mn-ru', SETTLEMENTS],
  ['the ranking of hubs', 'panel=regions&within=1000', ASSUMPTIONS],
] as const;

async function open(query: string, before: (page: Page) => Promise<unknown>) {
  const visited = await visit({ address: `?lang=ru&${query}`, before });
  await visited.page.locator('html[lang^="ru"]').waitFor();
  return visited;
}

describe('a panel whose data cannot be read', () => {
  it.each(FAILING)(
    'says so of %s in the language, and axe finds nothing',
    async (_, query, file) => {
      const { page, close } = await open(query, (page) =>
        page.route(file, (route) => route.abort()),
      );
      const t = await Language.load('ru');
      const alert = page.locator('#panel').getByText(t.text('failure.data-unread'));
      await alert.first().waitFor({ timeout: 60_000 });
      expect(await findings(page)).toEqual([]);
      await close();
    },
  );
});

describe('a panel that waits', () => {
  it.each([
    ['a corridor', 'corridor=primorye-1', SETTLEMENTS],
    ['a reach', 'panel=reach&hub=harbin', SETTLEMENTS],
    ['a scenario', 'panel=scenario', ASSUMPTIONS],
  ] as const)('says so of %s, and axe finds nothing', async (_, query, file) => {
    const { page, close } = await open(query, (page) =>
      // Never answered: the visit is closed before.
      page.route(file, () => undefined),
    );
    await page.locator('#panel').getByRole('status').first().waitFor({ timeout: 60_000 });
    expect(await findings(page)).toEqual([]);
    await close();
  });
});

describe('a place that nobody knows', () => {
  it('is named in the message, in the language', async () => {
    const { page, close } = await open('panel=routes&from=harbin&to=atlantis', () =>
      Promise.resolve(),
    );
    await mapIdle(page);
    await page.getByRole('alert').filter({ hasText: '«atlantis»' }).waitFor({ timeout: 60_000 });
    expect(await findings(page)).toEqual([]);
    await close();
  });
});
