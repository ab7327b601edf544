import type { FullName, MacroRegion, RegionProps } from '../core/types';
import { areaType, face, nameAndLocalInDual, nameProps } from './labels';
import type { LayerDeclaration, LegendEntry, SlottedLayer, StyleContext } from './layer';
import { atScale, byKey, px } from './paint';
import type { Theme } from './theme';

export const MACRO_REGION_NAMES: Record<MacroRegion, FullName> = {
  'northeast-china': {
    en: 'Northeast China',
    zh: '中国东北',
    ru: 'Северо-Восточный Китай',
    mn: 'Зүүн хойд Хятад',
  },
  'north-china': {
    en: 'North China (Inner Mongolia)',
    zh: '中国华北（内蒙古）',
    ru: 'Северный Китай (Внутренняя Монголия)',
    mn: 'Хойд Хятад (Өвөр Монгол)',
  },
  'northwest-china': {
    en: 'Northwest China (Xinjiang)',
    zh: '中国西北（新疆）',
    ru: 'Северо-Западный Китай (Синьцзян)',
    mn: 'Баруун хойд Хятад (Шинжаан)',
  },
  siberia: { en: 'Siberia', zh: '西伯利亚', ru: 'Сибирь', mn: 'Сибирь' },
  'russian-far-east': {
    en: 'Russian Far East',
    zh: '俄罗斯远东',
    ru: 'Дальний Восток России',
    mn: 'Оросын Алс Дорнод',
  },
  mongolia: { en: 'Mongolia', zh: '蒙古国', ru: 'Монголия', mn: 'Монгол Улс' },
};

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

const chosenEntry = (theme: Theme): LegendEntry => ({
  swatch: { kind: 'line', strokes: [{ color: theme.inkCountry, width: CHOSEN_PX }] },
  label: {
    en: 'Regions in hand',
    zh: '所选区域',
    ru: 'Выбранные регионы',
    mn: 'Сонгосон бүсүүд',
  },
});

/** Admin-1 regions: those of the subject tinted by macro-region, those around left grey. */
export const regions: LayerDeclaration = {
  id: 'regions',
  title: { en: 'Regions', zh: '一级行政区', ru: 'Регионы', mn: 'Бүс нутаг' },
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
    ...(Object.keys(MACRO_REGION_NAMES) as MacroRegion[]).map((macro): LegendEntry => ({
      swatch: { kind: 'fill', fill: theme.macroRegion[macro], stroke: theme.regionBorder },
      label: MACRO_REGION_NAMES[macro],
    })),
    ...(inHand.length === 0 ? [] : [chosenEntry(theme)]),
  ],
  attribution: ['Natural Earth'],
};
