import type { Theme } from './theme';

/** The seven colours of a scale: of figures, or of differences around no change. */
export const heatColours = (theme: Theme, diverging: boolean): readonly string[] =>
  diverging ? theme.heat.difference : theme.heat.figure;

/** Black or white, whichever reads better on a colour; the worse of the two has at least 4.5:1. */
export function inkOn(colour: string): '#000000' | '#ffffff' {
  const light = luminance(colour);
  return (light + 0.05) / 0.05 > 1.05 / (light + 0.05) ? '#000000' : '#ffffff';
}

/** Relative luminance as WCAG 2 defines it, of `#rrggbb`. */
export function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
