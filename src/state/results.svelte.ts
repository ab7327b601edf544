import type { CatchmentResult } from '../core/analysis/catchment-types';
import type { CorridorAnswer } from '../data/questions/corridor';
import { latest } from '../worker/latest';
import type { Answer } from '../worker/messages';
import type { AppState } from './app.svelte';
import { analysis } from './atlas.svelte';

/** A figure that is being computed, is there, or cannot be had. */
export type Result<T> =
  | { status: 'none' }
  | { status: 'computing'; previous?: T }
  | { status: 'ready'; value: T }
  | { status: 'failed'; message: string };

interface CatchmentQuestion {
  id: string;
  radiusKm: number;
}

const NONE = { status: 'none' } as const;

/** What has been computed for the corridor in hand. */
export class Results {
  corridor = $state.raw<Result<CorridorAnswer>>(NONE);
  catchment = $state.raw<Result<CatchmentResult>>(NONE);

  readonly #askCorridor = latest(
    async (id: string): Promise<Answer<CorridorAnswer>> => await analysis.corridor(id),
    (settled) => (this.corridor = settle(settled)),
  );
  readonly #askCatchment = latest(
    async ({ id, radiusKm }: CatchmentQuestion): Promise<Answer<CatchmentResult>> =>
      await analysis.catchment(id, radiusKm),
    (settled) => (this.catchment = settle(settled)),
  );

  /** Called whenever the corridor in hand or the radius changes. */
  follow(app: AppState): void {
    const id = app.corridors[0];
    if (id === undefined) {
      this.corridor = NONE;
      this.catchment = NONE;
      return;
    }
    if (value(this.corridor)?.id !== id) {
      this.corridor = { status: 'computing' };
      this.catchment = { status: 'computing' };
      this.#askCorridor(id);
    }
    this.#askCatchment({ id, radiusKm: app.radiusKm });
  }
}

/** The value to show now: the ready one, or while a new one is computed the one before. */
export function value<T>(result: Result<T>): T | undefined {
  if (result.status === 'ready') return result.value;
  return result.status === 'computing' ? result.previous : undefined;
}

function settle<T>(settled: { answer: Answer<T> } | { error: unknown }): Result<T> {
  if ('error' in settled) return { status: 'failed', message: String(settled.error) };
  const { answer } = settled;
  return answer.ok
    ? { status: 'ready', value: answer.value }
    : { status: 'failed', message: answer.message };
}

export const results = new Results();
