import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { geodesicThrough, nearestTurn } from '../core/geo/geodesic';
import type { LngLat } from '../core/types';
import { placeColour } from './corridors';
import { face } from './labels';
import type { LayerDeclaration, SlottedLayer } from './layer';
import { px } from './paint';

/** What a person has drawn: points, lines and areas with geodesic edges. */
export interface DrawnSketch {
  id: string;
  kind: 'point' | 'line' | 'area';
  points: readonly LngLat[];
  /** Its name and figure, as the map writes them. */
  label: string;
  inHand: boolean;
  /** The label stands left of its point: right of it is the edge of the map. */
  labelLeft?: boolean | undefined;
  /** Place in the set of colours for corridors, where it stands beside them. */
  colour?: number | undefined;
}

/** Chords of the drawn geodesic then depart from it by less than 50 m. */
const STEP_KM = 20;

/** Sketches as features for drawing, whole over 180 degrees. The same list gives the same object. */
export function sketchFeatures(sketches: readonly DrawnSketch[]): FeatureCollection {
  let features = known.get(sketches);
  if (!features) {
    features = { type: 'FeatureCollection', features: sketches.flatMap(featuresOf) };
    known.set(sketches, features);
  }
  return features;
}

const known = new WeakMap<readonly DrawnSketch[], FeatureCollection>();

function featuresOf({
  id,
  kind,
  points,
  label,
  inHand,
  labelLeft,
  colour,
}: DrawnSketch): Feature[] {
  const last = points[points.length - 1];
  if (!last) return [];
  const feature = (part: string, geometry: Geometry, properties = {}): Feature => ({
    type: 'Feature',
    id: `${id} ${part}`,
    properties: { part, inHand, ...(colour === undefined ? {} : { colour }), ...properties },
    geometry,
  });
  const shape = feature(kind, geometryOf(kind, points));
  return [
    shape,
    feature(labelLeft ? 'label-left' : 'label', { type: 'Point', coordinates: last }, { label }),
  ];
}

function geometryOf(kind: DrawnSketch['kind'], points: readonly LngLat[]): Geometry {
  if (kind === 'point' || points.length === 1) return { type: 'Point', coordinates: points[0]! };
  if (kind === 'line' || points.length === 2)
    return { type: 'LineString', coordinates: geodesicThrough(points, STEP_KM) };
  return { type: 'Polygon', coordinates: [closedRing(points)] };
}

/** The ring; one that runs round the pole is led over it and back. */
function closedRing(points: readonly LngLat[]): LngLat[] {
  const ring = geodesicThrough([...points, points[0]!], STEP_KM);
  const [first, last] = [ring[0]!, ring[ring.length - 1]!];
  if (nearestTurn(first[0], last[0]) === first[0]) return ring;
  return [...ring, [last[0], 90], [first[0], 90], first];
}

/**
 * Where a label stands beside its point, as the part of the label that lies there. At the right edge
 * it is below or above first: beside it is the line, which comes from the left.
 */
const LABELS: { id: 'sketch-labels' | 'sketch-labels-left'; part: string; anchors: Anchor[] }[] = [
  { id: 'sketch-labels', part: 'label', anchors: ['left', 'right', 'top', 'bottom'] },
  {
    id: 'sketch-labels-left',
    part: 'label-left',
    anchors: ['top-right', 'bottom-right', 'top', 'bottom', 'right'],
  },
];
type Anchor = 'left' | 'right' | 'top' | 'bottom' | 'top-right' | 'bottom-right';

/** What people draw and measure. */
export const sketches: LayerDeclaration = {
  id: 'sketches',
  title: 'layer.sketches',
  group: 'subject',
  data: 'made',
  visible: true,
  selectable: false,
  draw: ({ properties }) => ({
    part: String(properties?.part),
    inHand: properties?.inHand === true,
    colour: Number(properties?.colour ?? -1),
    ...(properties?.label === undefined ? {} : { label: String(properties.label) }),
  }),
  layers: (context) => {
    const { theme, opacity } = context;
    const inHand = ['get', 'inHand'];
    return [
      {
        id: 'sketch-fill',
        type: 'fill',
        filter: ['==', ['get', 'part'], 'area'],
        paint: { 'fill-color': theme.sketch, 'fill-opacity': opacity * 0.14 },
      },
      {
        id: 'sketch-casing',
        type: 'line',
        filter: ['!=', ['geometry-type'], 'Point'],
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: {
          'line-color': theme.halo,
          'line-width': px(context, [2, 4], [8, 6]),
          'line-opacity': opacity * 0.9,
        },
      },
      {
        id: 'sketch-line',
        type: 'line',
        filter: ['!=', ['geometry-type'], 'Point'],
        layout: { 'line-join': 'round', 'line-cap': 'butt' },
        paint: {
          'line-color': placeColour(theme, theme.sketch),
          'line-width': px(context, [2, 2], [8, 3]),
          'line-dasharray': ['case', inHand, ['literal', [1, 0]], ['literal', [3, 1]]] as never,
          'line-opacity': opacity,
        },
      },
      {
        id: 'sketch-point',
        type: 'circle',
        filter: ['==', ['get', 'part'], 'point'],
        paint: {
          'circle-radius': px(context, [2, 5], [8, 7]),
          'circle-color': theme.sketch,
          'circle-stroke-color': theme.halo,
          'circle-stroke-width': 1.6 * theme.scale,
          'circle-opacity': opacity,
          'circle-stroke-opacity': opacity,
        },
      },
      ...LABELS.map(({ id, part, anchors }): SlottedLayer => ({
        id,
        type: 'symbol',
        filter: ['all', ['==', ['get', 'part'], part], ['!=', ['get', 'label'], '']],
        layout: {
          'text-field': ['get', 'label'],
          'text-font': face('bold'),
          'text-size': px(context, [2, 12], [8, 14]),
          'text-variable-anchor': anchors,
          'text-radial-offset': 0.9,
          'text-justify': 'auto',
        },
        paint: {
          'text-color': theme.sketch,
          'text-halo-color': theme.halo,
          'text-halo-width': 1.6,
          'text-opacity': opacity,
        },
      })),
    ];
  },
  legend: ({ theme, sketched }) =>
    sketched
      ? [
          {
            swatch: { kind: 'line', strokes: [{ color: theme.sketch, width: 2.4, dash: [3, 1] }] },
            label: 'legend.sketch',
          },
        ]
      : [],
};
