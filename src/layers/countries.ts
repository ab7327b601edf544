import type { Name } from '../core/types';
import { areaType, face, nameAndLocalInDual, nameProps } from './labels';
import type { LayerDeclaration } from './layer';
import { atScale, px } from './paint';

/** Names of the countries; their land is drawn by `land` and `regions`, their lines by `borders`. */
export const countries: LayerDeclaration = {
  id: 'countries',
  title: 'layer.countries',
  group: 'base',
  data: 'file',
  visible: true,
  selectable: false,
  draw: (feature) => nameProps(feature.properties?.name as Name | undefined),
  layers: (context) => [
    {
      id: 'country-labels',
      type: 'symbol',
      // Small countries are named near only.
      filter: [
        'all',
        ['has', 'label'],
        [
          '>=',
          ['get', 'labelKm2'],
          ['step', ['zoom'], 150_000, atScale(context, 4), 20_000, atScale(context, 5), 0],
        ],
      ] as never,
      maxzoom: atScale(context, 6),
      layout: {
        'text-field': nameAndLocalInDual(context),
        'text-font': face('bold'),
        'text-size': px(context, [2, 11], [5, 17]),
        ...areaType(context.lang),
        'text-max-width': 7,
        'text-padding': 8,
        'symbol-sort-key': ['-', 0, ['get', 'labelKm2']],
      },
      paint: {
        'text-color': context.theme.inkCountry,
        'text-halo-color': context.theme.halo,
        'text-halo-width': 1.2,
        'text-opacity': context.opacity * 0.9,
      },
    },
  ],
  legend: () => [],
  attribution: ['Natural Earth'],
};
