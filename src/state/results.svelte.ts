import type { CatchmentResult } from '../core/analysis/catchment-types';
import type { CorridorAnswer } from '../data/questions/corridor';
import { latest, SLIDER_PATIENCE_MS } from '../worker/latest';
import type { Answer } from '../worker/messages';
import { stoppable } from '../worker/stoppable';
import { analysis } from './atlas.svelte';

/** A figure that is being computed, is there, or cannot be had. */
export type Result<T> =
  | { status: 'none' }
  | { status: 'computing' }
  | { status: 'ready'; value: T }
  | {
      status: 'failed';
      message: string;
      code?: string | undefined;
      /** What the person gave that cannot be used. */
      what?: string | undefined;
    };

interface CatchmentQuestion {
  id: string;
  radiusKm: number;
}

const NONE = { status: 'none' } as const;

/** What has been computed for the corridor in hand. */
export class Results {
  corridor = $state.raw<Result<CorridorAnswer>>(NONE);
  catchment = $state.raw<Result<CatchmentResult>>(NONE);

  #followed: string | undefined;

  readonly #askCorridor = latest(
    async (id: string): Promise<Answer<CorridorAnswer>> => await analysis.corridor(id),
    (settled) => (this.corridor = settle(settled)),
  );
  readonly #askCatchment = latest(
    ({ id, radiusKm }: CatchmentQuestion, signal): Promise<Answer<CatchmentResult>> =>
      stoppable(signal, (watch) => analysis.catchment(id, radiusKm, watch)),
    (settled) => (this.catchment = settle(settled)),
    SLIDER_PATIENCE_MS,
  );

  /** Asks anew for what the corridor in hand or the radius changes. */
  follow({ id, radiusKm }: { id: string | undefined; radiusKm: number }): void {
    if (id === undefined) {
      this.corridor = NONE;
      this.catchment = NONE;
      this.#followed = undefined;
      return;
    }
    if (this.#followed !== id) {
      this.corridor = { status: 'computing' };
      this.catchment = { status: 'computing' };
      this.#askCorridor(id);
    }
    this.#followed = id;
    this.#askCatchment({ id, radiusKm });
  }
}

/** The value, once it is there. A newer one takes its place when it has been computed. */
export function value<T>(result: Result<T>): T | undefined {
  return result.status === 'ready' ? result.value : undefined;
}

/** What a question that came back says of its figure. */
export function settle<T>(settled: { answer: Answer<T> } | { error: unknown }): Result<T> {
  if ('error' in settled) return { status: 'failed', message: String(settled.error) };
  const { answer } = settled;
  return answer.ok
    ? { status: 'ready', value: answer.value }
    : { status: 'failed', message: answer.message, code: answer.code, what: answer.what };
}

export const results = new Results();
