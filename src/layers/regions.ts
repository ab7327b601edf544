import { MACRO_REGIONS, type RegionProps } from '../core/types';
import { areaType, face, nameAndLocalInDual, nameProps } from './labels';
import type { LayerDeclaration, LegendEntry, SlottedLayer, StyleContext } from './layer';
import { atScale, byKey, px } from './paint';
import type { Theme } from './theme';

const CHOSEN_PX = 1.8;

/** The outline of the regions in hand: firm enough to be seen over the tints, under all lines. */
function chosen(context: StyleContext): SlottedLayer[] {
  const { theme, regions: inHand = [], opacity } = context;
  if (inHand.length === 0) return [];
  return [
    {
      id: 'chosen-regions',
      type: 'line',
      filter: ['in', ['get', 'id'], ['literal', [...inHand]]],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': theme.inkCountry,
        'line-width': CHOSEN_PX * theme.scale,
        'line-opacity': opacity,
      },
    },
  ];
}

const chosenEntry = (theme: Theme, inHand: readonly string[]): LegendEntry => ({
  swatch: { kind: 'line', strokes: [{ color: theme.inkCountry, width: CHOSEN_PX }] },
  label: 'legend.regions-in-hand',
  of: ({ id }) => inHand.includes(String(id)),
});

/** Admin-1 regions: those of the subject tinted by macro-region, those around left grey. */
export const regions: LayerDeclaration = {
  id: 'regions',
  title: 'layer.regions',
  group: 'base',
  data: 'file',
  visible: true,
  selectable: true,
  draw: (feature) => {
    const props = feature.properties as RegionProps;
    return {
      ...nameProps(props.name, props.country),
      macro: props.macroRegion ?? '',
      area: props.areaKm2,
    };
  },
  layers: (context) => {
    const { theme, opacity } = context;
    return [
      {
        id: 'regions',
        type: 'fill',
        paint: {
          'fill-color': byKey('macro', theme.macroRegion, theme.contextLand),
          'fill-opacity': opacity,
          'fill-antialias': false,
        },
      },
      {
        id: 'region-borders',
        type: 'line',
        minzoom: atScale(context, 2),
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': theme.regionBorder,
          'line-width': px(context, [2, 0.35], [5, 0.8], [8, 1.2]),
          'line-dasharray': [4, 1.5, 1, 1.5],
          'line-opacity': opacity * 0.9,
        },
      },
      ...chosen(context),
      {
        id: 'region-labels',
        type: 'symbol',
        filter: ['all', ['has', 'label'], ['!=', ['get', 'macro'], '']],
        minzoom: atScale(context, 3.2),
        layout: {
          'text-field': nameAndLocalInDual(context),
          'text-font': face('regular'),
          'text-size': px(context, [3, 9], [5, 11.5], [7, 15]),
          ...areaType(context.lang),
          'text-max-width': 8,
          'text-padding': 6,
          'symbol-sort-key': ['-', 0, ['get', 'area']],
        },
        paint: {
          'text-color': theme.inkRegion,
          'text-halo-color': theme.halo,
          'text-halo-width': 1,
          'text-opacity': opacity * 0.9,
        },
      },
    ];
  },
  legend: ({ theme, regions: inHand = [] }) => [
    ...MACRO_REGIONS.map((macro): LegendEntry => ({
      swatch: { kind: 'fill', fill: theme.macroRegion[macro], stroke: theme.regionBorder },
      label: `macro.${macro}`,
      of: (drawn) => drawn.macro === macro,
    })),
    ...(inHand.length === 0 ? [] : [chosenEntry(theme, inHand)]),
  ],
  attribution: ['Natural Earth'],
};
