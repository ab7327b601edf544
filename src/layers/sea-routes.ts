import type { EdgeProps } from '../core/types';
import { nameProps } from './labels';
import type { LayerDeclaration } from './layer';
import { px } from './paint';

const DASH = [4, 2.4];

/** Sea routes, the Northern Sea Route among them: dashed blue. */
export const seaRoutes: LayerDeclaration = {
  id: 'sea-routes',
  title: 'layer.sea-routes',
  group: 'network',
  data: 'file',
  visible: true,
  selectable: true,
  draw: (feature) => {
    const props = feature.properties as EdgeProps;
    return { ...nameProps(props.name), status: props.status };
  },
  layers: (context) => [
    {
      id: 'sea-routes',
      type: 'line',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': context.theme.seaRoute,
        'line-width': px(context, [2, 0.7], [4, 1.1], [8, 2]),
        'line-dasharray': DASH,
        'line-opacity': context.opacity * 0.85,
      },
    },
  ],
  legend: ({ theme }) => [
    {
      swatch: { kind: 'line', strokes: [{ color: theme.seaRoute, width: 1.6, dash: DASH }] },
      label: 'legend.sea-route',
    },
  ],
};
