import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { sha256, type Manifest } from '../../src/formats/manifest';
import { nvBytes, shellWords } from '../cli/nv';
import { downloaded, expectClean, goTo, queryOf, useBrowser, useVisit } from './browser';

useBrowser();
const shared = useVisit();

const folder = mkdtempSync(join(tmpdir(), 'nv-take-'));

/** What the command line writes that was copied from the page. */
const run = (command: string): Promise<Buffer> => nvBytes(...shellWords(command));

/** A file of the panel, kept where a command can read it. */
async function download(page: Page, name: RegExp | string, fileName: string): Promise<string> {
  const exact = typeof name === 'string' ? { name, exact: true } : { name };
  const path = join(folder, fileName);
  writeFileSync(path, await downloaded(page, page.locator('#panel').getByRole('button', exact)));
  return path;
}

/** Drops a file on the map. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const files = await page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text!], name!, { type: 'application/json' }));
      return transfer;
    },
    [name, text],
  );
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.locator('.canvas').dispatchEvent(type, { dataTransfer: files });
}

const RESULTS = [
  ['a route', '?panel=routes&from=harbin&to=vladivostok&by=time', '[data-testid="route"]'],
  ['a reach', '?panel=reach&hub=irkutsk&month=2', '[data-testid="reach"]'],
  ['a matrix', '?panel=matrix&matrix=harbin;pevek;anadyr', '[data-testid="matrix"]'],
  ['a catchment', '?corridor=primorye-1&radius=75', '[data-testid="catchment-people"]'],
  [
    'a comparison',
    '?corridor=primorye-1,primorye-2&radius=40',
    '[data-testid="comparison"][data-radius="40"]',
  ],
  ['a ranking', '?panel=regions&within=1500', '#panel details:has([data-testid="command"])'],
  [
    'a border belt',
    '?panel=regions&border=border-mn-ru&radius=30',
    '#panel details:has([data-testid="command"])',
  ],
  ['the totals of an area', '?panel=regions&area=mongolia', '[data-testid="area"] details'],
  [
    'what a scenario changes',
    '?panel=scenario&scenario=tashtagol-urumqi',
    '#panel details details:has([data-testid="command"])',
  ],
  [
    'scenarios side by side',
    '?panel=scenario&scenarios=tashtagol-urumqi,suifenhe-closed&baseline=1',
    '[data-testid="scenario-table"] tbody[data-pair]',
  ],
  ['a layer', '?panel=data', '#panel details:has([data-testid="command"])'],
] as const;

const FORMS = [
  ['CSV', 'csv'],
  ['GeoJSON', 'geojson'],
  ['FlatGeobuf', 'fgb'],
] as const;

/** A command writes its forms the same way whoever asks: each is tried in all of them once. */
const tried = new Set<string>();

/** Everything that can be taken along of what is shown, beside what its command writes. */
async function takeAll(page: Page, title: string): Promise<void> {
  // What a panel folds away may hold one of them.
  const boxes = page.locator('details:has([data-testid="command"]):not(:has(details))');
  await boxes.first().waitFor();
  for (const box of await boxes.all()) {
    await box.locator('summary').first().click();
    const command = (await box.getByTestId('command').textContent())!;
    const [, verb = ''] = command.split(' ');
    for (const [name, format] of tried.has(verb) ? FORMS.slice(0, 1) : FORMS) {
      const file = await downloaded(page, box.getByRole('button', { name, exact: true }));
      const same = file.equals(await run(`${command} --format ${format}`));
      expect(same, `${title}: ${command}`).toBe(true);
    }
    tried.add(verb);
    await box.locator('summary').first().click();
  }
}

const DRAWINGS = [
  ['Line', ['175,66', '-170,66']],
  ['Area', ['175,66', '-170,66', '-169,70']],
  ['Point', ['104.3,52.3']],
] as const;

describe('the command copied from the page runs and agrees', () => {
  it('for each result in turn, and so do the files', async () => {
    const { page } = shared();
    for (const [title, address, done] of RESULTS) {
      await goTo(page, address);
      await page.locator(done).first().waitFor({ timeout: 90_000 });
      await takeAll(page, title);
    }
    expectClean(shared());
  });

  it('for what is measured', async () => {
    const { page } = shared();
    await goTo(page, '?panel=measure');
    for (const [kind, places] of DRAWINGS) {
      await page.getByRole('button', { name: kind, exact: true }).press('Enter');
      for (const place of places) {
        await page
          .getByRole('combobox', { name: 'Add a point by name or coordinates' })
          .fill(place);
        await page.keyboard.press('Enter');
      }
      const finish = page.getByRole('button', { name: 'Finish' });
      if (kind !== 'Point') await finish.press('Enter');
      await takeAll(page, `measured: ${kind}`);
    }
    // What is drawn stays in the page, for the files to come too.
    await page.getByRole('button', { name: 'Remove all drawings' }).click();
    await page.getByText('No drawings yet').waitFor();
    expectClean(shared());
  });
});

describe('a manifest', () => {
  it('opened in the page asks its question again and says whether the answer is the same', async () => {
    const { page } = shared();
    await goTo(page, '?panel=routes&from=chita&to=harbin&modes=rail');
    await page.locator('[data-testid="route"][data-stale="false"]').waitFor({ timeout: 90_000 });
    await page.getByText('Take along').click();
    const geojson = await download(page, 'GeoJSON', 'route.geojson');
    const { metadata } = JSON.parse(readFileSync(geojson, 'utf8')) as {
      metadata: { sources: { title: string }[]; assumptions: unknown[]; dataVersion: string };
    };
    expect(metadata.sources.length).toBeGreaterThan(0);
    expect(metadata.assumptions.length).toBeGreaterThan(0);
    const path = await download(page, /^Manifest/, 'manifest.json');
    const citation = await page.getByTestId('citation').innerText();
    expect(citation).toContain(metadata.dataVersion);
    expect(citation).toContain('nv route chita harbin');

    // The command replays what the page wrote.
    const replayed = await run(`nv replay ${path}`);
    expect(replayed.equals(readFileSync(geojson))).toBe(true);

    await page.locator('[data-panel="data"]').click();
    await page.getByTestId('replay-file').setInputFiles(path);
    await page.getByText('The answer is the same, byte for byte.').first().waitFor();
    await page.locator('[data-testid="route"][data-stale="false"]').waitFor();
    expect((await queryOf(page)).modes).toBe('rail');

    // One that is dropped on the map is run too, and a panel that does not show its question says so.
    const other = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    const altered = { ...other, outputSha256: '0'.repeat(64), dataVersion: '000000000000' };
    await drop(page, 'changed.json', JSON.stringify(altered));
    await page.getByText('The answer is not the same.').first().waitFor();
    const command = ['route', 'nowhere at all', 'harbin', '--format', 'geojson'];
    await drop(page, 'unknown.json', JSON.stringify({ ...other, command }));
    await page.locator('#panel section [role=alert]').getByText('nowhere at all').waitFor();
    expect(await page.locator('#panel h2').innerText()).toBe('Data');

    // A file that has changed since is named, beside its hash and the manifest's.
    const [scenario, ofFile] = [join(folder, 'mine.json'), join(folder, 'of-file.json')];
    const text = readFileSync('tests/fixtures/scenario.json', 'utf8');
    writeFileSync(scenario, text);
    await run(`nv route chita harbin --scenario ${scenario} --manifest ${ofFile}`);
    writeFileSync(scenario, `${text}\n`);
    await page.getByTestId('replay-file').setInputFiles([ofFile, scenario]);
    const told = page.getByTestId('replay').getByText('is not the one that the manifest was');
    expect(await told.innerText()).toContain(scenario);
    const { inputs } = JSON.parse(readFileSync(ofFile, 'utf8')) as Manifest;
    const hashes = await page.getByTestId('replay').locator('dd').allInnerTexts();
    expect(hashes).toEqual([inputs[scenario], sha256(`${text}\n`)]);

    // What nv wrote leads to the panel that asks its question.
    for (const [question, shown] of [
      ['areas mongolia', '[data-testid="area"]'],
      ['catchment border-mn-ru --radius 30', '[data-testid="command"]:has-text("border-mn-ru")'],
      ['scenarios chita harbin --scenario suifenhe-closed', '[data-testid="scenario-table"]'],
    ] as const) {
      const manifest = join(folder, 'replayed.json');
      await run(`nv ${question} --manifest ${manifest}`);
      await drop(page, 'replayed.json', readFileSync(manifest, 'utf8'));
      // What is folded away is there, and not seen.
      await page.locator(shown).first().waitFor({ state: 'attached' });
      await page.getByText('The answer is the same, byte for byte.').first().waitFor();
    }
    expectClean(shared());
  });
});
