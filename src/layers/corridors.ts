import type { Feature, FeatureCollection, LineString, MultiLineString, Position } from 'geojson';
import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import type { Corridor, EdgeProps } from '../core/types';
import { nameProps } from './labels';
import type { LayerDeclaration } from './layer';
import { px } from './paint';
import type { Theme } from './theme';

type Edge = Feature<LineString | MultiLineString, EdgeProps>;

/**
 * Each corridor as one feature made of its edges. `colour` is its place in the list, so that a
 * corridor keeps its colour whatever else is drawn. Edges that are not there are left out.
 */
export function corridorFeatures(
  corridors: readonly Corridor[],
  edges: readonly Edge[],
): FeatureCollection {
  const byId = new Map(edges.map((edge) => [edge.properties.id, edge]));
  return {
    type: 'FeatureCollection',
    features: corridors.map((corridor, colour) => ({
      type: 'Feature',
      id: corridor.id,
      properties: { id: corridor.id, name: corridor.name, colour },
      geometry: {
        type: 'MultiLineString',
        coordinates: corridor.edges.flatMap((id) => lines(byId.get(id)?.geometry)),
      },
    })),
  };
}

function lines(geometry: LineString | MultiLineString | undefined): Position[][] {
  if (!geometry) return [];
  return geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
}

/** The colour of the corridor at a place in the list; the set begins anew after eight. */
export const corridorColour = (theme: Theme, place: number): string =>
  theme.corridors[place % theme.corridors.length]!;

/** Place of each corridor in the list, by id, as `corridorFeatures` gave it. */
export const placesInList = (corridors: FeatureCollection | undefined): Map<string, number> =>
  new Map(
    corridors?.features.map(({ id, properties }) => [String(id), Number(properties?.colour ?? 0)]),
  );

/** The colour of a feature by its property `colour`, a place in the list of corridors. */
export const placeColour = (theme: Theme, otherwise: string): ExpressionSpecification =>
  [
    'match',
    ['%', ['get', 'colour'], theme.corridors.length],
    ...theme.corridors.flatMap((colour, i) => [i, colour]),
    otherwise,
  ] as unknown as ExpressionSpecification;

/**
 * Places in the set of colours for corridors in hand together: each keeps its own unless one before
 * it in the list has the same colour; then it takes the next that is free. Up to eight are told apart.
 */
export function distinctColours(
  places: ReadonlyMap<string, number>,
  ids: readonly string[],
  colours: number,
): Record<string, number> {
  // Drawn lines, which are in no list, come after it.
  const placeOf = (id: string): number => places.get(id) ?? places.size;
  const taken = new Set<number>();
  const chosen: Record<string, number> = {};
  for (const id of [...ids].sort((a, b) => placeOf(a) - placeOf(b))) {
    const own = placeOf(id) % colours;
    let colour = own;
    while (taken.has(colour) && taken.size < colours) colour = (colour + 1) % colours;
    taken.add(colour);
    chosen[id] = colour;
  }
  return chosen;
}

/** The colour of the corridors in hand: their own place in the list, or the one given instead. */
function colourInHand(
  theme: Theme,
  given: Readonly<Record<string, number>> = {},
): ExpressionSpecification {
  const own = placeColour(theme, theme.ink);
  const pairs = Object.entries(given).flatMap(([id, place]) => [id, corridorColour(theme, place)]);
  return pairs.length === 0
    ? own
    : (['match', ['get', 'id'], ...pairs, own] as unknown as ExpressionSpecification);
}

/** The corridors: a soft band each, and those in hand as a firm line. */
export const corridors: LayerDeclaration = {
  id: 'corridors',
  title: 'layer.corridors',
  group: 'subject',
  data: 'made',
  visible: true,
  selectable: true,
  draw: (feature) => ({
    ...nameProps(feature.properties?.name),
    colour: Number(feature.properties?.colour ?? 0),
  }),
  layers: (context) => {
    const { theme, opacity } = context;
    // Beside corridors in hand, or ways, the others step back.
    const quiet = context.corridors.length > 0 || (context.ways?.length ?? 0) > 0;
    const inHand: FilterSpecification = ['in', ['get', 'id'], ['literal', context.corridors]];
    const round = {
      'line-cap': 'round',
      'line-join': 'round',
      // Where two run together the one first in the list lies on top.
      'line-sort-key': ['-', 0, ['get', 'colour']] as ExpressionSpecification,
    } as const;
    return [
      {
        id: 'corridors',
        type: 'line',
        layout: round,
        paint: {
          'line-color': placeColour(theme, theme.ink),
          'line-width': px(context, [2, 2.2], [4, 3.6], [8, 9]),
          'line-opacity': opacity * (quiet ? 0.22 : 0.42),
        },
      },
      {
        id: 'corridor-casing',
        type: 'line',
        filter: inHand,
        layout: round,
        paint: {
          'line-color': theme.halo,
          'line-width': px(context, [2, 4], [4, 6], [8, 10]),
          'line-opacity': opacity * 0.9,
        },
      },
      {
        id: 'corridor-in-hand',
        type: 'line',
        filter: inHand,
        layout: round,
        paint: {
          'line-color': colourInHand(theme, context.corridorColours),
          'line-width': px(context, [2, 2.2], [4, 3.4], [8, 6]),
          'line-opacity': opacity,
        },
      },
    ];
  },
  legend: ({ theme, corridors: inHand }) => [
    {
      swatch: { kind: 'line', strokes: [{ color: `${theme.corridors[0]}6b`, width: 5 }] },
      label: 'legend.corridor',
    },
    {
      swatch: { kind: 'line', strokes: [{ color: theme.corridors[0]!, width: 3.4 }] },
      label: 'legend.corridor-in-hand',
      of: ({ id }) => inHand.includes(String(id)),
    },
  ],
};
