import type { FullName, LinkageKind, LinkageProps } from '../core/types';
import { nameProps } from './labels';
import type { LayerDeclaration } from './layer';
import { byKey, px } from './paint';

export const LINKAGE_NAMES: Record<LinkageKind, FullName> = {
  science: { en: 'Science', zh: '科技', ru: 'Наука', mn: 'Шинжлэх ухаан' },
  trade: { en: 'Trade', zh: '贸易', ru: 'Торговля', mn: 'Худалдаа' },
  investment: { en: 'Investment', zh: '投资', ru: 'Инвестиции', mn: 'Хөрөнгө оруулалт' },
  energy: { en: 'Energy', zh: '能源', ru: 'Энергетика', mn: 'Эрчим хүч' },
  twinning: { en: 'Twin cities', zh: '友好城市', ru: 'Города-побратимы', mn: 'Ах дүү хотууд' },
  culture: { en: 'Culture', zh: '文化', ru: 'Культура', mn: 'Соёл' },
};

/** Kinds differ by dash as well as by colour. */
const DASH: Record<LinkageKind, number[]> = {
  science: [1, 0],
  trade: [5, 2],
  investment: [2, 2],
  energy: [6, 2, 1, 2],
  twinning: [1, 2],
  culture: [3, 2, 1, 2, 1, 2],
};

const KINDS = Object.keys(DASH) as LinkageKind[];

/** Relations between two places that are not ways to travel, as arcs. */
export const linkages: LayerDeclaration = {
  id: 'linkages',
  title: { en: 'Linkages', zh: '联系', ru: 'Связи', mn: 'Холбоо' },
  group: 'subject',
  data: 'file',
  visible: false,
  selectable: true,
  draw: (feature) => {
    const props = feature.properties as LinkageProps;
    return { ...nameProps(props.name), kind: props.kind };
  },
  layers: (context) => [
    {
      id: 'linkages',
      type: 'line',
      ...(context.linkages
        ? { filter: ['in', ['get', 'id'], ['literal', [...context.linkages]]] }
        : {}),
      layout: { 'line-cap': 'butt', 'line-join': 'round' },
      paint: {
        'line-color': byKey('kind', context.theme.linkage, context.theme.inkSoft),
        'line-width': px(context, [2, 1.5], [6, 2.8]),
        'line-dasharray': byKey(
          'kind',
          Object.fromEntries(KINDS.map((kind) => [kind, ['literal', DASH[kind]]])),
          ['literal', [1, 0]],
        ),
        'line-opacity': context.opacity * 0.9,
      },
    },
  ],
  legend: ({ theme }) =>
    KINDS.map((kind) => ({
      swatch: {
        kind: 'line',
        strokes: [{ color: theme.linkage[kind], width: 1.8, dash: DASH[kind] }],
      },
      label: LINKAGE_NAMES[kind],
    })),
};
