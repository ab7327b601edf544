import { geoOrthographic, geoPath, type GeoProjection } from 'd3-geo';
import type { FeatureCollection, Position } from 'geojson';
import type { Theme } from '../layers/theme';
import { rewound } from './ground';
import type { Mapped } from './mapped';
import { solid, type Box, type Shape } from './shapes';

/** Rings with fewer vertices than this are islands too small for the overview. */
const SMALL_RING = 24;
/** About so many vertices are left of a ring. */
const VERTICES = 220;
/** Strips that the globe's ground is told in. */
const STRIPS = 12;

/** A globe turned to the middle of the map, with what the map shows marked on it. */
export function insetGlobe(
  land: FeatureCollection | undefined,
  map: GeoProjection,
  mapped: Mapped,
  frame: Box,
  at: Box,
  theme: Theme,
): Shape[] {
  const centre = map.invert?.([frame.x + frame.width / 2, frame.y + frame.height / 2]);
  if (!centre) return [];
  const radius = Math.min(at.width, at.height) / 2;
  const globe = geoOrthographic()
    .rotate([-centre[0], -centre[1]])
    .scale(radius - 1)
    .translate([at.x + at.width / 2, at.y + at.height / 2])
    .clipAngle(90);
  const draw = geoPath(globe).digits(1);
  const outline = draw({ type: 'Sphere' }) ?? '';
  const ground = draw(coarse(land)) ?? '';
  const seen = draw({ type: 'LineString', coordinates: frameOnEarth(map, mapped, frame) }) ?? '';
  return [
    {
      kind: 'group',
      name: 'inset',
      children: [
        { kind: 'path', d: outline, fill: solid(theme.sea) },
        { kind: 'path', d: ground, fill: solid(theme.contextLand) },
        ...(seen
          ? [
              {
                kind: 'path' as const,
                d: seen,
                stroke: solid(theme.selected),
                width: 1.1,
                join: 'round' as const,
              },
            ]
          : []),
        { kind: 'path', d: outline, stroke: solid(theme.inkFaint), width: 0.7 },
      ],
    },
  ];
}

/** The ground of the globe in its box, as strips from top to bottom: names find room in the corners. */
export function discBoxes(at: Box): Box[] {
  const radius = Math.min(at.width, at.height) / 2;
  const height = (2 * radius) / STRIPS;
  const [middle, top] = [at.x + at.width / 2, at.y + at.height / 2 - radius];
  return Array.from({ length: STRIPS }, (_, i) => {
    // At the edge of the strip that is nearest to the globe's middle.
    const off = Math.max(0, Math.abs(i + 0.5 - STRIPS / 2) - 0.5) * height;
    const half = Math.sqrt(radius ** 2 - off ** 2);
    return { x: middle - half, y: top + i * height, width: 2 * half, height };
  });
}

/** The border of the map as places on the earth; where it runs over bare paper, straight across. */
function frameOnEarth(
  map: GeoProjection,
  mapped: Mapped,
  { x, y, width, height }: Box,
): Position[] {
  const corners: [number, number][] = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
    [x, y],
  ];
  const places: Position[] = [];
  for (let side = 0; side < 4; side++)
    for (let i = 0; i < 40; i++) {
      const t = i / 40;
      const [a, b] = [corners[side]!, corners[side + 1]!];
      const at: [number, number] = [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
      const place = mapped(...at) && map.invert?.(at);
      if (place) places.push(place);
    }
  return places.length > 0 ? [...places, places[0]!] : places;
}

function coarse(land: FeatureCollection | undefined): FeatureCollection {
  const thin = (ring: Position[]): Position[] => {
    const each = Math.ceil(ring.length / VERTICES);
    return ring.filter((_, i) => i % each === 0 || i === ring.length - 1);
  };
  return {
    type: 'FeatureCollection',
    features: (land?.features ?? []).flatMap(({ geometry }) => {
      const turned = rewound(geometry);
      const polygons =
        turned?.type === 'Polygon'
          ? [turned.coordinates]
          : turned?.type === 'MultiPolygon'
            ? turned.coordinates
            : [];
      const coordinates = polygons
        .filter((polygon) => polygon[0]!.length >= SMALL_RING)
        .map((polygon) => [thin(polygon[0]!)]);
      return coordinates.length === 0
        ? []
        : [{ type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates } }];
    }),
  };
}
