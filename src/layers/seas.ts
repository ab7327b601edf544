import type { Name } from '../core/types';
import { chosenName, face, nameProps } from './labels';
import type { LayerDeclaration } from './layer';
import { px, rankInView } from './paint';

/** Names of seas, straits and gulfs in italics, and of islands upright. */
export const seas: LayerDeclaration = {
  id: 'seas',
  title: 'layer.seas',
  group: 'base',
  data: 'file',
  visible: true,
  selectable: false,
  draw: (feature) => {
    const props = feature.properties as { name?: Name; rank?: number; kind?: string };
    return {
      ...nameProps(props.name),
      rank: props.rank ?? 2,
      islands: props.kind === 'islands',
      large: props.kind === 'ocean' || props.kind === 'sea',
    };
  },
  layers: (context) => {
    const { theme, opacity, lang } = context;
    const text = {
      'text-field': chosenName(lang),
      'text-line-height': 1.3,
      'text-max-width': 7,
      'symbol-sort-key': ['get', 'rank'] as never,
      'text-padding': 5,
    };
    return [
      {
        id: 'sea-labels',
        type: 'symbol',
        filter: ['all', ['!', ['get', 'islands']], rankInView(context)],
        layout: {
          ...text,
          'text-font': face('italic'),
          'text-size': [
            'interpolate',
            ['linear'],
            ['zoom'],
            ...[2, 9, 7, 15].map((value, i) =>
              i % 2 === 0
                ? value
                : ['*', theme.scale, ['case', ['get', 'large'], value * 1.25, value]],
            ),
          ] as never,
          'text-letter-spacing': 0.1,
        },
        paint: {
          'text-color': theme.inkWater,
          'text-halo-color': theme.sea,
          'text-halo-width': 1,
          'text-opacity': opacity * 0.92,
        },
      },
      {
        id: 'island-labels',
        type: 'symbol',
        filter: ['all', ['get', 'islands'], rankInView(context)],
        layout: {
          ...text,
          'text-font': face('regular'),
          'text-size': px(context, [3, 8.5], [7, 12]),
          'text-letter-spacing': 0.06,
        },
        paint: {
          'text-color': theme.inkRegion,
          'text-halo-color': theme.halo,
          'text-halo-width': 1,
          'text-opacity': opacity * 0.92,
        },
      },
    ];
  },
  legend: () => [],
};
