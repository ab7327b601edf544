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
    return { type: 'image', url: frame.url, coordinates: frame.corners };
  },
  layers: ({ theme, opacity }) => [
    {
      id: 'relief',
      type: 'raster',
      paint: {
        'raster-opacity': theme.relief * opacity,
        'raster-fade-duration': 0,
        'raster-resampling': 'linear',
      },
    },
  ],
  legend: () => [],
  attribution: 'SRTM30 PLUS, Scripps Institution of Oceanography',
};
