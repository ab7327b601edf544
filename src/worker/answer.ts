import { UserError } from '../core/errors';
import type { Answer } from './messages';

/** Turns a person's mistake into an answer; anything else is a bug and stays thrown. */
export async function answer<T>(ask: Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await ask };
  } catch (cause) {
    if (cause instanceof UserError) {
      const { code, message, what } = cause;
      return { ok: false, code, message, what };
    }
    throw cause;
  }
}
