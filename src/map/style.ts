import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { joinAt180 } from '../core/geo/antimeridian';
import { LAYERS } from '../layers';
import { FONT_FACES } from '../layers/font-faces';
import { graticuleFeatures } from '../layers/graticule';
import type { FeatureRef, LayerId } from '../layers/ids';
import { LAYER_IDS } from '../layers/ids';
import type { SlottedLayer, StyleContext } from '../layers/layer';
import { proximityFeatures, type Proximity } from '../layers/proximity';
import { ownLayers, ownMark, ownSource, ownSourceId } from '../layers/own';
import { sketchFeatures, type DrawnSketch } from '../layers/sketches';
import { slotOf } from '../layers/slots';
import { THEMES } from '../layers/theme';
import { wayFeatures, type Way } from '../layers/ways';
import { drawData } from './draw-data';
import { PROJECTIONS } from './projections';
import type { MapData, MapState } from './types';
import { windowPolygon } from './window';

/** The style of the map: a pure function of what is to be seen. */

/** Makes an address of a path under static/. */
export type AssetUrl = (path: string) => string;

const SEA_SOURCE = 'window';
const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };

export function mapStyle(state: MapState, data: MapData, asset: AssetUrl): StyleSpecification {
  return {
    version: 8,
    projection: { type: PROJECTIONS[state.projection].type },
    'font-faces': fontFaces(asset),
    sources: mapSources(state, data),
    layers: mapLayers(state),
    transition: { duration: 0, delay: 0 },
  } as StyleSpecification;
}

/** The sources of all layers; those of hidden layers are empty. */
export function mapSources(state: MapState, data: MapData): Record<string, SourceSpecification> {
  const sources: Record<string, SourceSpecification> = {
    [SEA_SOURCE]: { type: 'geojson', data: windowPolygon(), tolerance: 0.2 },
  };
  for (const id of LAYER_IDS) {
    const declared = LAYERS[id].source?.(contextOf(state, id));
    sources[id] = declared ?? {
      type: 'geojson',
      promoteId: 'id',
      tolerance: 0.25,
      data: sourceData(id, state, data),
    };
  }
  for (const own of state.own ?? []) sources[ownSourceId(own.id)] = ownSource(own);
  return sources;
}

/**
 * What a layer's GeoJSON source holds: nothing while it is hidden, which leaves the map's worker that
 * much less to do.
 */
export function sourceData(id: LayerId, state: MapState, data: MapData): FeatureCollection {
  if (!isShown(id, state)) return EMPTY;
  if (id === 'catchment') return catchmentData(state, data);
  if (id === 'ways') return drawData('ways', wayFeatures(state.highlights.ways ?? NO_WAYS));
  if (id === 'proximity')
    return drawData('proximity', proximityFeatures(state.highlights.proximity ?? NO_PROXIMITY));
  if (id === 'sketches')
    return drawData('sketches', sketchFeatures(state.highlights.sketches ?? NO_SKETCHES));
  const features = id === 'graticule' ? graticule : data[id];
  return features ? drawData(id, features) : EMPTY;
}

const isShown = (id: LayerId, { layers }: MapState): boolean =>
  layers[id] !== undefined || LAYERS[id].fixed === true;

const NO_WAYS: readonly Way[] = [];
const NO_PROXIMITY: Proximity = { lines: [], points: [], area: [], diverging: false };
const NO_SKETCHES: readonly DrawnSketch[] = [];
const graticule = graticuleFeatures();

/** The last outlines made: the same list in the same colours is drawn once. */
let lastCatchment: { from: readonly unknown[]; made: FeatureCollection } | undefined;

/** Outlines in the colour of their corridor. */
function catchmentData(state: MapState, data: MapData): FeatureCollection {
  const from = [state.highlights.catchment, state.highlights.colours, data.corridors];
  if (!lastCatchment || from.some((part, i) => part !== lastCatchment!.from[i]))
    lastCatchment = { from, made: makeCatchment(state, data) };
  return lastCatchment.made;
}

function makeCatchment({ highlights }: MapState, data: MapData): FeatureCollection {
  const colourOf = new Map(
    data.corridors?.features.map((feature) => [feature.id, feature.properties?.colour as number]),
  );
  const features = highlights.catchment.map((feature, i) => {
    const corridor = feature.properties.corridor ?? '';
    return {
      ...feature,
      id: `catchment-${i}`,
      geometry: joinAt180(feature.geometry),
      properties: { colour: highlights.colours?.[corridor] ?? colourOf.get(corridor) ?? -1 },
    };
  });
  return features.length === 0
    ? EMPTY
    : drawData('catchment', { type: 'FeatureCollection', features });
}

/** The visible layers in the order of their slots. */
export function mapLayers(state: MapState): LayerSpecification[] {
  const theme = THEMES[state.theme];
  const slotted: LayerSpecification[] = [
    { id: 'sea', type: 'fill', source: SEA_SOURCE, paint: { 'fill-color': theme.sea } },
  ];
  for (const id of LAYER_IDS) {
    if (!isShown(id, state)) continue;
    for (const layer of LAYERS[id].layers(contextOf(state, id)))
      slotted.push({ ...layer, source: id } as LayerSpecification);
  }
  // What comes later in a slot lies above: the first own layer last.
  for (const own of [...(state.own ?? [])].reverse()) slotted.push(...ownLayers(own, theme));
  slotted.push(...markLayers(state));
  slotted.sort((a, b) => slotOf(a.id) - slotOf(b.id));
  return [
    { id: 'paper', type: 'background', paint: { 'background-color': theme.paper } },
    ...slotted,
  ];
}

function contextOf(state: MapState, id: LayerId): StyleContext {
  return {
    theme: THEMES[state.theme],
    lang: state.lang,
    labels: state.labels,
    projection: state.projection,
    sideWords: state.sideWords,
    opacity: state.layers[id] ?? 1,
    corridors: state.highlights.corridors,
    ways: state.highlights.ways,
    corridorColours: state.highlights.colours,
    regions: state.highlights.regions,
    sketched: (state.highlights.sketches?.length ?? 0) > 0,
    linkages: state.highlights.linkages,
  };
}

/** A ring around a point, a firm line along anything else: what is selected, what is pointed at. */
function markLayers(state: MapState): LayerSpecification[] {
  const { selected, hovered, own } = state.highlights;
  const picked = own && state.own?.find(({ id }) => id === own.layer);
  const theme = THEMES[state.theme];
  const same =
    selected && hovered && selected.layer === hovered.layer && selected.id === hovered.id;
  return [
    ...(hovered && !same ? markLayer(state, hovered, 'hovered', theme.inkSoft) : []),
    ...(selected ? markLayer(state, selected, 'selected', theme.selected) : []),
    ...(picked ? ownMark(picked, own.index, theme) : []),
  ];
}

const POINTS: readonly LayerId[] = ['hubs', 'crossings', 'ports', 'nodes', 'settlements'];

function markLayer(
  state: MapState,
  ref: FeatureRef,
  slot: 'hovered' | 'selected',
  color: string,
): LayerSpecification[] {
  if (state.layers[ref.layer] === undefined) return [];
  const scale = THEMES[state.theme].scale;
  const filter = ['==', ['get', 'id'], ref.id] as never;
  if (POINTS.includes(ref.layer))
    return [
      {
        id: `${slot}-point`,
        type: 'circle',
        source: ref.layer,
        filter,
        paint: {
          'circle-radius': 11 * scale,
          'circle-color': 'rgba(0,0,0,0)',
          'circle-stroke-color': color,
          'circle-stroke-width': (slot === 'selected' ? 2.6 : 1.6) * scale,
        },
      },
    ];
  return [
    {
      id: `${slot}-line`,
      type: 'line',
      source: ref.layer,
      filter,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': color,
        'line-width': (slot === 'selected' ? 2.8 : 1.8) * scale,
        'line-opacity': 0.9,
      },
    },
  ];
}

function fontFaces(asset: AssetUrl): StyleSpecification['font-faces'] {
  return Object.fromEntries(
    Object.entries(FONT_FACES).map(([name, files]) => [
      name,
      files.map((file) => ({ url: asset(file.path), 'unicode-range': file.ranges })),
    ]),
  );
}

/** Names of a declaration's layers as MapLibre knows them: what a click asks about. */
export function clickableLayers(state: MapState): string[] {
  return LAYER_IDS.filter((id) => state.layers[id] !== undefined && LAYERS[id].selectable).flatMap(
    (id) => LAYERS[id].layers(contextOf(state, id)).map((layer: SlottedLayer) => layer.id),
  );
}
