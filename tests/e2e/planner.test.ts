import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { findings } from './axe';
import { addressOf, expectClean, goTo, mapIdle, queryOf, useBrowser, visit } from './browser';
import {
  comparedReady,
  expectCompared,
  expectEffect,
  routeExpected,
  routeShown,
  type Compared,
} from './figures';
import { tabTo } from './keys';
import { nv, nvRoute, type Way } from './nv';

useBrowser();

/**
 * The question that the product began with: if the western rail corridor from Xinjiang to Siberia
 * were built, how much nearer would Urumqi and Novosibirsk be, which borders and gauge breaks would
 * freight pass, who lives along it, and is it better than the way through Dostyk?
 */
const CORRIDORS = ['urumqi-dostyk-novosibirsk', 'xinjiang-siberia-western'];
const WHOLE = 'western-corridor-whole';

interface Answers {
  today: Way;
  along: Way;
  sooner: Way;
  compared: Compared[];
}

/** What `nv` answers to it. */
async function commandAnswers(): Promise<Answers> {
  const way = ['urumqi', 'novosibirsk', '--modes', 'rail'];
  const [today, along, sooner, { corridors }] = await Promise.all([
    nvRoute(...way, '--alternatives', '3'),
    nvRoute(...way, '--scenario', WHOLE, '--via', 'khovd'),
    nvRoute(...way, '--scenario', WHOLE, '--by', 'time', '--alternatives', '3'),
    nv<{ corridors: Compared[] }>('compare', ...CORRIDORS, '--radius', '50', '--scenario', WHOLE),
  ]);
  return { today, along, sooner, compared: corridors };
}

/** By distance nothing is gained, and the page says so with the way along the corridor. */
async function expectInVain(page: Page, { along }: Answers): Promise<string> {
  const { km, hours } = routeExpected(along);
  const line = page.locator('[data-ready="true"] p[data-lines~="western-rail-corridor"]');
  // Each further link is asked anew: the last answer has the way along the whole corridor.
  await expect
    .poll(async () => (await line.allInnerTexts()).join('').replaceAll(/[\s,]/g, ''), {
      timeout: 60_000,
    })
    .toContain(String(km));
  const sentence = await line.innerText();
  expect(sentence.replaceAll(',', '.')).toContain(String(hours));
  return sentence;
}

/** Opens a panel by its button in the rail. */
const openPanel = (page: Page, name: string): Promise<void> =>
  page.locator('nav').getByRole('button', { name, exact: true }).click();

/** Asks with the mouse, from the empty map on. */
async function askByMouse(page: Page, answering: Promise<Answers>): Promise<void> {
  await openPanel(page, 'Routes');
  for (const [field, text] of [
    ['From', 'Ürümqi'],
    ['To', 'Novosibirsk'],
  ] as const) {
    await page.getByRole('combobox', { name: field, exact: true }).click();
    await page.keyboard.type(text);
    await page.locator('#panel ul:not([hidden]) [role="option"]').first().click();
  }
  await page.getByRole('checkbox', { name: 'road' }).click();
  await page.getByRole('checkbox', { name: 'sea' }).click();
  const answers = await answering;
  await expect.poll(() => routeShown(page)).toEqual(routeExpected(answers.today));

  await openPanel(page, 'Scenario');
  await page.getByLabel('Scenario in hand').selectOption(`preset:${WHOLE}`);
  expect(await expectInVain(page, answers)).toContain('no nearer');
  await page.getByText('Nothing that is not built would bring them nearer').waitFor();
  expect(await findings(page)).toEqual([]);

  await page.getByRole('radio', { name: 'time' }).click();
  await expectEffect(page, answers.today, answers.sooner);
  await page.getByRole('button', { name: 'Ürümqi – Novosibirsk' }).click();
  await expect.poll(() => routeShown(page)).toEqual(routeExpected(answers.sooner));
  for (const { name } of answers.sooner.crossings)
    await page.getByTestId('ways').getByText(name.en!, { exact: false }).first().waitFor();

  await openPanel(page, 'Corridors');
  for (const name of ['Ürümqi–Dostyk–Semey–Novosibirsk', 'Xinjiang–Siberia, western corridor'])
    await page.getByRole('checkbox', { name: `Compare ${name}` }).check();
  await comparedReady(page, 50);
  await expectCompared(page, answers.compared);
}

/** Back to the beginning, both of the corridors and of the scenario. */
async function undoAll(page: Page): Promise<void> {
  for (let i = 0; i < 2; i++) await page.getByRole('button', { name: 'Undo the choice' }).click();
  expect((await queryOf(page)).corridor).toBeUndefined();
  await openPanel(page, 'Scenario');
  const undo = page.getByRole('button', { name: /^Undo/ });
  while (await undo.isEnabled()) await undo.click();
  await page.getByText('Today is in hand', { exact: false }).waitFor();
  expect((await queryOf(page)).scenario).toBeUndefined();
}

/** Asks the same with the keyboard alone, in Russian. */
async function askByKeyboard(page: Page, answers: Answers): Promise<void> {
  const press = (key: string) => page.keyboard.press(key);
  await tabTo(page, 'Маршруты');
  await press('Enter');
  await page.getByRole('heading', { name: 'Маршруты', exact: true }).waitFor();
  for (const [field, text] of [
    ['Откуда', 'Урумчи'],
    ['Куда', 'Новосибирск'],
  ] as const) {
    await tabTo(page, field);
    await page.keyboard.type(text);
    await page.locator('#panel ul:not([hidden]) [role="option"]').first().waitFor();
    await press('Enter');
  }
  for (const mode of ['автодорога', 'море']) {
    await tabTo(page, mode);
    await press('Space');
  }
  await expect.poll(() => routeShown(page)).toEqual(routeExpected(answers.today));

  await tabTo(page, 'Сценарий', true);
  await press('Enter');
  await page.getByRole('heading', { name: 'Непостроенные линии' }).waitFor();
  for (const line of ['Арц-Суурь – Ховд', 'Курагино – Кызыл', 'Кызыл – Арц-Суурь']) {
    await tabTo(page, new RegExp(`^Железная дорога ${line}`));
    await press('Space');
  }
  expect(await expectInVain(page, answers)).toContain('не становятся ближе');

  await tabTo(page, 'расстоянию', true);
  await press('ArrowRight');
  await expectEffect(page, answers.today, answers.sooner);
  await tabTo(page, 'Урумчи – Новосибирск');
  await press('Enter');
  await expect.poll(() => routeShown(page)).toEqual(routeExpected(answers.sooner));

  await tabTo(page, 'Коридоры', true);
  await press('Enter');
  for (const name of ['Урумчи — Достык', 'западный коридор']) {
    await tabTo(page, 'Найти коридор');
    await press('Control+a');
    await page.keyboard.type(name);
    await tabTo(page, new RegExp(`^Сравнить: .*${name}`));
    await press('Space');
    await tabTo(page, 'Найти коридор', true);
    await press('Shift+Tab');
  }
  await comparedReady(page, 50);
  await expectCompared(page, answers.compared);
}

describe('would the western rail corridor bring Urumqi and Novosibirsk nearer', () => {
  it('is answered with the figures of nv by mouse, sent as an address, undone; and by keyboard in Russian', async () => {
    const answering = commandAnswers();
    const visited = await visit();
    const { page } = visited;
    await mapIdle(page);
    await askByMouse(page, answering);
    const answers = await answering;

    // Sent as an address: another browser shows the same.
    await expect.poll(async () => (await queryOf(page)).corridor).toBe(CORRIDORS.join());
    const sent = await addressOf(page);
    const other = await visit({ address: sent.search + sent.hash });
    await comparedReady(other.page, 50);
    await expectCompared(other.page, answers.compared);
    await openPanel(other.page, 'Routes');
    await expect.poll(() => routeShown(other.page)).toEqual(routeExpected(answers.sooner));
    expect(await queryOf(other.page)).toEqual({ ...(await queryOf(page)), panel: 'routes' });

    await undoAll(page);
    expectClean(visited);
    await visited.close();

    await goTo(other.page, '?lang=ru');
    await other.page.getByRole('heading', { name: 'Коридоры', exact: true }).waitFor();
    await askByKeyboard(other.page, answers);
    expectClean(other);
    await other.close();
  }, 300_000);
});
