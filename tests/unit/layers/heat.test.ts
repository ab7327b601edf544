import { describe, expect, it } from 'vitest';
import { heatColours, inkOn, luminance } from '../../../src/layers/heat';
import { THEME_IDS, THEMES } from '../../../src/layers/theme';

describe('the colours of a scale', () => {
  it.each(THEME_IDS)('are readable in every cell of the %s theme', (theme) => {
    for (const diverging of [false, true])
      for (const colour of heatColours(THEMES[theme], diverging)) {
        const [light, dark] = [luminance(colour), luminance(inkOn(colour))].sort((a, b) => b - a);
        expect((light! + 0.05) / (dark! + 0.05)).toBeGreaterThanOrEqual(4.5);
      }
  });

  it('rise or fall in lightness all along, so that no colour vision is needed', () => {
    for (const theme of THEME_IDS) {
      const lights = heatColours(THEMES[theme], false).map(luminance);
      const sorted = [...lights].sort((a, b) => a - b);
      expect([sorted, [...sorted].reverse()]).toContainEqual(lights);
    }
  });
});
