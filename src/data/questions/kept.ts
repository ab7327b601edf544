import type { Atlas } from '../atlas';

interface Kept {
  key: string;
  value: unknown;
}

const answers = new WeakMap<Atlas, Map<string, Kept>>();

/**
 * The latest answer of a kind, made anew once the question is another: what a scenario leaves as it
 * is, such as today's ways and a catchment, is not computed again with each switched link. Work that
 * fails or is stopped leaves the last answer.
 *
 * @param kind of each kind one answer is remembered
 * @param question all that the answer depends on beside the atlas, as JSON
 */
export async function kept<T>(
  atlas: Atlas,
  kind: string,
  question: unknown,
  make: () => Promise<T>,
): Promise<T> {
  const known = answers.get(atlas) ?? new Map<string, Kept>();
  answers.set(atlas, known);
  const key = JSON.stringify(question);
  const last = known.get(kind);
  // Only `make` of the same kind has put it there.
  if (last?.key === key) return last.value as T;
  const value = await make();
  known.set(kind, { key, value });
  return value;
}
