import type { ReachBand } from '../core/analysis/answers';
import type { Metric } from '../core/network/join';
import type { NetworkOptions } from '../core/network/types';
import type { ReachBeside } from '../data/questions/effects';
import type { Way } from '../layers/ways';
import { latest } from '../worker/latest';
import { analysis } from './atlas.svelte';
import { journey } from './journey.svelte';
import { settle, value, type Result } from './results.svelte';
import { world } from './world.svelte';

/** Upper bounds of the bands where none are chosen: km, typical hours. */
export const USUAL_BANDS: Record<Metric, readonly number[]> = {
  distance: [500, 1000, 2000],
  time: [24, 48, 96],
};

interface Question {
  place: string;
  by: Metric;
  bands: readonly number[];
  world: NetworkOptions;
}

/** What is within reach of the hub in hand. */
export class Reach {
  result = $state.raw<Result<ReachBeside>>({ status: 'none' });
  /** A newer question than the one that `result` answers has been asked. */
  stale = $state(false);
  /** The map has been, or need not be, moved to show what is reached. */
  framed = true;
  /** The pin is being dragged and stands here meanwhile. */
  dragged = $state<string | undefined>();

  #asked: Question | undefined;
  readonly #ask = latest(
    async ({ place, by, bands, world }: Question) =>
      await analysis.reach(place, { by, bands }, world),
    (settled) => {
      if (!this.#asked) return;
      this.result = settle(settled);
      this.stale = settled.question !== this.#asked;
    },
  );

  /** The bounds in hand, rising. */
  get bands(): readonly number[] {
    return journey.bands ?? USUAL_BANDS[world.by];
  }

  /** What the hub and the world in hand ask; undefined while there is no hub. */
  get question(): Question | undefined {
    const place = this.dragged ?? journey.hub;
    if (place === undefined) return undefined;
    return { place, by: world.by, bands: this.bands, world: world.options };
  }

  /** Asks anew; without a question there is no answer. */
  follow(question: Question | undefined): void {
    this.#asked = question;
    this.stale = question !== undefined;
    if (!question) this.result = { status: 'none' };
    else {
      if (this.result.status !== 'ready') this.result = { status: 'computing' };
      this.#ask(question);
    }
  }

  /** Bands of the answer, each holding all within its bound. */
  get answered(): ReachBand[] {
    const answer = value(this.result)?.value;
    return answer?.status === 'ok' ? answer.bands : [];
  }

  /** As the map draws it: near bands above far ones, and above all what the scenario changes. */
  readonly drawn = $derived.by((): Way[] => {
    const change = value(this.result)?.change;
    return [
      ...this.answered.map(({ geometry }, rank): Way => ({ geometry, role: 'reach', rank })),
      ...(change ? [{ geometry: change.lost, role: 'lost' } as const] : []),
      ...(change ? [{ geometry: change.gained, role: 'gained' } as const] : []),
    ].filter(({ geometry }) => geometry.coordinates.length > 0);
  });
}

export const reach = new Reach();
