import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Seen } from '../print/seen';

type Properties = Readonly<Record<string, unknown>>;

/** What the map draws now, as a legend asks for it: on paper `print/seen.ts` answers the same. */
export function seenOnScreen(map: MapLibreMap): Seen {
  const drawn = new Map<string, Properties[]>();
  for (const { source, properties } of map.queryRenderedFeatures()) {
    // The point that carries an area's name is not the thing itself.
    if (properties.label === true) continue;
    const held = drawn.get(source);
    if (held) held.push(properties);
    else drawn.set(source, [properties]);
  }
  return (source, fits) => {
    const held = drawn.get(source) ?? [];
    return fits ? held.some(fits) : held.length > 0;
  };
}
