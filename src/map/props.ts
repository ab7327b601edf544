import type { Map as MapLibreMap } from 'maplibre-gl';
import type { ViewState } from '../core/projections';
import type { LngLat } from '../core/types';
import type { View } from '../data/own/drawing';
import type { Language } from '../i18n/language';
import type { Padding } from './framing';
import type { OwnFound } from './own-sources';
import type { FeatureRef, MapData, MapState, Pin } from './types';

/** A camera, and the size of the map that it was set on: on another the same ground is shown. */
export type SceneView = ViewState & { stage?: { width: number; height: number } | undefined };

/** What the page hands to the map, and hears of it. */
export interface MapViewProps extends Omit<MapState, 'lang' | 'sideWords'> {
  language: Language;
  data: MapData;
  /** Figures are being computed: what answers draw waits for them, though not long. */
  figuresComing?: boolean;
  /** Where to look; absent: the home view of the projection. */
  camera?: SceneView | undefined;
  /** A camera from outside is flown to, where motion is not unwelcome. */
  fly?: boolean;
  /** A wish to show these points: a new object each time. */
  framing?: { points: LngLat[] } | undefined;
  /** Pixels covered by panels. */
  padding?: Padding;
  /** Places that can be dragged. */
  pins?: readonly Pin[] | undefined;
  onmove?: (camera: ViewState) => void;
  /** The part of the world on the screen, after each move. */
  onview?: (view: View) => void;
  /** A feature of an own layer: it lies above what the product has there. */
  onown?: (found: OwnFound) => void;
  onselect?: (ref: FeatureRef | undefined, at: LngLat) => void;
  onhover?: (ref: FeatureRef | undefined) => void;
  ondrag?: (pin: string, at: LngLat) => void;
  ondrop?: (pin: string, ref: FeatureRef | undefined, at: LngLat) => void;
  onpress?: (pin: string) => void;
  /** The place under the pointer, once a frame while it moves; null where there is no earth. */
  onpoint?: ((at: LngLat | null) => void) | undefined;
  /** All that was given is drawn: after each change. */
  onidle?: () => void;
  onerror?: (error: unknown) => void;
  onready?: (map: MapLibreMap) => void;
}
