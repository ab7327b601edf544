import type { FeatureCollection } from 'geojson';
import type { CatchmentResult } from '../core/analysis/catchment-types';
import type { Issue } from '../core/errors';
import type { Corridor } from '../core/types';
import type { Edition } from '../data/edition';
import type { CorridorAnswer } from '../data/questions/corridor';
import type { Findable } from '../data/questions/findables';

/** A corridor as lists and the map need it. */
export interface CorridorSummary extends Pick<Corridor, 'id' | 'name' | 'summary' | 'rank'> {
  distanceKm: number;
  statuses: string[];
  /** The way as one feature, joined across 180 degrees for drawing. */
  line: [number, number][];
}

/** An answer, or the person's mistake; bugs are thrown and come through as such. */
export type Answer<T> = { ok: true; value: T } | { ok: false; code: string; message: string };

/** What the page may ask of the worker. Every answer is plain data. */
export interface Analysis {
  /** One layer for drawing: joined across 180 degrees. */
  layer(id: string): Promise<FeatureCollection>;
  issues(): Promise<Issue[]>;
  edition(): Promise<Edition | undefined>;
  findables(): Promise<Findable[]>;
  corridors(): Promise<CorridorSummary[]>;
  corridor(id: string): Promise<Answer<CorridorAnswer>>;
  catchment(id: string, radiusKm: number): Promise<Answer<CatchmentResult>>;
}
