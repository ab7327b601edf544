import type { CrossingProps } from '../core/types';
import type { MessageKey } from '../i18n/language';
import { chosenName, face, nameProps } from './labels';
import type { LayerDeclaration } from './layer';
import { atScale, px } from './paint';
import type { SignId } from './signs';
import { signImage } from './signs';

type CrossingSign = Extract<SignId, `crossing-${string}`>;

/** A crossing's sign: its heaviest mode, and whether the gauge changes there. */
export function crossingSign(props: Pick<CrossingProps, 'modes' | 'posts'>): CrossingSign {
  if (props.modes.includes('rail')) {
    const [near, far] = props.posts;
    return near.gauge !== far.gauge ? 'crossing-gauge-break' : 'crossing-rail';
  }
  return props.modes.includes('road') ? 'crossing-road' : 'crossing-river';
}

const SIGN_NAMES: Record<CrossingSign, MessageKey> = {
  'crossing-rail': 'legend.crossing-rail',
  'crossing-gauge-break': 'legend.crossing-gauge-break',
  'crossing-road': 'legend.crossing-road',
  'crossing-river': 'legend.crossing-river',
};

const IMAGE_PX = 24;

export const crossings: LayerDeclaration = {
  id: 'crossings',
  title: 'layer.crossings',
  group: 'places',
  data: 'file',
  visible: true,
  selectable: true,
  draw: (feature) => {
    const props = feature.properties as CrossingProps;
    const sign = crossingSign(props);
    return {
      ...nameProps(props.name),
      sign,
      closed: props.status !== 'operating' && props.status !== 'seasonal',
      order: sign === 'crossing-gauge-break' ? 0 : sign === 'crossing-rail' ? 1 : 2,
    };
  },
  layers: (context) => {
    const { theme, opacity } = context;
    return [
      {
        id: 'crossings',
        type: 'symbol',
        minzoom: atScale(context, 3),
        layout: {
          'icon-image': [
            'match',
            ['concat', ['get', 'sign'], ['case', ['get', 'closed'], '!', '']],
            ...(Object.keys(SIGN_NAMES) as CrossingSign[]).flatMap((sign) => [
              sign,
              signImage(sign, theme),
              `${sign}!`,
              signImage(sign, theme, true),
            ]),
            '',
          ] as never,
          'icon-size': px(context, [3, 7 / IMAGE_PX], [5, 11 / IMAGE_PX], [8, 16 / IMAGE_PX]),
          'icon-allow-overlap': true,
          'icon-padding': 0,
          'text-field': [
            'step',
            ['zoom'],
            '',
            atScale(context, 5),
            chosenName(context.lang),
          ] as never,
          'text-font': face('regular'),
          'text-size': px(context, [5, 10], [8, 12]),
          'text-variable-anchor': ['bottom', 'top', 'right', 'left'],
          'text-radial-offset': 0.8,
          'text-justify': 'auto',
          'text-max-width': 8,
          'text-optional': true,
          'symbol-sort-key': ['get', 'order'],
        },
        paint: {
          'text-color': theme.inkSoft,
          'text-halo-color': theme.halo,
          'text-halo-width': 1.3,
          'icon-opacity': opacity,
          'text-opacity': opacity,
        },
      },
    ];
  },
  legend: (context) => [
    ...(Object.keys(SIGN_NAMES) as CrossingSign[]).map((sign) => ({
      swatch: { kind: 'point' as const, sign, size: 13 },
      label: SIGN_NAMES[sign],
      minZoom: atScale(context, 3),
      of: (drawn: Readonly<Record<string, unknown>>) => drawn.sign === sign,
    })),
    {
      swatch: { kind: 'point', sign: 'crossing-rail', size: 13, closed: true },
      label: 'legend.not-open',
      minZoom: atScale(context, 3),
      of: ({ closed }) => closed === true,
    },
  ],
  attribution: ['GeoNames, CC BY 4.0', '© OpenStreetMap contributors, ODbL'],
};
