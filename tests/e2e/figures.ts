import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Way } from './nv';

/** The number in a text of any of the four languages: `1,234.5 km` and `−1 234,5 км` alike. */
export const digits = (text: string): number =>
  Number(
    text
      .replace('−', '-')
      .replace(/(\d),(\d{1,2})(?!\d)/, '$1.$2')
      .replaceAll(/km²|км²|[^\d.-]|\.$/g, ''),
  );

/** Kilometres and hours of the way in hand, once they answer what the form asks. */
export async function routeShown(page: Page): Promise<{ km: number; hours: number }> {
  await page.locator('[data-testid="route"][data-stale="false"]').waitFor({ timeout: 90_000 });
  const [km] = (await page.getByTestId('route-km').innerText()).split('\n');
  const hours = await page.getByTestId('route-hours').innerText();
  return { km: digits(km!), hours: digits(/[\d.,\s]+/.exec(hours)![0]) };
}

/** The same of a way of `nv`, rounded as the page rounds. */
export const routeExpected = ({ distanceKm, hours }: Way): { km: number; hours: number } => ({
  km: Math.round(distanceKm),
  hours: Number(hours.typical.toFixed(hours.typical < 100 ? 1 : 0)),
});

/** The table of what a scenario does to a way: km, hours, crossings, gauge breaks. */
export async function expectEffect(page: Page, today: Way, scenario: Way): Promise<void> {
  const count = ({ crossings, gaugeBreaks }: Way) => [crossings.length, gaugeBreaks.length];
  const figures = (way: Way) => [...Object.values(routeExpected(way)), ...count(way)];
  const rows = page.getByTestId('effect').locator('tbody tr');
  await expect
    .poll(async () => {
      const texts = await rows.evaluateAll((found) =>
        found.map((row) => [...row.querySelectorAll('td')].slice(0, 2).map((td) => td.innerText)),
      );
      return [0, 1].map((column) => texts.map((cells) => digits(cells[column] ?? '')));
    })
    .toEqual([figures(today), figures(scenario)]);
}

export interface Compared {
  id: string;
  distanceKm: number;
  way: { hours: { typical: number }; crossings: object[]; gaugeBreaks: object[] };
  catchment: { areaKm2: number; population: number; hubs: object[] };
  exclusive: { population: number };
}

/** Every main figure of corridors side by side is that of the command. */
export async function expectCompared(page: Page, compared: readonly Compared[]): Promise<void> {
  for (const { id, distanceKm, way, catchment, exclusive } of compared) {
    const figure = async (key: string): Promise<number> =>
      digits(await page.locator(`td[data-corridor="${id}"] [data-figure="${key}"]`).innerText());
    expect(await figure('length.distanceKm'), id).toBe(Math.round(distanceKm));
    expect(await figure('hours.total'), id).toBeCloseTo(way.hours.typical, 0);
    expect(await figure('passed.crossings'), id).toBe(way.crossings.length);
    expect(await figure('passed.gaugeBreaks'), id).toBe(way.gaugeBreaks.length);
    expect(await figure('catchment.areaKm2'), id).toBe(Math.round(catchment.areaKm2));
    expect(await figure('catchment.population'), id).toBe(catchment.population);
    expect(await figure('catchment.hubs'), id).toBe(catchment.hubs.length);
    expect(await figure('exclusive.population'), id).toBe(exclusive.population);
  }
}

export const comparedReady = (page: Page, radius: number): Promise<void> =>
  page.locator(`[data-testid="comparison"][data-radius="${radius}"]`).waitFor({ timeout: 90_000 });
