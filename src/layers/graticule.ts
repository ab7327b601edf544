import type { FeatureCollection, Position } from 'geojson';
import { face } from './labels';
import type { LayerDeclaration } from './layer';

const LNG_STEP = 10;
const LAT_STEP = 10;
/** Short enough that a parallel bends smoothly in every projection. */
const POINT_STEP = 1;

/** Meridians and parallels of the world, each 10 degrees, the meridians up to 80 degrees. */
export function graticuleFeatures(): FeatureCollection {
  const line = (id: string, label: string, coordinates: Position[]) => ({
    type: 'Feature' as const,
    id,
    properties: { id, label },
    geometry: { type: 'LineString' as const, coordinates },
  });
  const features = [];
  for (let lng = -180; lng < 180; lng += LNG_STEP)
    features.push(
      line(
        `meridian-${lng}`,
        degrees(lng, 'E', 'W'),
        range(-80, lng % 90 === 0 ? 90 : 80, POINT_STEP).map((lat) => [lng, lat]),
      ),
    );
  for (let lat = -80; lat <= 80; lat += LAT_STEP)
    features.push(
      line(
        `parallel-${lat}`,
        degrees(lat, 'N', 'S'),
        range(-180, 180, POINT_STEP).map((lng) => [lng, lat]),
      ),
    );
  return { type: 'FeatureCollection', features };
}

const degrees = (value: number, plus: string, minus: string): string =>
  value === 0 || value === -180
    ? `${Math.abs(value)}°`
    : `${Math.abs(value)}° ${value > 0 ? plus : minus}`;

const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);

export const graticule: LayerDeclaration = {
  id: 'graticule',
  title: 'layer.graticule',
  group: 'base',
  data: 'made',
  visible: true,
  selectable: false,
  draw: (feature) => ({ label: String(feature.properties?.label) }),
  layers: (context) => [
    {
      id: 'graticule',
      type: 'line',
      paint: {
        'line-color': context.theme.graticule,
        'line-width': 0.5 * context.theme.scale,
        'line-opacity': 0.38 * context.opacity,
      },
    },
    {
      id: 'graticule-labels',
      type: 'symbol',
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 600,
        'text-field': ['get', 'label'],
        'text-font': face('regular'),
        'text-size': 8.5 * context.theme.scale,
        'text-padding': 20,
      },
      paint: {
        'text-color': context.theme.inkWater,
        'text-halo-color': context.theme.halo,
        'text-halo-width': 0.8,
        'text-opacity': 0.6 * context.opacity,
      },
    },
  ],
  legend: () => [],
};
