import { createExpression } from '@maplibre/maplibre-gl-style-spec';
import type { Feature } from 'geojson';
import { expect, test } from 'vitest';
import type { Lang } from '../../../src/core/types';
import { sideWords } from '../../../src/i18n/degrees';
import { Language } from '../../../src/i18n/language';
import { LAYERS } from '../../../src/layers';
import { graticuleFeatures } from '../../../src/layers/graticule';
import { THEMES } from '../../../src/layers/theme';

/** What the map writes at a line of the graticule. */
async function written(lang: Lang | undefined, id: string): Promise<string> {
  const layers = LAYERS.graticule.layers({
    theme: THEMES.light,
    lang: lang ?? 'en',
    projection: 'north-asia',
    sideWords: lang && sideWords(await Language.load(lang)),
    opacity: 1,
    corridors: [],
  });
  const layout = layers.find((layer) => layer.id === 'graticule-labels')!.layout as never;
  const field = createExpression(layout['text-field'], 'layers[0].layout.text-field');
  if (field.result === 'error') throw new Error(field.value.map(String).join());
  const line = graticuleFeatures().features.find((feature) => feature.id === id)!;
  const properties = LAYERS.graticule.draw!(line as Feature)!;
  return String(field.value.evaluate({ zoom: 3 }, { type: 2, properties }));
}

test('degrees stand on the map in its language', async () => {
  expect(await written('en', 'lng110')).toBe('110° E');
  expect(await written('zh', 'lng110')).toBe('东经110°');
  expect(await written('ru', 'lng-170')).toBe('170°\u00a0з.\u00a0д.');
  expect(await written('mn', 'lat50')).toBe('х.ө.\u00a050°');
  expect(await written('zh', 'lat0')).toBe('0°');
  expect(await written('ru', 'lng-180')).toBe('180°');
  expect(await written(undefined, 'lat50')).toBe('50°');
});
