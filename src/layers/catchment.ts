import { placeColour } from './corridors';
import type { LayerDeclaration } from './layer';
import { px } from './paint';

/** What lies within the chosen distance: a thin veil with a firm edge. */
export const catchment: LayerDeclaration = {
  id: 'catchment',
  title: 'layer.catchment',
  group: 'subject',
  data: 'made',
  visible: true,
  selectable: false,
  draw: (feature) => ({ colour: Number(feature.properties?.colour ?? -1) }),
  layers: (context) => {
    const { theme, opacity } = context;
    const colour = placeColour(theme, theme.catchment);
    return [
      {
        id: 'catchment-fill',
        type: 'fill',
        paint: { 'fill-color': colour, 'fill-opacity': opacity * 0.13, 'fill-antialias': false },
      },
      {
        id: 'catchment-outline',
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': colour,
          'line-width': px(context, [2, 1.1], [6, 2]),
          'line-opacity': opacity,
        },
      },
    ];
  },
  legend: ({ theme }) => [
    {
      swatch: { kind: 'fill', fill: theme.catchment, stroke: theme.catchment, opacity: 0.15 },
      label: 'legend.within-radius',
    },
  ],
};
