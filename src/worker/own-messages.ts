import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { Issue } from '../core/errors';
import type { Drawing, View } from '../data/own/drawing';
import type { PlaceWords } from '../data/own/place-words';
import type { TableOrder } from '../data/own/table';
import type {
  OwnFilter,
  OwnFormat,
  OwnInside,
  OwnPlace,
  OwnRow,
  OwnSummary,
  Repair,
} from '../data/own/types';
import type { Encoding } from '../formats/read/encoding';
import type { Answer } from './messages';

/** Progress of reading: bytes done of all, and features so far. */
export interface OwnProgress {
  done: number;
  total: number;
  features: number;
}

/** What reading a file gave. */
export interface OwnRead {
  format: OwnFormat;
  summary: OwnSummary;
  reading: { counts: Record<string, number>; issues: Issue[]; rejected: number };
  /** All features as a FeatureCollection, for keeping. */
  features: Blob;
  /** What is no feature, a piece a line, for keeping and download. */
  rejected: Blob;
  /** How the text of a table was encoded, where that is no sure UTF-8. */
  encoding?: Encoding | undefined;
  /** The coordinate system that the file names, where it is another than WGS84 degrees. */
  crs?: string | undefined;
  /** How the file's features are called in messages. */
  places: PlaceWords[];
}

/** A drawing, its JSON as a blob so that no thread but the map's worker has to read it. */
export type BlobDrawing = Omit<Drawing, 'json'> & { blob: Blob };

/**
 * What the page may ask of the worker of one own layer. The worker holds the features; to give up a
 * reading, or to forget a layer and all its memory, the worker is ended.
 */
export interface OwnWorker {
  /**
   * Reads a person's file. `onProgress` must be a comlink proxy; `encoding` is that of a table
   * whose encoding is not to be guessed.
   */
  read(
    file: Blob,
    name: string,
    onProgress: (progress: OwnProgress) => void,
    encoding?: Encoding,
  ): Promise<Answer<OwnRead>>;
  /** Takes features that the page has made. */
  take(features: Feature[]): Promise<Answer<OwnRead>>;
  /** Takes back what was kept. */
  restore(
    features: Blob,
    mended: Repair[],
    file: { name: string; crs: string | undefined; places: PlaceWords[] },
  ): Promise<OwnSummary>;
  repair(mended: Repair[], onProgress: (progress: OwnProgress) => void): Promise<OwnSummary>;
  /** Which features are shown. Answers how many they are. */
  filter(filters: OwnFilter[]): Promise<number>;
  draw(view: View, label: string | undefined): Promise<BlobDrawing>;
  /** How many rows match; a later question makes an earlier one answer undefined. */
  order(order: TableOrder): Promise<number | undefined>;
  /** Rows of the last order. */
  rows(from: number, count: number, fields: string[]): Promise<OwnRow[]>;
  feature(index: number): Promise<Feature>;
  inside(outline: Polygon | MultiPolygon, fields: string[]): Promise<OwnInside>;
  /** Named points, at most so many. */
  places(label: string | undefined, limit: number): Promise<OwnPlace[]>;
  /** Good features as GeoJSON, mended and filtered; or the bad ones as they stand in the file. */
  download(which: 'good' | 'bad'): Promise<Blob>;
}
