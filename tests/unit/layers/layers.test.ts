import { describe, expect, test } from 'vitest';
import { LANGS } from '../../../src/core/types';
import { PROJECTION_IDS } from '../../../src/core/projections';
import { Language } from '../../../src/i18n/language';
import { LAYERS } from '../../../src/layers';
import { FONT_FACES } from '../../../src/layers/font-faces';
import { ownLayers } from '../../../src/layers/own';
import { LAYER_IDS } from '../../../src/layers/ids';
import type { StyleContext } from '../../../src/layers/layer';
import { SIGNS, signParts, type SignId } from '../../../src/layers/signs';
import { SLOTS, slotOf } from '../../../src/layers/slots';
import { THEME_IDS, THEMES } from '../../../src/layers/theme';

const contexts: StyleContext[] = THEME_IDS.flatMap((theme) =>
  LANGS.flatMap((lang) =>
    PROJECTION_IDS.map((projection) => ({
      theme: THEMES[theme],
      lang,
      projection,
      opacity: 0.5,
      corridors: ['bam'],
    })),
  ),
);

test('an id without a slot is refused', () => {
  expect(() => slotOf('catchment-glow')).toThrow(/catchment-glow/);
});

test('every style layer has its own slot', () => {
  const ids = LAYER_IDS.flatMap((id) => LAYERS[id].layers(contexts[0]!).map((layer) => layer.id));
  for (const id of ids) expect(() => slotOf(id)).not.toThrow();
  expect(new Set(ids).size).toBe(ids.length);
});

test('every slot is used, by a layer or by the marks of the map', () => {
  const context = { ...contexts[0]!, regions: ['cn-hl'] };
  const used = new Set<string>(
    LAYER_IDS.flatMap((id) => LAYERS[id].layers(context).map((layer) => layer.id)),
  );
  const style = { color: '#123456', size: 4, opacity: 1 };
  const raster = { source: { type: 'raster' as const, tiles: [] as string[] }, layers: [] };
  const own = [undefined, raster].flatMap((tiles) =>
    ownLayers({ id: 'x', url: '', style, tiles }, THEMES.light),
  );
  for (const { id } of own) used.add(id.split(':')[0]!);
  const marks = ['sea', 'hovered-line', 'selected-line', 'hovered-point', 'selected-point'];
  expect(SLOTS.filter((slot) => !used.has(slot) && !marks.includes(slot))).toEqual([]);
});

test.each(LAYER_IDS)('%s is declared under its own id', (id) => {
  expect(LAYERS[id].id).toBe(id);
});

test('legend entries of one layer can be told apart by their words', () => {
  for (const id of LAYER_IDS) {
    const labels = LAYERS[id].legend(contexts[0]!).map(({ label }) => Language.english.text(label));
    expect(new Set(labels).size).toBe(labels.length);
  }
});

test('text is written in declared faces only', () => {
  for (const context of contexts)
    for (const id of LAYER_IDS)
      for (const layer of LAYERS[id].layers(context)) {
        const font = (layer as { layout?: { 'text-font'?: string[] } }).layout?.['text-font'];
        for (const name of font ?? []) expect(FONT_FACES).toHaveProperty([name]);
      }
});

describe.each(THEME_IDS)('theme %s', (id) => {
  const theme = THEMES[id];

  test.each(['ink', 'inkSoft', 'inkRegion', 'inkCountry', 'inkFaint'] as const)(
    '%s is legible on its halo (WCAG AA)',
    (ink) => expect(contrast(theme[ink], theme.halo)).toBeGreaterThanOrEqual(4.5),
  );

  test('names of waters are legible on the sea', () => {
    expect(contrast(theme.inkWater, theme.sea)).toBeGreaterThanOrEqual(4.5);
  });

  test('corridors stand out from land and sea (WCAG: graphics, 3 to 1)', () => {
    for (const colour of theme.corridors) {
      expect(contrast(colour, theme.land)).toBeGreaterThanOrEqual(3);
      expect(contrast(colour, theme.sea)).toBeGreaterThanOrEqual(2.4);
    }
  });

  test('linkages stand out from land, sea and every macro-region', () => {
    for (const colour of Object.values(theme.linkage)) {
      for (const ground of [theme.land, theme.contextLand, ...Object.values(theme.macroRegion)])
        expect(contrast(colour, ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(3);
      expect(contrast(colour, theme.sea), `${colour} on the sea`).toBeGreaterThanOrEqual(2.4);
    }
  });

  test('every sign is drawn in colours of the theme', () => {
    for (const sign of Object.keys(SIGNS) as SignId[])
      for (const part of [...signParts(sign, theme), ...signParts(sign, theme, true)])
        expect(part.fill ?? part.stroke).toMatch(/^#[0-9a-f]{6}$/);
  });
});

/** Contrast ratio of WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const value = parseInt(hex.slice(i, i + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
