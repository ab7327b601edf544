import type { SettlementProps } from '../core/types';
import { face, nameProps, nameWithLocalFrom } from './labels';
import type { LayerDeclaration } from './layer';
import { atScale, px } from './paint';

const FROM_ZOOM = 4.5;

/** Towns with their people, as dots that grow with the population. */
export const settlements: LayerDeclaration = {
  id: 'settlements',
  title: 'layer.settlements',
  group: 'places',
  data: 'file',
  visible: false,
  selectable: true,
  draw: (feature) => {
    const props = feature.properties as SettlementProps;
    return { ...nameProps(props.name, props.country), people: props.population };
  },
  layers: (context) => {
    const { theme, opacity } = context;
    const radius = (zoomed: number): unknown[] => [
      'interpolate',
      ['linear'],
      ['sqrt', ['get', 'people']],
      0,
      0.9 * zoomed,
      1000,
      3.2 * zoomed,
      3000,
      6 * zoomed,
    ];
    return [
      {
        id: 'settlements',
        type: 'circle',
        minzoom: atScale(context, FROM_ZOOM - 1.5),
        paint: {
          'circle-radius': [
            'interpolate',
            ['linear'],
            ['zoom'],
            atScale(context, 3),
            radius(0.6),
            atScale(context, 8),
            radius(1.5),
          ] as never,
          'circle-color': theme.inkFaint,
          'circle-stroke-color': theme.halo,
          'circle-stroke-width': 0.6,
          'circle-opacity': opacity * 0.85,
          'circle-stroke-opacity': opacity,
        },
      },
      {
        id: 'settlement-labels',
        type: 'symbol',
        minzoom: atScale(context, FROM_ZOOM + 1),
        layout: {
          'text-field': nameWithLocalFrom(context, 8),
          'text-font': face('regular'),
          'text-size': px(context, [5, 9.5], [9, 12]),
          'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
          'text-radial-offset': 0.5,
          'text-justify': 'auto',
          'symbol-sort-key': ['-', 0, ['get', 'people']],
        },
        paint: {
          'text-color': theme.inkFaint,
          'text-halo-color': theme.halo,
          'text-halo-width': 1.2,
          'text-opacity': opacity,
        },
      },
    ];
  },
  legend: (context) => [
    {
      swatch: {
        kind: 'dot',
        radius: 1.6,
        fill: context.theme.inkFaint,
        stroke: context.theme.halo,
      },
      label: 'legend.settlement-small',
      minZoom: atScale(context, FROM_ZOOM - 1.5),
    },
    {
      swatch: { kind: 'dot', radius: 4, fill: context.theme.inkFaint, stroke: context.theme.halo },
      label: 'legend.settlement-million',
      minZoom: atScale(context, FROM_ZOOM - 1.5),
    },
  ],
  attribution: ['GeoNames, CC BY 4.0'],
};
