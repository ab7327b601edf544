import { describe, expect, it } from 'vitest';
import { goTo, mapIdle, useBrowser, visit } from './browser';

useBrowser();

describe('trouble', () => {
  it('in the address is named, markup in it stays text, and the default is used', async () => {
    const { page, close } = await visit({
      address: '?lang=fr&projection=flat&radius=-3&layers=hubs,unicorns',
    });
    await mapIdle(page);
    const notices = await page.getByRole('alert', { name: 'Notice' }).innerText();
    for (const value of ['fr', 'flat', '-3', 'unicorns']) expect(notices).toContain(`“${value}”`);
    expect(await page.getByLabel('Projection').inputValue()).toBe('north-asia');

    await goTo(page, '?corridor=atlantis');
    await page.getByText('There is no corridor “atlantis”').waitFor();
    await page.getByRole('button', { name: /^Trans-Siberian/ }).waitFor();

    await goTo(page, `?lang=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    await page.getByText('<img src=x onerror=alert(1)>').waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    await close();
  });

  it('with a broken data file or feature is named, and the rest of the map is drawn', async () => {
    const { page, close } = await visit({
      before: async (page) => {
        await page.route('**/geodata/water.geojson', (route) =>
          route.fulfill({ body: '{"type":' }),
        );
        await page.route('**/geodata/hubs.geojson', async (route) => {
          const response = await route.fetch();
          const layer = (await response.json()) as {
            features: { geometry: { coordinates: number[] } }[];
          };
          layer.features[0]!.geometry.coordinates = [0, 95];
          await route.fulfill({ json: layer });
        });
      },
    });
    await page.getByText('water.geojson could not be read').waitFor();
    await page.getByText('1 feature is broken and left out').waitFor();
    await page.getByRole('button', { name: /^Trans-Siberian/ }).waitFor();
    await mapIdle(page);
    await close();
  });

  it('without WebGL is said, and lists and figures still work', async () => {
    const { page, close } = await visit({
      before: (page) =>
        page.addInitScript(() => {
          HTMLCanvasElement.prototype.getContext = () => null;
        }),
    });
    await page.getByText('this browser or device gives no WebGL').waitFor();
    await page.getByRole('button', { name: /^Baikal/ }).click();
    await page.getByTestId('catchment-people').waitFor();
    await close();
  });
});
