import type { Name } from '../core/types';
import { chosenName, face, nameProps } from './labels';
import type { LayerDeclaration } from './layer';
import { px } from './paint';

/** Names of seas, straits and gulfs. */
export const seas: LayerDeclaration = {
  id: 'seas',
  title: { en: 'Names of seas', zh: '海域名称', ru: 'Названия морей', mn: 'Далайн нэр' },
  group: 'base',
  data: 'file',
  visible: true,
  selectable: false,
  draw: (feature) => {
    const props = feature.properties as { name?: Name; rank?: number };
    return { ...nameProps(props.name), rank: props.rank ?? 2 };
  },
  layers: (context) => [
    {
      id: 'sea-labels',
      type: 'symbol',
      layout: {
        'text-field': chosenName(context.lang),
        'text-font': face('italic'),
        'text-size': px(context, [2, 9.5], [4, 13], [7, 19]),
        'text-letter-spacing': context.lang === 'zh' ? 0.1 : 0.12,
        'text-line-height': 1.35,
        'text-max-width': 7,
        'symbol-sort-key': ['get', 'rank'],
        'text-padding': 6,
      },
      paint: {
        'text-color': context.theme.inkWater,
        'text-halo-color': context.theme.sea,
        'text-halo-width': 1,
        'text-opacity': context.opacity * 0.92,
      },
    },
  ],
  legend: () => [],
};
