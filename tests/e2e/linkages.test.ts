import { readFileSync } from 'node:fs';
import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { LinkageProps } from '../../src/core/types';
import { findings } from './axe';
import { expectClean, queryOf, useBrowser, useVisit } from './browser';

useBrowser();
const shared = useVisit({ address: '?panel=regions&links=1&layers=linkages,regions,land' });

const all = (
  JSON.parse(readFileSync('geodata/linkages.geojson', 'utf8')) as FeatureCollection
).features.map(({ properties }) => properties as LinkageProps);

describe('the linkages', () => {
  it('are filtered by kind, place and date, carried in the address, and seen from a focal pair', async () => {
    const { page } = shared();
    const param = async (key: string) => (await queryOf(page))[key];
    const said = page.getByTestId('linkage-count');
    const listed = (count: number) =>
      said.filter({ hasText: new RegExp(`^${count} linkages?$`) }).waitFor();
    await listed(all.length);

    // By kind.
    await page.getByRole('checkbox', { name: 'twin', exact: false }).uncheck();
    await listed(all.filter(({ kind }) => kind !== 'twinning').length);
    expect(await param('kinds')).not.toContain('twinning');

    // By a place at either end: both ways round there are some of these.
    await page.getByRole('button', { name: 'Show all' }).click();
    const place = page.getByLabel('With an end in');
    await place.selectOption('cn-hl');
    const ofHeilongjiang = Number.parseInt(await said.innerText());
    expect(ofHeilongjiang).toBeGreaterThanOrEqual(
      all.filter(({ from, to }) => [from, to].includes('cn-hl')).length,
    );
    expect(ofHeilongjiang).toBeLessThan(all.length);
    expect(await param('place')).toBe('cn-hl');

    // By date: what had begun by then, and had not ended.
    await place.selectOption('');
    await page.getByLabel('Begun by').fill('2000');
    const year = (date: string): number => Number(date.slice(0, 4));
    await listed(
      all.filter(({ since, until }) => year(since) <= 2000 && (!until || year(until) >= 2000))
        .length,
    );
    expect(await param('year')).toBe('2000');
    await page.getByRole('button', { name: 'Show all' }).click();
    await listed(all.length);

    // The focal pair of the Umbrella Model, with the countries around it.
    await page.getByLabel('Focal pair (Umbrella Model)').check();
    const focal = page.getByTestId('focal');
    await focal.waitFor();
    const [inside, ...leaving] = (await focal.locator('dd').allInnerTexts()).map(Number);
    await listed(leaving.reduce((sum, count) => sum + count, inside!));
    expect(await param('pair')).toBe('northeast-china,russian-far-east');
    await page.getByRole('row', { name: /^Mongolia .*km/ }).waitFor();
    expect(await findings(page)).toEqual([]);

    // Each is in the list, and its card says since when and from whom it is known.
    await page.getByTestId('linkages').getByRole('button').first().click();
    await page
      .getByText(/^Sources \(\d+\)$/)
      .first()
      .waitFor();
    expectClean(shared());
  });
});
