import type { NodeProps } from '../core/types';
import { face, nameProps, nameWithLocalFrom } from './labels';
import type { LayerDeclaration } from './layer';
import { atScale, px } from './paint';
import { signImage } from './signs';

const IMAGE_PX = 24;
const FROM_ZOOM = 5.5;

/** Stations and junctions, seen near only; waypoints at sea are not drawn. */
export const nodes: LayerDeclaration = {
  id: 'nodes',
  title: 'layer.nodes',
  group: 'network',
  data: 'file',
  visible: true,
  selectable: true,
  draw: (feature) => {
    const props = feature.properties as NodeProps;
    if (props.kind === 'waypoint' || props.kind === 'town') return null;
    return { ...nameProps(props.name, props.country), break: props.gaugeBreak ?? false };
  },
  layers: (context) => {
    const { theme, opacity } = context;
    return [
      {
        id: 'nodes',
        type: 'symbol',
        minzoom: atScale(context, FROM_ZOOM),
        layout: {
          'icon-image': [
            'case',
            ['get', 'break'],
            signImage('gauge-break', theme),
            signImage('station', theme),
          ],
          'icon-size': px(context, [5, 5.5 / IMAGE_PX], [9, 11 / IMAGE_PX]),
          'icon-allow-overlap': true,
          'icon-padding': 0,
        },
        paint: { 'icon-opacity': opacity },
      },
      {
        id: 'node-labels',
        type: 'symbol',
        minzoom: atScale(context, FROM_ZOOM + 1),
        layout: {
          'text-field': nameWithLocalFrom(context, 8),
          'text-font': face('regular'),
          'text-size': px(context, [6, 9.5], [9, 11.5]),
          'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
          'text-radial-offset': 0.6,
          'text-justify': 'auto',
        },
        paint: {
          'text-color': theme.inkSoft,
          'text-halo-color': theme.halo,
          'text-halo-width': 1.2,
          'text-opacity': opacity,
        },
      },
    ];
  },
  legend: (context) => [
    {
      swatch: { kind: 'point', sign: 'station', size: 9 },
      label: 'legend.station',
      of: (drawn) => drawn.break === false,
      minZoom: atScale(context, FROM_ZOOM),
    },
    {
      swatch: { kind: 'point', sign: 'gauge-break', size: 11 },
      label: 'legend.change-of-gauge',
      of: (drawn) => drawn.break === true,
      minZoom: atScale(context, FROM_ZOOM),
    },
  ],
  attribution: ['GeoNames, CC BY 4.0', '© OpenStreetMap contributors, ODbL'],
};
