import type { SourceSpecification } from 'maplibre-gl';
import type { LayerDeclaration } from './layer';
import { atScale } from './paint';
import { reliefFrame } from './relief-frames';

/**
 * Relief shade. Planar projections warp no image, so there is one shade per projection, warped when
 * it was built, and its four corners stand exactly where its box was.
 */
export const relief: LayerDeclaration = {
  id: 'relief',
  title: 'layer.relief',
  group: 'base',
  data: 'image',
  visible: true,
  selectable: false,
  source: ({ projection }) => {
    const frame = reliefFrame(projection);
    // The page fills in the image when the map stands: it must not hold up the first picture.
    return { type: 'image', coordinates: frame.corners } as SourceSpecification;
  },
  layers: (context) => [
    {
      id: 'relief',
      type: 'raster',
      paint: {
        // A pixel is 6 km: near, the shade would be a fog, so it gives way.
        'raster-opacity': [
          'interpolate',
          ['linear'],
          ['zoom'],
          atScale(context, 4.6),
          context.opacity,
          atScale(context, 6),
          context.opacity * 0.55,
          atScale(context, 8),
          context.opacity * 0.2,
        ],
        'raster-fade-duration': 0,
        'raster-resampling': 'linear',
      },
    },
  ],
  legend: () => [],
  attribution: ['Relief: KDE Marble'],
};
