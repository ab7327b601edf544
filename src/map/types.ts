import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { ProjectionId } from '../core/projections';
import type { Lang } from '../core/types';
import type { SideWords } from '../i18n/degrees';
import type { FeatureRef, LayerId } from '../layers/ids';
import type { Labels } from '../layers/labels';
import type { OwnDrawn } from '../layers/own';
import type { ThemeId } from '../layers/theme';
import type { Proximity } from '../layers/proximity';
import type { DrawnSketch } from '../layers/sketches';
import type { Way } from '../layers/ways';

export type { ViewState } from '../core/projections';
export type { FeatureRef } from '../layers/ids';
export type { OwnDrawn } from '../layers/own';
export type { Pin } from '../layers/pin';
export type { Way } from '../layers/ways';

/** What is drawn above the layers because the user is looking at it. */
export interface Highlights {
  /** Ids of the corridors in hand. */
  corridors: string[];
  /** Their places in the set of colours, so that no two look alike; absent: their own. */
  colours?: Readonly<Record<string, number>> | undefined;
  /** Outlines to draw, each in the colour of its corridor where it names one. */
  catchment: Feature<Geometry, { corridor?: string | undefined }>[];
  /** Routes, other ways and what is reached. The same list is drawn once. */
  ways?: readonly Way[] | undefined;
  /** Pairs and places of a matrix. The same object is drawn once. */
  proximity?: Proximity | undefined;
  /** What a person has drawn. The same list is drawn once. */
  sketches?: readonly DrawnSketch[] | undefined;
  /** Ids of the regions of the macro-region or programme area in hand. */
  regions?: readonly string[] | undefined;
  /** Ids of the linkages that are seen; absent: all. */
  linkages?: readonly string[] | undefined;
  selected?: FeatureRef | undefined;
  /** The feature of an own layer whose card is open: its layer, and its number in it. */
  own?: { layer: string; index: number } | undefined;
  hovered?: FeatureRef | undefined;
}

/** Layers as read from geodata/, and `corridors` by `corridorFeatures`; absent while not loaded. */
export type MapData = Partial<Record<LayerId, FeatureCollection>>;

/** Visible layers and their opacity, 0 to 1. A layer that is absent is not drawn. */
export type VisibleLayers = Partial<Record<LayerId, number>>;

/** All that the style is made from: same state, same style. */
export interface MapState {
  projection: ProjectionId;
  theme: ThemeId;
  lang: Lang;
  labels?: Labels | undefined;
  /** How the language writes degrees; absent: without the side. */
  sideWords?: SideWords | undefined;
  layers: VisibleLayers;
  highlights: Highlights;
  /** Own layers that are visible, the first on top. */
  own?: readonly OwnDrawn[] | undefined;
}
