import type { Feature } from 'geojson';
import type { FilterSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { Lang } from '../core/types';
import type { ProjectionId } from '../core/projections';
import type { SideWords } from '../i18n/degrees';
import type { MessageKey } from '../i18n/language';
import type { LayerId } from './ids';
import type { Labels } from './labels';
import type { SignId } from './signs';
import type { SlotId } from './slots';
import type { Theme } from './theme';
import type { Way } from './ways';

/** What a layer may know when it says how it is drawn. */
export interface StyleContext {
  theme: Theme;
  lang: Lang;
  /** Which names stand on the map; absent: the local ones too where it is near enough. */
  labels?: Labels | undefined;
  projection: ProjectionId;
  /** How degrees are written at the graticule; absent: bare. */
  sideWords?: SideWords | undefined;
  /** 0 to 1, as set in the layer panel. */
  opacity: number;
  /** Ids of the corridors in hand. */
  corridors: string[];
  /** Their places in the set of colours, where several are in hand. */
  corridorColours?: Readonly<Record<string, number>> | undefined;
  /** Ids of the regions of the macro-region or programme area in hand. */
  regions?: readonly string[] | undefined;
  /** Ids of the linkages that are seen; absent: all. */
  linkages?: readonly string[] | undefined;
  /** Ways that are drawn, for the legend. */
  ways?: readonly Way[] | undefined;
  /** Something has been drawn by hand. */
  sketched?: boolean | undefined;
}

type Slotted<T> = T extends { id: string } ? Omit<T, 'id' | 'source'> & { id: SlotId } : never;
/** A MapLibre layer whose id is a slot; its source is the layer's own. */
export type SlottedLayer = Slotted<Exclude<LayerSpecification, { type: 'custom' | 'background' }>>;

/** How a legend shows a thing: the same on screen, on paper and on slides. */
export type Swatch =
  | { kind: 'fill'; fill: string; stroke?: string; opacity?: number }
  | { kind: 'line'; strokes: { color: string; width: number; dash?: number[] }[] }
  | { kind: 'point'; sign: SignId; size: number; closed?: boolean }
  | { kind: 'dot'; radius: number; fill: string; stroke: string };

export interface LegendEntry {
  swatch: Swatch;
  label: MessageKey;
  /** Zoom from which it is drawn; absent: always. */
  minZoom?: number;
  /** Whether it stands for a feature with these drawn properties; absent: for all of its layer. */
  of?: (drawn: Readonly<Record<string, unknown>>) => boolean;
}

/** Everything about one layer of the map. */
export interface LayerDeclaration {
  id: LayerId;
  title: MessageKey;
  group: 'subject' | 'network' | 'places' | 'base';
  /** `file`: geodata/<id>.geojson. `made`: by the program. `image`: static/relief. */
  data: 'file' | 'made' | 'image';
  visible: boolean;
  /** Always drawn: without it there is no map. */
  fixed?: boolean;
  /** Features of it can be selected. */
  selectable: boolean;
  /** The flat properties that drawing needs; the full ones stay with the data. */
  draw?: (feature: Feature) => Record<string, string | number | boolean> | null;
  /** Names run along lines without bends of less than so many km, marked `label: true, along: km`. */
  namesAlongKm?: readonly number[];
  /** The source, where it is not GeoJSON of `draw`. */
  source?: (context: StyleContext) => SourceSpecification;
  layers: (context: StyleContext) => SlottedLayer[];
  legend: (context: StyleContext) => LegendEntry[];
  /** Whom to credit, a line each: in the map's corner and in the data panel. */
  attribution?: readonly string[];
}

export type { FilterSpecification };
