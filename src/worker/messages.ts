import type { FeatureCollection } from 'geojson';
import type { Parsed } from '../cli/execute';
import type { RouteAnswer, RouteQuery } from '../core/analysis/answers';
import type { MatrixFigures } from '../core/analysis/matrix-figures';
import type { CatchmentResult } from '../core/analysis/catchment-types';
import type { ReachOptions } from '../core/analysis/reach';
import type { ChangedPair, WayDifference } from '../core/analysis/scenario-difference';
import type { DrawnLine } from '../core/corridor/drawn-profile';
import type { DrawnProfile } from '../core/corridor/types';
import type { Issue } from '../core/errors';
import type { Metric } from '../core/network/join';
import type { Assumption, NetworkOptions } from '../core/network/types';
import type { Scenario, ScenarioPreset } from '../core/scenario/types';
import type { FigureValue } from '../core/story/figure';
import type { Story } from '../core/story/types';
import type { Corridor, LngLat } from '../core/types';
import type { Edition } from '../data/edition';
import type { AreaAnswer } from '../data/questions/areas';
import type { BeltAnswer } from '../data/questions/belt';
import type { Compared, Comparison } from '../data/questions/compare';
import type { CorridorAnswer } from '../data/questions/corridor';
import type { Beside, MatrixQuery, RankingAnswer, ReachBeside } from '../data/questions/effects';
import type { CorridorDistance } from '../data/questions/from-corridors';
import type { Findable } from '../data/questions/findables';
import type { HelpingLinks } from '../data/questions/helping-links';
import type { FocalPairAnswer, LinkageAnswer } from '../data/questions/linkages';
import type { ScenarioTable, ScenarioTableQuestion } from '../data/questions/scenario-table';
import type { StripAnswer, StripQuestion } from '../data/questions/strip';
import type { Switch } from '../data/questions/switches';
import type { Manifest } from '../formats/manifest';
import type { Metadata } from '../formats/metadata';

/** A corridor as lists and the map need it. */
export interface CorridorSummary extends Pick<Corridor, 'id' | 'name' | 'summary' | 'rank'> {
  distanceKm: number;
  statuses: string[];
  /** The way as one line, joined across 180 degrees for drawing. */
  line: LngLat[];
  /** Ids of the places that it leads through: the ends of its edges. */
  nodes: string[];
}

/**
 * Called now and then during long work with what is done and what is to be done; `false` stops it,
 * and the answer fails with the code `stopped`. It must be a comlink proxy.
 */
export type Watch = (done: number, total: number) => boolean | void | Promise<boolean | void>;

/** An answer, or the person's mistake; bugs are thrown and come through as such. */
export type Answer<T> =
  { ok: true; value: T } | { ok: false; code: string; message: string; what?: string | undefined };

/** What is there: layers, lists, corridors and their catchments. */
export interface AtlasOperations {
  /** One layer for drawing: joined across 180 degrees. */
  layer(id: string): Promise<FeatureCollection>;
  issues(): Promise<Issue[]>;
  edition(): Promise<Edition | undefined>;
  findables(): Promise<Findable[]>;
  corridors(): Promise<CorridorSummary[]>;
  corridor(id: string): Promise<Answer<CorridorAnswer>>;
  catchment(id: string, radiusKm: number, watch?: Watch): Promise<Answer<CatchmentResult>>;
  /** The catchment of any lines, such as one drawn by hand; a point is a line of one vertex. */
  linesCatchment(
    lines: LngLat[][],
    radiusKm: number,
    watch?: Watch,
  ): Promise<Answer<CatchmentResult>>;
  /** A drawn line as a corridor, with what lies within a radius of it. */
  drawnLine(line: DrawnLine, radiusKm: number): Promise<Answer<DrawnProfile>>;
  /** How far a place lies from every corridor and where along it, the nearest first. */
  fromCorridors(place: LngLat): Promise<Answer<CorridorDistance[]>>;
  /** Macro-regions and programme areas with their totals. */
  areas(): Promise<Answer<AreaAnswer[]>>;
  /** What lies within a width on both sides of a border. */
  borderBelt(id: string, widthKm: number, watch?: Watch): Promise<Answer<BeltAnswer>>;
  /** The stories that come with the product. */
  stories(): Promise<Story[]>;
  /** Every linkage with its two ends. */
  linkages(): Promise<Answer<LinkageAnswer[]>>;
  /** Two regions as a focal pair, and what leads out from them. */
  focalPair(pair: [string, string]): Promise<Answer<FocalPairAnswer>>;
}

/** What follows from the network, today or in the scenario, month and modes of `world`. */
export interface NetworkOperations {
  assumptions(): Promise<Answer<Assumption[]>>;
  presets(): Promise<ScenarioPreset[]>;
  switches(): Promise<Answer<Switch[]>>;
  /** A scenario from a preset's id, its JSON text, or its code in an address. */
  scenario(text: string): Promise<Answer<Scenario>>;
  route(
    query: RouteQuery,
    world: NetworkOptions,
  ): Promise<Answer<Beside<RouteAnswer, WayDifference>>>;
  reach(
    place: string | LngLat,
    options: Omit<ReachOptions, 'settlements'>,
    world: NetworkOptions,
  ): Promise<Answer<ReachBeside>>;
  /** A matrix in columns, beside today's where a scenario is in hand. */
  matrixFigures(
    query: MatrixQuery,
    world: NetworkOptions,
    watch?: Watch,
  ): Promise<Answer<MatrixFigures>>;
  /** The geodesic of each pair for drawing: longitudes never jump. */
  greatCircles(pairs: [LngLat, LngLat][]): Promise<LngLat[][]>;
  /** The pairs of hubs, down to a label rank, whose way the scenario changes. */
  changedPairs(
    rank: number,
    by: Metric,
    world: NetworkOptions,
    watch?: Watch,
  ): Promise<Answer<{ hubs: number; pairs: ChangedPair[] }>>;
  ranking(
    query: { rank: number; within: number; by: Metric },
    world: NetworkOptions,
    watch?: Watch,
  ): Promise<Answer<RankingAnswer>>;
  /** Whether what is not built would bring the ends of a route nearer. */
  helpingLinks(
    query: RouteQuery,
    world: NetworkOptions,
    watch?: Watch,
  ): Promise<Answer<HelpingLinks>>;
  /** A corridor or route along its kilometre axis. */
  strip(question: StripQuestion): Promise<Answer<StripAnswer>>;
  /** Scenarios side by side, in one month and by the same modes. */
  scenarioTable(
    question: ScenarioTableQuestion,
    world: NetworkOptions,
  ): Promise<Answer<ScenarioTable>>;
  compare(
    compared: Compared[],
    radiusKm: number,
    world: NetworkOptions,
    watch?: Watch,
  ): Promise<Answer<Comparison>>;
  /** The figures of a story's text, by the text between the braces. */
  figures(texts: readonly string[], world: NetworkOptions): Promise<Record<string, FigureValue>>;
}

/** The answer of a command as a file, with what it was made from. */
export interface CommandAnswer {
  parsed: Parsed;
  content: string | Uint8Array<ArrayBuffer>;
  manifest: Manifest;
  metadata: Metadata;
}

/** The command `nv`. */
export interface CommandOperations {
  /** The SHA-256 of those of the files a command reads that were handed over, by path. */
  inputHashes(paths: string[], files: Readonly<Record<string, Blob>>): Promise<Manifest['inputs']>;
  /**
   * Runs a command line, without `nv`. `files` are those that it may read, by name; `watch` as
   * for a matrix.
   */
  command(
    words: string[],
    files: Record<string, Blob>,
    watch?: Watch,
  ): Promise<Answer<CommandAnswer>>;
}

/** What the page may ask of the worker. Questions and answers are plain data. */
export type Analysis = AtlasOperations & NetworkOperations & CommandOperations;
