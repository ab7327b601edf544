import type { EdgeProps } from '../core/types';
import { nameProps } from './labels';
import type { LayerDeclaration } from './layer';
import { atScale, px, statusDash } from './paint';

/** Roads of the network: warm and thinner than the railways. */
export const roads: LayerDeclaration = {
  id: 'roads',
  title: 'layer.roads',
  group: 'network',
  data: 'file',
  visible: true,
  selectable: true,
  draw: (feature) => {
    const props = feature.properties as EdgeProps;
    return { ...nameProps(props.name), status: props.status, surface: props.surface ?? 'paved' };
  },
  layers: (context) => {
    const { theme, opacity } = context;
    return [
      {
        id: 'road-casing',
        type: 'line',
        minzoom: atScale(context, 4),
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: {
          'line-color': theme.roadCasing,
          'line-width': px(context, [4, 1.6], [8, 4]),
          'line-opacity': opacity * 0.7,
        },
      },
      {
        id: 'roads',
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': theme.road,
          'line-width': px(context, [2, 0.5], [4, 0.9], [8, 2.2]),
          'line-dasharray': statusDash,
          'line-opacity': opacity,
        },
      },
    ];
  },
  legend: ({ theme }) => [
    {
      swatch: { kind: 'line', strokes: [{ color: theme.road, width: 1.6 }] },
      label: 'legend.road',
    },
  ],
  attribution: ['GeoNames, CC BY 4.0'],
};
