import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { findings } from './axe';
import { expectClean, goTo, mapIdle, queryOf, useBrowser, useVisit } from './browser';
import { routeExpected as expected, routeShown as shown } from './figures';
import { nvRoute } from './nv';

useBrowser();
const shared = useVisit();

/** The first place of the open list that begins with a text. */
const option = (page: Page, text: string) =>
  page
    .locator('#panel ul:not([hidden]) [role="option"]')
    .filter({ hasText: new RegExp(`^\\s*${text}`) })
    .first();

describe('a route', () => {
  it('is asked by mouse: found, compared, changed by modes and by dragging its end', async () => {
    const { page } = shared();
    await page.getByRole('button', { name: 'Routes', exact: true }).click();
    await page.getByText('Say where from and where to').waitFor();
    for (const [field, text] of [
      ['From', 'harb'],
      ['To', 'vladiv'],
    ] as const) {
      await page.getByRole('combobox', { name: field, exact: true }).click();
      await page.keyboard.type(text);
      await option(page, '').click();
    }
    const all = await nvRoute('harbin', 'vladivostok', '--alternatives', '3');
    expect(await shown(page)).toEqual(expected(all));
    const ways = page.getByTestId('ways').getByRole('radio');
    expect(await ways.count()).toBe(1 + all.alternatives!.length);
    expect(await findings(page)).toEqual([]);

    await ways.nth(1).click();
    expect(await shown(page)).toEqual(expected(all.alternatives![0]!));

    await page.getByRole('checkbox', { name: 'road' }).click();
    await page.getByRole('checkbox', { name: 'sea' }).click();
    const rail = await nvRoute('harbin', 'vladivostok', '--modes', 'rail', '--alternatives', '3');
    await expect.poll(() => shown(page)).toEqual(expected(rail));

    const pin = page.locator('[data-pin="to"]');
    await page.getByRole('button', { name: 'Show the whole way' }).click();
    await mapIdle(page);
    // Waits until the pin stands still and nothing lies over it.
    await pin.hover();
    const { x, y } = (await pin.boundingBox())!;
    await page.mouse.down();
    await page.mouse.move(x - 40, y - 30, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => (await queryOf(page)).to).not.toBe('vladivostok');
    const dragged = await nvRoute(
      'harbin',
      (await queryOf(page)).to!,
      '--modes',
      'rail',
      '--alternatives',
      '3',
    );
    await expect.poll(() => shown(page)).toEqual(expected(dragged));
    expect(await queryOf(page)).toMatchObject({ panel: 'routes', from: 'harbin', modes: 'rail' });
    expectClean(shared());
  });

  it('is asked in Russian by keyboard alone, by time and through another place', async () => {
    const { page } = shared();
    await goTo(page, '?lang=ru&panel=routes');
    await page.getByTestId('route').waitFor({ state: 'detached' });
    const field = page.getByRole('combobox', { name: 'Откуда', exact: true });
    await field.focus();
    await page.keyboard.type('Харбин');
    await option(page, 'Харбин').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Куда', exact: true }).focus();
    await page.keyboard.type('131.9,43.2');
    await page.keyboard.press('Enter');
    const straight = await nvRoute('harbin', '131.9,43.2', '--alternatives', '3');
    expect(await shown(page)).toEqual(expected(straight));

    await page.getByRole('radio', { name: 'расстоянию' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Добавить место по пути' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Хабаровск');
    await option(page, 'Хабаровск').waitFor();
    await page.keyboard.press('Enter');
    const options = ['--by', 'time', '--via', 'khabarovsk', '--alternatives', '3'];
    const slow = await nvRoute('harbin', '131.9,43.2', ...options);
    await expect.poll(async () => (await queryOf(page)).via).toBe('khabarovsk');
    await expect.poll(() => shown(page)).toEqual(expected(slow));
    const command = page.getByTestId('command');
    expect((await command.textContent())!.split(' ').sort()).toEqual(
      ['nv', 'route', 'harbin', '131.9,43.2', ...options].sort(),
    );
    expectClean(shared());
  });

  it('goes another way in January than in August, or not at all', async () => {
    const by = ['--modes', 'sea', '--alternatives', '3'];
    const answering = Promise.all([
      nvRoute('murmansk', 'vladivostok', '--month', '1', ...by),
      nvRoute('murmansk', 'vladivostok', '--month', '8', ...by),
    ]);
    const address = '?panel=routes&from=murmansk&to=vladivostok&modes=sea&month=1';
    const { page } = shared();
    await goTo(page, address);
    const [january, august] = await answering;
    await expect.poll(() => shown(page)).toEqual(expected(january));
    await page.getByLabel('Month').selectOption('8');
    await expect.poll(() => shown(page)).toEqual(expected(august));
    expect(august.distanceKm).toBeLessThan(january.distanceKm);
    expect(await page.getByTestId('route-seasonal').innerText()).toContain('Jul');

    await page.getByRole('checkbox', { name: 'rail' }).click();
    await page.getByRole('checkbox', { name: 'sea' }).click();
    await page.getByRole('combobox', { name: 'To', exact: true }).click();
    await page.keyboard.type('Norilsk');
    await option(page, 'Norilsk').click();
    await page.getByTestId('no-way').getByText('There is no way.').waitFor();
    expect(await findings(page)).toEqual([]);
    expectClean(shared());
  });
});
