import type { LayerDeclaration } from './layer';

/** The land, on the sea of the mapped part of the world. */
export const land: LayerDeclaration = {
  id: 'land',
  title: 'layer.land',
  group: 'base',
  data: 'file',
  visible: true,
  fixed: true,
  selectable: false,
  draw: () => ({}),
  layers: ({ theme }) => [
    {
      id: 'land',
      type: 'fill',
      paint: { 'fill-color': theme.contextLand, 'fill-outline-color': theme.shore },
    },
  ],
  legend: () => [],
  attribution: ['Natural Earth'],
};
