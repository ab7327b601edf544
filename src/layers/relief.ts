import type { SourceSpecification } from 'maplibre-gl';
import type { LayerDeclaration } from './layer';
import { reliefFrame } from './relief-frames';

/**
 * Relief shade. Planar projections warp no image, so there is one shade per projection, warped when
 * it was built, and its four corners stand exactly where its box was.
 */
export const relief: LayerDeclaration = {
  id: 'relief',
  title: { en: 'Relief', zh: '地形', ru: 'Рельеф', mn: 'Гадаргын хотгор гүдгэр' },
  group: 'base',
  data: 'image',
  visible: true,
  selectable: false,
  source: ({ projection }) => {
    const frame = reliefFrame(projection);
    // The page fills in the image when the map stands: it must not hold up the first picture.
    return { type: 'image', coordinates: frame.corners } as SourceSpecification;
  },
  layers: ({ opacity }) => [
    {
      id: 'relief',
      type: 'raster',
      paint: {
        'raster-opacity': opacity,
        'raster-fade-duration': 0,
        'raster-resampling': 'linear',
      },
    },
  ],
  legend: () => [],
  attribution: 'Relief: KDE Marble',
};
