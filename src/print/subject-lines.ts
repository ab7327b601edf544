import { geoStream } from 'd3-geo';
import type { DrawnAt, MapSource } from './ground';
import type { Box } from './shapes';
import { StyleValues } from './style-values';

/** Style layers of what the map is about: names stand beside these lines where they can. */
const SUBJECTS = new Set(['corridor-in-hand', 'ways', 'proximity']);

/** Points between two boxes, and their side. */
const STEP = 4;

/** Small boxes along the lines that the map is about. */
export function subjectLineBoxes(source: MapSource, at: DrawnAt): Box[] {
  const boxes: Box[] = [];
  let last: [number, number] | null = null;
  const along = at.projection.stream({
    point(x, y) {
      const steps = last ? Math.ceil(Math.hypot(x - last[0], y - last[1]) / STEP) : 1;
      const [fromX, fromY] = last ?? [x, y];
      for (let i = 1; i <= steps; i++)
        boxes.push({
          x: fromX + ((x - fromX) * i) / steps - STEP / 2,
          y: fromY + ((y - fromY) * i) / steps - STEP / 2,
          width: STEP,
          height: STEP,
        });
      last = [x, y];
    },
    lineStart: () => void (last = null),
    lineEnd: () => void (last = null),
    polygonStart: () => undefined,
    polygonEnd: () => undefined,
  });
  for (const layer of source.layers) {
    if (layer.type !== 'line' || !SUBJECTS.has(layer.id)) continue;
    const values = new StyleValues(layer, at.zoom);
    if (!values.drawn) continue;
    for (const feature of source.features(layer.source)?.features ?? [])
      if (values.takes(feature) && feature.geometry.type.endsWith('LineString'))
        geoStream(feature, along);
  }
  return boxes;
}
