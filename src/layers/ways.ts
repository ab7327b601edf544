import type { Feature, FeatureCollection, LineString, MultiLineString } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import { joinAt180 } from '../core/geo/antimeridian';
import type { MessageKey } from '../i18n/language';
import type { LayerDeclaration, LegendEntry, Swatch } from './layer';
import { atScale, byKey } from './paint';
import type { Theme } from './theme';

/** What a drawn way stands for. */
export const WAY_ROLES = ['route', 'today', 'alternative', 'reach', 'gained', 'lost'] as const;
export type WayRole = (typeof WAY_ROLES)[number];

/** A way that an answer gives, to be drawn above the network. */
export interface Way {
  geometry: LineString | MultiLineString;
  role: WayRole;
  /** Place among those of its role: the first alternative, the nearest band. Default 0. */
  rank?: number | undefined;
}

/** Bands beyond the last are drawn like it. */
export const REACH_STEPS = 4;
export const ALTERNATIVE_STEPS = 3;

/** Told apart without colour: by width in pixels at zoom 4, and by dash in line widths. */
interface Stroke {
  key: string;
  width: number;
  dash: number[];
  label: MessageKey;
}

const STROKES: readonly Stroke[] = [
  {
    key: 'reach-3',
    width: 1.6,
    dash: [1, 0],
    label: 'legend.band-farthest',
  },
  {
    key: 'reach-2',
    width: 2.6,
    dash: [1, 0],
    label: 'legend.band-third',
  },
  {
    key: 'reach-1',
    width: 3.8,
    dash: [1, 0],
    label: 'legend.band-second',
  },
  {
    key: 'reach-0',
    width: 5.2,
    dash: [1, 0],
    label: 'legend.band-nearest',
  },
  {
    key: 'alternative-2',
    width: 2.4,
    dash: [0.8, 1.4],
    label: 'legend.way-third',
  },
  {
    key: 'alternative-1',
    width: 2.4,
    dash: [2, 1.4],
    label: 'legend.way-second',
  },
  {
    key: 'alternative-0',
    width: 2.4,
    dash: [4.5, 1.4],
    label: 'legend.way-first',
  },
  {
    key: 'today-0',
    width: 2,
    dash: [6, 1.6, 1, 1.6],
    label: 'legend.way-today',
  },
  {
    key: 'lost-0',
    width: 3.2,
    dash: [0.5, 1],
    label: 'legend.way-lost',
  },
  {
    key: 'gained-0',
    width: 4.4,
    dash: [3, 0.6],
    label: 'legend.way-gained',
  },
  {
    key: 'route-0',
    width: 3.6,
    dash: [1, 0],
    label: 'legend.route',
  },
];

const LAST: Partial<Record<WayRole, number>> = {
  reach: REACH_STEPS - 1,
  alternative: ALTERNATIVE_STEPS - 1,
};

const strokeKey = ({ role, rank = 0 }: Pick<Way, 'role' | 'rank'>): string =>
  `${role}-${Math.min(rank, LAST[role] ?? 0)}`;

const colourOf = (theme: Theme, key: string): string => {
  const [role, rank] = key.split('-') as [WayRole, string];
  const colour = theme.way[role];
  return typeof colour === 'string' ? colour : colour[Number(rank)]!;
};

/** How a way is shown in lists: as on the map. */
export const waySwatch = (theme: Theme, way: Pick<Way, 'role' | 'rank'>): Swatch => {
  const key = strokeKey(way);
  const { width, dash } = STROKES.find((stroke) => stroke.key === key)!;
  return { kind: 'line', strokes: [{ color: colourOf(theme, key), width, dash }] };
};

/** Ways as features for drawing, whole over 180 degrees. The same list gives the same object. */
export function wayFeatures(ways: readonly Way[]): FeatureCollection {
  let features = known.get(ways);
  if (!features) {
    features = {
      type: 'FeatureCollection',
      features: ways.map((way, i): Feature => ({
        type: 'Feature',
        id: `way-${i}`,
        properties: { stroke: strokeKey(way) },
        geometry: joinAt180(way.geometry),
      })),
    };
    known.set(ways, features);
  }
  return features;
}

const known = new WeakMap<readonly Way[], FeatureCollection>();

const byStroke = (value: (stroke: Stroke) => unknown, otherwise: unknown) =>
  byKey('stroke', Object.fromEntries(STROKES.map((each) => [each.key, value(each)])), otherwise);

/** Zoom, and the factor on the width there. */
const WIDTH_STOPS = [
  [2, 0.7],
  [4, 1],
  [8, 1.8],
] as const;

/** Routes, other ways, and what is reached. */
export const ways: LayerDeclaration = {
  id: 'ways',
  title: 'layer.ways',
  group: 'subject',
  data: 'made',
  visible: true,
  selectable: false,
  draw: (feature) => ({ stroke: String(feature.properties?.stroke) }),
  layers: (context) => {
    const { theme, opacity } = context;
    // The first stroke lies lowest: far bands under near ones, other ways under the one in hand.
    const layout = {
      'line-join': 'round',
      'line-cap': 'butt',
      'line-sort-key': byStroke((stroke) => STROKES.indexOf(stroke), 0),
    } as const;
    const width = (extra: number): ExpressionSpecification =>
      [
        'interpolate',
        ['linear'],
        ['zoom'],
        ...WIDTH_STOPS.flatMap(([zoom, factor]) => [
          atScale(context, zoom),
          byStroke((stroke) => (stroke.width * factor + extra) * theme.scale, 1),
        ]),
      ] as unknown as ExpressionSpecification;
    return [
      {
        id: 'way-casing',
        type: 'line',
        layout,
        paint: {
          'line-color': theme.halo,
          'line-width': width(2.4),
          'line-opacity': opacity * 0.9,
        },
      },
      {
        id: 'ways',
        type: 'line',
        layout,
        paint: {
          'line-color': byStroke(({ key }) => colourOf(theme, key), theme.ink),
          'line-width': width(0),
          'line-dasharray': byStroke(({ dash }) => ['literal', dash], ['literal', [1, 0]]),
          'line-opacity': opacity,
        },
      },
    ];
  },
  legend: ({ theme, ways: drawn = [] }) => {
    const present = new Set(drawn.map(strokeKey));
    return STROKES.filter(({ key }) => present.has(key))
      .map(({ key, label }): LegendEntry => {
        const [role, rank] = key.split('-') as [WayRole, string];
        return {
          swatch: waySwatch(theme, { role, rank: Number(rank) }),
          label,
          of: ({ stroke }) => stroke === key,
        };
      })
      .reverse();
  },
};
