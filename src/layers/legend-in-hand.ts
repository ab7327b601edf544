import type { FeatureCollection } from 'geojson';
import type { Lang, Name } from '../core/types';
import type { Language } from '../i18n/language';
import { corridorColour } from './corridors';
import type { LegendEntry, Swatch } from './layer';
import type { Theme } from './theme';

/** A corridor in hand with its name, in the colour that the map gives it. */
export interface CorridorInHand {
  id: string;
  name: string;
  color: string;
}

/**
 * @param ids of the corridors in hand
 * @param colours their places in the set of colours; absent: their own
 * @param features of the layer of corridors
 */
export function corridorsInHand(
  ids: readonly string[],
  colours: Readonly<Record<string, number>> | undefined,
  features: FeatureCollection | undefined,
  theme: Theme,
  lang: Lang,
): CorridorInHand[] {
  return (features?.features ?? [])
    .filter(({ id }) => ids.includes(String(id)))
    .map(({ id, properties }) => ({
      id: String(id),
      name: String((properties?.name as Partial<Name> | undefined)?.[lang]),
      color: corridorColour(theme, colours?.[String(id)] ?? Number(properties?.colour ?? 0)),
    }));
}

/** The colour of the outlines where all are of one corridor. */
export function outlineColour(
  outlines: readonly { properties: { corridor?: string | undefined } }[],
  inHand: readonly CorridorInHand[],
): string | undefined {
  const [of, ...others] = new Set(outlines.map(({ properties }) => properties.corridor));
  return others.length > 0 ? undefined : inHand.find(({ id }) => id === of)?.color;
}

/**
 * An entry in the words of a language: the corridors in hand by name in their colours, outlines in the
 * colour drawn.
 *
 * @param inHand those of which something is seen
 * @param outline the colour of all outlines, where it is not the usual one
 */
export function wordedEntries(
  { label, swatch }: LegendEntry,
  inHand: readonly CorridorInHand[],
  outline: string | undefined,
  t: Language,
): { label: string; swatch: Swatch }[] {
  if (label === 'legend.corridor-in-hand' && swatch.kind === 'line')
    return inHand.map(({ name, color }) => ({
      label: name,
      swatch: { ...swatch, strokes: swatch.strokes.map((stroke) => ({ ...stroke, color })) },
    }));
  if (label === 'legend.within-radius' && swatch.kind === 'fill' && outline)
    return [{ label: t.text(label), swatch: { ...swatch, fill: outline, stroke: outline } }];
  return [{ label: t.text(label), swatch }];
}
