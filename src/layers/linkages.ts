import type { LinkageKind, LinkageProps } from '../core/types';
import { nameProps } from './labels';
import type { LayerDeclaration } from './layer';
import { byKey, px } from './paint';

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
  title: 'layer.linkages',
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
      label: `linkage.${kind}`,
      of: (drawn) => drawn.kind === kind,
    })),
};
