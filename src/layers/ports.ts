import type { PortProps } from '../core/types';
import { chosenName, face, nameProps } from './labels';
import type { LayerDeclaration } from './layer';
import { atScale, px } from './paint';
import { signImage } from './signs';

const IMAGE_PX = 24;

export const ports: LayerDeclaration = {
  id: 'ports',
  title: 'layer.ports',
  group: 'places',
  data: 'file',
  visible: true,
  selectable: true,
  draw: (feature) => {
    const props = feature.properties as PortProps;
    return {
      ...nameProps(props.name),
      river: props.kind === 'river',
      closed: props.status !== 'operating' && props.status !== 'seasonal',
    };
  },
  layers: (context) => {
    const { theme, opacity } = context;
    const image = (river: boolean, closed: boolean): string =>
      signImage(river ? 'port-river' : 'port-sea', theme, closed);
    return [
      {
        id: 'ports',
        type: 'symbol',
        minzoom: atScale(context, 3),
        layout: {
          'icon-image': [
            'case',
            ['get', 'closed'],
            ['case', ['get', 'river'], image(true, true), image(false, true)],
            ['case', ['get', 'river'], image(true, false), image(false, false)],
          ],
          'icon-size': px(context, [3, 8 / IMAGE_PX], [5, 12 / IMAGE_PX], [8, 17 / IMAGE_PX]),
          'icon-allow-overlap': ['step', ['zoom'], false, atScale(context, 5), true] as never,
          'icon-padding': 0,
          'text-field': [
            'step',
            ['zoom'],
            '',
            atScale(context, 5),
            chosenName(context.lang),
          ] as never,
          'text-font': face('regular'),
          'text-size': px(context, [4, 10], [8, 12]),
          'text-variable-anchor': ['right', 'left', 'bottom', 'top'],
          'text-radial-offset': 0.8,
          'text-justify': 'auto',
          'text-max-width': 8,
          'text-optional': true,
        },
        paint: {
          'text-color': theme.sign.port,
          'text-halo-color': theme.halo,
          'text-halo-width': 1.3,
          'icon-opacity': opacity,
          'text-opacity': opacity,
        },
      },
    ];
  },
  legend: (context) => [
    {
      swatch: { kind: 'point', sign: 'port-sea', size: 14 },
      label: 'legend.sea-port',
      of: ({ river }) => river === false,
      minZoom: atScale(context, 3),
    },
    {
      swatch: { kind: 'point', sign: 'port-river', size: 14 },
      label: 'legend.river-port',
      of: ({ river }) => river === true,
      minZoom: atScale(context, 3),
    },
  ],
  attribution: ['GeoNames, CC BY 4.0'],
};
