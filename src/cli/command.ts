import type { FeatureCollection } from 'geojson';
import type { ParseArgsConfig } from 'node:util';
import type { Atlas } from '../data/atlas';
import type { Pace } from '../data/questions/pace';
import type { Rests } from '../data/questions/provenance';

type Options = NonNullable<ParseArgsConfig['options']>;
export type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

/** A table for people and spreadsheets: the same rows, told apart only by how they are written. */
export interface Table {
  /** `csv` heads the column in CSV, where that is not the key. */
  columns: { key: string; title: string; csv?: string; digits?: number }[];
  rows: Record<string, string | number | undefined>[];
  /** How many columns tell what a row is about, and are repeated where not all fit side by side (1). */
  leading?: number;
  /** Lines above the rows, for people only. */
  head?: string[];
  /** The head says it all: people are not shown the rows. */
  headOnly?: boolean;
}

/** An answer in every form that it can be asked for in. */
export interface Output {
  /** What the answer is about, in one line. */
  title: string;
  json: unknown;
  table: Table;
  geojson?: FeatureCollection | undefined;
  /** Whose sources and assumptions go along with it. */
  rests?: Rests | undefined;
  /** 0: answered. 2: the input was wrong, as `validate` finds. */
  exitCode?: 0 | 2;
}

export interface Context {
  atlas: Atlas;
  /** Opens a file that the person named. */
  readFile: (path: string) => Promise<Blob>;
  /** Told of the progress of long work. */
  pace: Pace;
}

export interface Command {
  name: string;
  /** What comes after the name: `[ID]`, `LNG,LAT LNG,LAT ...`. */
  usage: string;
  summary: string;
  /** A command line that works as it stands, without `nv`. */
  example: string;
  options: Options;
  /** One line on each option, by its name. */
  help: Record<string, string>;
  run: (context: Context, args: string[], values: Values) => Promise<Output>;
}
