import type { ExpressionSpecification } from 'maplibre-gl';
import type { Name } from '../core/types';
import { chosenAndLocalName, chosenName, face, nameProps } from './labels';
import type { LayerDeclaration, StyleContext } from './layer';
import { atScale, px, rankInView } from './paint';

/** A width that grows between zooms, for the great rivers more than for the small. */
function byRank(context: StyleContext, ...stops: [zoom: number, px: number][]): never {
  return [
    'interpolate',
    ['linear'],
    ['zoom'],
    ...stops.flatMap(([zoom, width]) => [
      atScale(context, zoom),
      ['*', width * context.theme.scale, ['match', ['get', 'rank'], 1, 1.7, 2, 1.2, 0.8]],
    ]),
  ] as never;
}

/** Bends of less than some 5 px are not followed by a river's name: km, by how near the map is. */
const FAR_KM = 15;
const NEAR_KM = 4;
const NEAR_ZOOM = 5.5;
/** From here on a smooth line would leave the river: names follow its own. */
const FOLLOWED_ZOOM = 8;

/** By how many km a river's name may leave its bends. */
const smoothKm = (context: StyleContext): ExpressionSpecification => {
  const near = atScale(context, NEAR_ZOOM);
  const followed = atScale(context, FOLLOWED_ZOOM);
  return ['step', ['zoom'], FAR_KM, near, NEAR_KM, followed, 0];
};

/** Lakes and rivers, named in italics. */
export const water: LayerDeclaration = {
  id: 'water',
  title: 'layer.water',
  group: 'base',
  data: 'file',
  visible: true,
  selectable: true,
  namesAlongKm: [FAR_KM, NEAR_KM],
  draw: (feature) => {
    const props = feature.properties as { name?: Name; rank?: number };
    return {
      ...nameProps(props.name),
      area: feature.geometry.type.endsWith('Polygon'),
      rank: props.rank ?? 3,
    };
  },
  layers: (context) => {
    const { theme, opacity, lang } = context;
    const ink = {
      'text-color': theme.inkWater,
      'text-halo-color': theme.haloWater,
      'text-halo-width': 1,
      'text-opacity': opacity,
    };
    return [
      {
        id: 'rivers',
        type: 'line',
        filter: ['all', ['!', ['get', 'area']], ['!', ['has', 'label']]],
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': theme.river,
          // Wide enough to show beside a border that runs along it.
          'line-width': byRank(context, [2, 0.5], [4, 1], [8, 2.6]),
          'line-opacity': opacity,
        },
      },
      {
        id: 'lakes',
        type: 'fill',
        filter: ['all', ['get', 'area'], ['!', ['has', 'label']]],
        paint: {
          'fill-color': theme.lake,
          'fill-outline-color': theme.shore,
          'fill-opacity': opacity,
        },
      },
      {
        id: 'river-labels',
        type: 'symbol',
        filter: [
          'all',
          ['!', ['get', 'area']],
          ['has', 'n-en'],
          ['==', ['coalesce', ['get', 'along'], 0], smoothKm(context)],
          rankInView(context),
        ],
        layout: {
          'symbol-placement': 'line',
          'symbol-spacing': 320,
          'text-field': chosenName(lang),
          'text-font': face('italic'),
          'text-size': px(context, [3, 9.5], [6, 12], [9, 14]),
          'text-letter-spacing': 0.06,
          'text-max-angle': 48,
          'text-offset': [0, -0.5],
          'text-padding': 4,
        },
        paint: { ...ink, 'text-halo-color': theme.halo },
      },
      {
        id: 'lake-labels',
        type: 'symbol',
        filter: ['all', ['get', 'area'], ['has', 'label'], rankInView(context)],
        layout: {
          'text-field': chosenAndLocalName(context),
          'text-font': face('italic'),
          'text-size': px(context, [3, 9.5], [6, 12], [9, 14]),
          'text-max-width': 6,
        },
        paint: ink,
      },
    ];
  },
  legend: ({ theme }) => [
    {
      swatch: { kind: 'line', strokes: [{ color: theme.river, width: 1.6 }] },
      label: 'legend.river',
      of: ({ area }) => area === false,
    },
    {
      swatch: { kind: 'fill', fill: theme.lake, stroke: theme.shore },
      label: 'legend.lake',
      of: ({ area }) => area === true,
    },
  ],
  attribution: ['Natural Earth', 'World Data Bank II in GSHHG, LGPL-3.0'],
};
