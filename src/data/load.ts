import type { Feature } from 'geojson';
import * as v from 'valibot';
import type { Issue } from '../core/errors';
import type { Corridor } from '../core/types';
import { LAYER_FILES } from './catalogue';
import { corridor as corridorSchema } from './schema/corridors';
import { checkLayer } from './validate/layer';
import { error } from './validate/issue';

/** Reads a file of geodata/ as JSON; it throws when the file is missing or is not JSON. */
export type Reader = (file: string) => Promise<unknown>;

export interface Loaded<T> {
  value: T;
  issues: Issue[];
}

/**
 * One layer through a reader that the caller injects (fetch in a browser, the file system in Node).
 * A missing or broken file is an issue and an empty layer: the rest of the product still works.
 */
export async function loadLayer(id: string, read: Reader): Promise<Loaded<Feature[]>> {
  const layer = LAYER_FILES.find((candidate) => candidate.id === id);
  if (!layer) throw new Error(`no layer "${id}" in the catalogue`);
  const file = `${id}.geojson`;
  try {
    const { features, issues } = checkLayer(layer, await read(file));
    return { value: features, issues };
  } catch (cause) {
    return { value: [], issues: [unreadable(file, cause)] };
  }
}

/** The corridors of geodata/corridors.json that are sound; the others are listed as issues. */
export async function loadCorridors(read: Reader): Promise<Loaded<Corridor[]>> {
  return loadList('corridors.json', corridorSchema, read);
}

/** Any JSON list of the product whose items have a schema. */
export async function loadList<S extends v.GenericSchema>(
  file: string,
  schema: S,
  read: Reader,
): Promise<Loaded<v.InferOutput<S>[]>> {
  let list: unknown;
  try {
    list = await read(file);
  } catch (cause) {
    return { value: [], issues: [unreadable(file, cause)] };
  }
  if (!Array.isArray(list))
    return { value: [], issues: [error('schema', file, 'the file holds no list', 'a JSON array')] };
  const issues: Issue[] = [];
  const value = list.filter((item: unknown, i) => {
    const result = v.safeParse(schema, item);
    for (const issue of result.issues ?? [])
      issues.push(
        error(
          'schema',
          `${file}[${i}].${v.getDotPath(issue) ?? ''}`,
          issue.message,
          'see src/data/schema',
        ),
      );
    return result.success;
  }) as v.InferOutput<S>[];
  return { value, issues };
}

function unreadable(file: string, cause: unknown): Issue {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return error(
    'file-unreadable',
    file,
    `${file} could not be read: ${reason}`,
    'the file as the build wrote it',
  );
}
