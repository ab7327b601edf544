import type { LayerDeclaration } from './layer';
import { px } from './paint';

/** State borders: a thin line on a soft band, as atlases draw them. */
export const borders: LayerDeclaration = {
  id: 'borders',
  title: 'layer.borders',
  group: 'base',
  data: 'file',
  visible: true,
  selectable: true,
  draw: () => ({}),
  layers: (context) => {
    const { theme, opacity } = context;
    return [
      {
        id: 'border-bands',
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': theme.borderBand,
          'line-width': px(context, [2, 2], [5, 5], [9, 9]),
          'line-opacity': opacity * 0.28,
        },
      },
      {
        id: 'borders',
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': theme.border,
          'line-width': px(context, [2, 0.6], [5, 1.2], [9, 1.8]),
          'line-opacity': opacity,
        },
      },
    ];
  },
  legend: ({ theme }) => [
    {
      swatch: {
        kind: 'line',
        strokes: [
          { color: `${theme.borderBand}48`, width: 6 },
          { color: theme.border, width: 1.4 },
        ],
      },
      label: 'legend.state-border',
    },
  ],
  attribution: ['Natural Earth'],
};
