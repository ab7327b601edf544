import { geoStream, type GeoProjection } from 'd3-geo';
import type { Feature, GeoJsonProperties } from 'geojson';
import { edges, rewound, visiblePoint, type DrawnAt, type MapSource } from './ground';
import { within, type Box } from './shapes';
import { StyleValues } from './style-values';

/**
 * Whether a map draws something of a source, of the features whose drawn properties fit. So a legend
 * explains what its map shows and no more.
 */
export type Seen = (source: string, fits?: (properties: Properties) => boolean) => boolean;
type Properties = NonNullable<GeoJsonProperties>;

/** Points, at a type size of 1: nearer to the edge a sign is cut, and a line no more than touches. */
const EDGE = 5;

/** What is drawn within the frame of a map; `at.pixel` in points. */
export function seenIn(map: MapSource, at: DrawnAt): Seen {
  const edge = EDGE * at.pixel;
  const { x, y, width, height } = at.frame;
  const frame: Box = {
    x: x + edge,
    y: y + edge,
    width: Math.max(0, width - 2 * edge),
    height: Math.max(0, height - 2 * edge),
  };
  const drawn = new Map<string, StyleValues[]>();
  for (const layer of map.layers) {
    if (!('source' in layer)) continue;
    const values = new StyleValues(layer, at.zoom);
    if (values.drawn) drawn.set(layer.source, [...(drawn.get(layer.source) ?? []), values]);
  }
  // Asked once for each feature: an area or a line is long.
  const inside = new Map<Feature, boolean>();
  const isInside = (feature: Feature): boolean => {
    let answer = inside.get(feature);
    if (answer === undefined)
      inside.set(feature, (answer = touches(feature, at.projection, frame)));
    return answer;
  };
  return (source, fits) => {
    const layers = drawn.get(source) ?? [];
    return (map.features(source)?.features ?? []).some(
      (feature) =>
        // The point that carries an area's name is not the thing itself.
        feature.properties?.label !== true &&
        (fits?.(feature.properties ?? {}) ?? true) &&
        layers.some((values) => values.takes(feature)) &&
        isInside(feature),
    );
  };
}

/** Whether some of a feature lies in a box of the page. */
function touches({ geometry }: Feature, projection: GeoProjection, box: Box): boolean {
  if (geometry.type === 'Point') {
    const at = visiblePoint(projection, geometry.coordinates);
    return at !== null && within({ x: at[0], y: at[1], width: 0, height: 0 }, box);
  }
  const whole = rewound(geometry) ?? edges(geometry) ?? geometry;
  const around = projection.clipExtent();
  projection.clipExtent([
    [box.x, box.y],
    [box.x + box.width, box.y + box.height],
  ]);
  let found = false;
  geoStream(
    whole,
    projection.stream({
      point: () => (found = true),
      lineStart: () => undefined,
      lineEnd: () => undefined,
      polygonStart: () => undefined,
      polygonEnd: () => undefined,
    }),
  );
  projection.clipExtent(around);
  return found;
}
