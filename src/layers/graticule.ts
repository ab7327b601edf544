import type { FeatureCollection, Position } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import { SIDES, sideOf, type SideWords } from '../i18n/degrees';
import { face } from './labels';
import type { LayerDeclaration } from './layer';

const LNG_STEP = 10;
const LAT_STEP = 10;
/** Short enough that a parallel bends smoothly in every projection. */
const POINT_STEP = 1;

/** Meridians and parallels of the world, each 10 degrees, the meridians up to 80 degrees. */
export function graticuleFeatures(): FeatureCollection {
  const line = (degrees: number, axis: 'lng' | 'lat', coordinates: Position[]) => ({
    type: 'Feature' as const,
    id: `${axis}${degrees}`,
    properties: { label: `${Math.abs(degrees)}°`, side: sideOf(degrees, axis) ?? '' },
    geometry: { type: 'LineString' as const, coordinates },
  });
  const features = [];
  for (let lng = -180; lng < 180; lng += LNG_STEP)
    features.push(
      line(
        lng,
        'lng',
        range(-80, lng % 90 === 0 ? 90 : 80, POINT_STEP).map((lat) => [lng, lat]),
      ),
    );
  for (let lat = -80; lat <= 80; lat += LAT_STEP)
    features.push(
      line(
        lat,
        'lat',
        range(-180, 180, POINT_STEP).map((lng) => [lng, lat]),
      ),
    );
  return { type: 'FeatureCollection', features };
}

/** The degrees with their side as the language writes it. */
function label(words: SideWords | undefined): ExpressionSpecification {
  const written: ExpressionSpecification = ['get', 'label'];
  if (!words) return written;
  const sides = SIDES.flatMap((side) => {
    const [before, after] = words[side];
    return [side, ['concat', before, written, after]];
  });
  return ['match', ['get', 'side'], ...sides, written] as unknown as ExpressionSpecification;
}

const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);

export const graticule: LayerDeclaration = {
  id: 'graticule',
  title: 'layer.graticule',
  group: 'base',
  data: 'made',
  visible: true,
  selectable: false,
  draw: ({ properties }) => ({
    label: String(properties?.label),
    side: String(properties?.side),
  }),
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
        'text-field': label(context.sideWords),
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
