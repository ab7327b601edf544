import type { View } from '../data/own/drawing';

/** Most features that one view is filled with. */
const MAX_IN_VIEW = 5000;

/** The features of a FlatGeobuf in the view, by range requests over its index. */
export async function featuresInView(
  url: string,
  view: View | undefined,
  gone: () => boolean,
): Promise<{ blob: Blob; count: number; more: boolean }> {
  const { deserialize } = await import('flatgeobuf/lib/mjs/geojson.js');
  const { west, south, east, north } = view ?? { west: -180, south: -90, east: 180, north: 90 };
  const spans =
    east < west ? [[west, 180] as const, [-180, east] as const] : [[west, east] as const];
  const parts: string[] = [];
  let more = false;
  for (const [minX, maxX] of spans) {
    const found = deserialize(url, { rect: { minX, minY: south, maxX, maxY: north } });
    for await (const feature of found) {
      if (gone()) break;
      if (parts.length === MAX_IN_VIEW) {
        more = true;
        break;
      }
      parts.push(JSON.stringify({ ...feature, properties: { p: feature.properties } }));
    }
  }
  const json = `{"type":"FeatureCollection","features":[${parts.join(',')}]}`;
  return { blob: new Blob([json]), count: parts.length, more };
}
