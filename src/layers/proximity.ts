import type { Feature, FeatureCollection } from 'geojson';
import { geodesicRing } from '../core/geo/ring-around';
import type { LngLat } from '../core/types';
import { heatColours } from './heat';
import type { LayerDeclaration } from './layer';
import { px } from './paint';
import type { Theme } from './theme';

/** A pair of places as a great circle, longitudes never jumping. */
export interface ProximityLine {
  coordinates: LngLat[];
  /** Class of its figure, 0 to 6. */
  step: number;
}

/** What a matrix shows on the map: its pairs, its places, and the area that is being drawn. */
export interface Proximity {
  lines: readonly ProximityLine[];
  points: readonly LngLat[];
  /** Its corners; closed by great circles where it has three. */
  area: readonly LngLat[];
  /** The figures are differences. */
  diverging: boolean;
}

const known = new WeakMap<Proximity, FeatureCollection>();

/** The same proximity gives the same object. */
export function proximityFeatures(proximity: Proximity): FeatureCollection {
  let features = known.get(proximity);
  if (!features) {
    features = { type: 'FeatureCollection', features: makeFeatures(proximity) };
    known.set(proximity, features);
  }
  return features;
}

function makeFeatures({ lines, points, area, diverging }: Proximity): Feature[] {
  return [
    // Long ways first, so that short ones lie above them.
    ...[...lines]
      .sort((a, b) => b.step - a.step)
      .map(({ coordinates, step }, i): Feature => ({
        type: 'Feature',
        id: `line-${i}`,
        properties: { part: diverging ? 'difference' : 'figure', step },
        geometry: { type: 'LineString', coordinates },
      })),
    ...points.map((coordinates, i): Feature => ({
      type: 'Feature',
      id: `point-${i}`,
      properties: { part: 'point', step: 0 },
      geometry: { type: 'Point', coordinates },
    })),
    ...(area.length > 1
      ? [
          {
            type: 'Feature',
            id: 'area',
            properties: { part: 'area', step: 0 },
            geometry: {
              type: 'LineString',
              // Two corners are a line, and so are the great circles between more.
              coordinates: area.length < 3 ? [...area] : geodesicRing(area),
            },
          } satisfies Feature,
        ]
      : []),
    ...area.map((coordinates, i): Feature => ({
      type: 'Feature',
      id: `corner-${i}`,
      properties: { part: 'corner', step: 0 },
      geometry: { type: 'Point', coordinates },
    })),
  ];
}

const parts = (...names: string[]) => ['in', ['get', 'part'], ['literal', names]] as never;

const steps = (colours: readonly string[]): unknown[] => [
  'match',
  ['get', 'step'],
  ...colours.flatMap((colour, step) => [step, colour]),
  colours[0],
];

const byStep = (theme: Theme) =>
  [
    'case',
    ['==', ['get', 'part'], 'difference'],
    steps(heatColours(theme, true)),
    steps(heatColours(theme, false)),
  ] as never;

/** Pairs of a matrix as great circles, coloured as its cells are. */
export const proximity: LayerDeclaration = {
  id: 'proximity',
  title: 'layer.proximity',
  group: 'subject',
  data: 'made',
  visible: true,
  selectable: false,
  draw: ({ properties }) => ({
    part: String(properties?.part),
    step: Number(properties?.step),
  }),
  layers: (context) => {
    const { theme, opacity } = context;
    return [
      {
        id: 'proximity-casing',
        type: 'line',
        filter: parts('figure', 'difference'),
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: {
          'line-color': theme.ink,
          'line-width': px(context, [2, 2.4], [6, 4.6]),
          'line-opacity': opacity * 0.55,
        },
      },
      {
        id: 'proximity',
        type: 'line',
        filter: parts('figure', 'difference'),
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: {
          'line-color': byStep(theme),
          'line-width': px(context, [2, 1.4], [6, 3.2]),
          'line-opacity': opacity,
        },
      },
      {
        id: 'proximity-area',
        type: 'line',
        filter: parts('area'),
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': theme.selected,
          'line-width': px(context, [2, 1.6], [6, 2.6]),
          'line-dasharray': [3, 1.5],
        },
      },
      {
        id: 'proximity-corners',
        type: 'circle',
        filter: parts('corner'),
        paint: {
          'circle-radius': px(context, [2, 4], [6, 5]),
          'circle-color': theme.selected,
          'circle-stroke-color': theme.halo,
          'circle-stroke-width': 1.5 * theme.scale,
        },
      },
      {
        id: 'proximity-points',
        type: 'circle',
        filter: parts('point'),
        paint: {
          'circle-radius': px(context, [2, 4.5], [6, 7]),
          'circle-color': 'rgba(0,0,0,0)',
          'circle-stroke-color': theme.way.route,
          'circle-stroke-width': 2 * theme.scale,
          'circle-stroke-opacity': opacity,
        },
      },
    ];
  },
  legend: ({ theme }) => [
    {
      swatch: {
        kind: 'line',
        strokes: [
          { color: theme.ink, width: 4 },
          { color: heatColours(theme, false)[0]!, width: 2.6 },
        ],
      },
      label: 'legend.least',
    },
    {
      swatch: {
        kind: 'line',
        strokes: [
          { color: theme.ink, width: 4 },
          { color: heatColours(theme, false)[6]!, width: 2.6 },
        ],
      },
      label: 'legend.most',
    },
  ],
};
