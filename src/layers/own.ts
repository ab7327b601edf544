import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { OwnStyle } from '../data/own/types';
import { face } from './labels';
import type { Theme } from './theme';

/** How own layers are drawn: those that a person imported or drew, and those of other hosts. */

/** An own layer as the map needs it. */
export interface OwnDrawn {
  id: string;
  /**
   * Address of its drawing: GeoJSON whose features have `i`, their number, and `t`, their label; of
   * another host's features `p`, their properties.
   */
  url: string;
  style: OwnStyle;
  /** Of another host: how it is asked, and the layers in its tiles; none where they are pictures. */
  tiles?: { source: SourceSpecification; layers: readonly string[] } | undefined;
}

const PREFIX = 'own:';
export const ownSourceId = (id: string): string => PREFIX + id;
/** The layer that a source of the map belongs to; undefined where it is no own one. */
export const ownIdOf = (source: string): string | undefined =>
  source.startsWith(PREFIX) ? source.slice(PREFIX.length) : undefined;

export const ownSource = ({ url, tiles }: OwnDrawn): SourceSpecification =>
  tiles?.source ?? { type: 'geojson', data: url, tolerance: 0.25 };

/** Areas, lines, points and labels of one own layer, in their slots. */
export function ownLayers(own: OwnDrawn, theme: Theme): LayerSpecification[] {
  if (!own.tiles) return shapeLayers(own, theme);
  if (own.tiles.source.type === 'raster')
    return [
      {
        id: `own-pictures:${own.id}`,
        type: 'raster',
        source: ownSourceId(own.id),
        paint: { 'raster-opacity': own.style.opacity },
      },
    ];
  return own.tiles.layers.flatMap((inTiles) =>
    shapeLayers(own, theme)
      // Nobody has said which of their properties is a name.
      .filter(({ type }) => type !== 'symbol')
      .map(
        (layer) =>
          ({
            ...layer,
            id: `${layer.id}/${inTiles}`,
            'source-layer': inTiles,
          }) as LayerSpecification,
      ),
  );
}

/** A ring around a point and a firm line along anything else: the feature whose card is open. */
export function ownMark(
  { id, style }: OwnDrawn,
  index: number,
  theme: Theme,
): LayerSpecification[] {
  const source = ownSourceId(id);
  const isIt = ['==', ['get', 'i'], index];
  const isPoint = ['==', ['geometry-type'], 'Point'];
  return [
    {
      id: `selected-line:${id}`,
      type: 'line',
      source,
      filter: ['all', isIt, ['!', isPoint]] as never,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': theme.selected,
        'line-width': (style.size / 2 + 2) * theme.scale,
        'line-opacity': 0.9,
      },
    },
    {
      id: `selected-point:${id}`,
      type: 'circle',
      source,
      filter: ['all', isIt, isPoint] as never,
      paint: {
        'circle-radius': (style.size + 5) * theme.scale,
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-color': theme.selected,
        'circle-stroke-width': 2.6 * theme.scale,
      },
    },
  ];
}

function shapeLayers({ id, style }: OwnDrawn, theme: Theme): LayerSpecification[] {
  const source = ownSourceId(id);
  const { color, opacity } = style;
  const size = style.size * theme.scale;
  const isArea = ['==', ['geometry-type'], 'Polygon'] as never;
  const isPoint = ['==', ['geometry-type'], 'Point'] as never;
  return [
    {
      id: `own-areas:${id}`,
      type: 'fill',
      source,
      filter: isArea,
      paint: { 'fill-color': color, 'fill-opacity': opacity * 0.3 },
    },
    {
      id: `own-lines:${id}`,
      type: 'line',
      source,
      filter: ['!', isPoint] as never,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': color, 'line-width': size / 2, 'line-opacity': opacity },
    },
    {
      id: `own-points:${id}`,
      type: 'circle',
      source,
      filter: isPoint,
      paint: {
        'circle-radius': size,
        'circle-color': color,
        'circle-opacity': opacity,
        'circle-stroke-color': theme.halo,
        'circle-stroke-width': size > 2 ? 1 : 0,
        'circle-stroke-opacity': opacity,
      },
    },
    {
      id: `own-labels:${id}`,
      type: 'symbol',
      source,
      filter: ['has', 't'] as never,
      layout: {
        'text-field': ['to-string', ['get', 't']],
        'text-font': face('regular'),
        'text-size': 12 * theme.scale,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 0.7,
        'text-justify': 'auto',
      },
      paint: {
        'text-color': theme.ink,
        'text-halo-color': theme.halo,
        'text-halo-width': 1.4,
      },
    },
  ];
}
