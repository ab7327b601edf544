import type { EdgeProps, Status } from '../core/types';
import { nameProps } from './labels';
import type { LayerDeclaration, LegendEntry } from './layer';
import { STATUS_DASH, atScale, statusDash } from './paint';

/** How a gauge is drawn: 1520 mm a full line, 1435 mm a hollow one, both a broken core. */
type GaugeSign = '1520' | '1435' | 'dual' | 'narrow';

function gaugeSign(gauges: number[] | undefined): GaugeSign {
  if (!gauges || gauges.length === 0) return '1520';
  if (gauges.length > 1) return 'dual';
  return gauges[0] === 1520 || gauges[0] === 1435 ? (`${gauges[0]}` as const) : 'narrow';
}

const CORE_DASH = [2.2, 2.2];

export const railways: LayerDeclaration = {
  id: 'railways',
  title: 'layer.railways',
  group: 'network',
  data: 'file',
  visible: true,
  selectable: true,
  draw: (feature) => {
    const props = feature.properties as EdgeProps;
    return {
      ...nameProps(props.name),
      gauge: gaugeSign(props.gauges),
      status: props.status,
    };
  },
  layers: (context) => {
    const { theme, opacity } = context;
    const outer = (zoomed: number): unknown[] => [
      'match',
      ['get', 'gauge'],
      ['1435', 'dual'],
      1.75 * zoomed * theme.scale,
      'narrow',
      0.7 * zoomed * theme.scale,
      1.1 * zoomed * theme.scale,
    ];
    const core = (zoomed: number): number => 0.8 * zoomed * theme.scale;
    const grow = (size: (zoomed: number) => unknown): never =>
      [
        'interpolate',
        ['linear'],
        ['zoom'],
        ...[
          [2, 0.7],
          [4, 1.1],
          [8, 2.4],
        ].flatMap(([zoom, by]) => [atScale(context, zoom!), size(by!)]),
      ] as never;
    return [
      {
        id: 'rail-casing',
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': theme.rail,
          'line-width': grow(outer),
          'line-dasharray': statusDash,
          'line-opacity': opacity,
        },
      },
      {
        id: 'rail-core',
        type: 'line',
        filter: ['in', ['get', 'gauge'], ['literal', ['1435', 'dual']]],
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': theme.railCore,
          'line-width': grow(core),
          'line-dasharray': [
            'match',
            ['get', 'gauge'],
            'dual',
            ['literal', CORE_DASH],
            ['literal', STATUS_DASH.operating],
          ],
          'line-opacity': opacity,
        },
      },
    ];
  },
  legend: ({ theme }) => [
    ...(['1520', '1435', 'dual'] as const).map((gauge): LegendEntry => ({
      swatch: {
        kind: 'line',
        strokes: [
          { color: theme.rail, width: gauge === '1520' ? 2 : 3.2 },
          ...(gauge === '1520'
            ? []
            : [
                {
                  color: theme.railCore,
                  width: 1.5,
                  ...(gauge === 'dual' ? { dash: CORE_DASH } : {}),
                },
              ]),
        ],
      },
      label: `legend.rail-${gauge}`,
      of: (drawn) => drawn.gauge === gauge,
    })),
    ...statusEntries(theme.rail, ['under-construction', 'planned', 'studied', 'closed']),
  ],
  attribution: ['Natural Earth', '© OpenStreetMap contributors, ODbL'],
};

/** Legend lines of the statuses that are drawn broken. */
export function statusEntries(color: string, statuses: Status[]): LegendEntry[] {
  return statuses.map((status) => ({
    swatch: { kind: 'line', strokes: [{ color, width: 2, dash: STATUS_DASH[status] }] },
    label: `status.${status}`,
    of: (drawn) => drawn.status === status,
  }));
}
