import type { Route, RouteAnswer, RouteQuery } from '../core/analysis/answers';
import type { WayDifference } from '../core/analysis/scenario-difference';
import type { NetworkOptions } from '../core/network/types';
import type { LngLat } from '../core/types';
import type { Beside } from '../data/questions/effects';
import type { Way } from '../layers/ways';
import { latest } from '../worker/latest';
import { analysis } from './atlas.svelte';
import { journey } from './journey.svelte';
import { settle, value, type Result } from './results.svelte';
import { world } from './world.svelte';

/** Other ways that are looked for beside the best. */
export const ALTERNATIVES = 3;

interface Question {
  query: RouteQuery;
  world: NetworkOptions;
}

type Found = Extract<RouteAnswer, { status: 'ok' }>;

/** The routes of the journey in hand. */
export class Routes {
  result = $state.raw<Result<Beside<RouteAnswer, WayDifference>>>({ status: 'none' });
  /** A newer question than the one that `result` answers has been asked. */
  stale = $state(false);
  /** Which way is in hand: 0 is the best. */
  chosen = $state(0);
  /** The map has been, or need not be, moved to show the way. */
  framed = true;
  /** A stop (`from`, `to`, `via-0`, ...) that is being dragged stands here meanwhile. */
  dragged = $state.raw<{ stop: string; place: string } | undefined>();

  #asked: Question | undefined;
  readonly #ask = latest(
    async ({ query, world }: Question) => await analysis.route(query, world),
    (settled) => {
      if (!this.#asked) return;
      this.result = settle(settled);
      this.stale = settled.question !== this.#asked;
    },
  );

  /** What the journey and the world in hand ask; undefined while an end is not known. */
  get question(): Question | undefined {
    const at = (stop: string, place: string): string =>
      this.dragged?.stop === stop ? this.dragged.place : place;
    if (journey.from === undefined || journey.to === undefined) return undefined;
    const query: RouteQuery = {
      from: at('from', journey.from),
      to: at('to', journey.to),
      via: journey.via.map((place, i) => at(`via-${i}`, place)),
      by: world.by,
      alternatives: ALTERNATIVES,
    };
    return { query, world: world.options };
  }

  /** Asks anew; without a question there is no answer. */
  follow(question: Question | undefined): void {
    // Coming back to the panel asks nothing new, and leaves the chosen way in hand.
    const same = JSON.stringify(question) === JSON.stringify(this.#asked);
    if (same && question && this.result.status === 'ready') return;
    this.#asked = question;
    this.chosen = 0;
    this.stale = question !== undefined;
    if (!question) this.result = { status: 'none' };
    else {
      if (this.result.status !== 'ready') this.result = { status: 'computing' };
      this.#ask(question);
    }
  }

  get answer(): RouteAnswer | undefined {
    return value(this.result)?.value;
  }

  /** The best way and the others; empty where there is none. */
  get ways(): Route[] {
    return waysOf(this.answer);
  }

  /** As the map draws them: the way in hand above the others, and today's where it differs. */
  readonly drawn = $derived.by((): Way[] => {
    const others = this.ways.filter((_, i) => i !== this.chosen);
    const inHand = this.ways[this.chosen];
    const beside = value(this.result);
    const today = beside?.difference?.kind === 'same' ? undefined : waysOf(beside?.today)[0];
    return [
      ...others.map((way, rank): Way => ({ geometry: way.geometry, role: 'alternative', rank })),
      ...(today ? [{ geometry: today.geometry, role: 'today' } as const] : []),
      ...(inHand ? [{ geometry: inHand.geometry, role: 'route' } as const] : []),
    ];
  });

  /** Moves a stop of the journey. */
  place(stop: string, place: string): void {
    if (stop === 'from') journey.from = place;
    else if (stop === 'to') journey.to = place;
    else {
      const index = Number(stop.slice('via-'.length));
      journey.via = journey.via.map((old, i) => (i === index ? place : old));
    }
  }

  /** Every position of the way in hand, for framing it. */
  get points(): LngLat[] {
    const geometry = this.ways[this.chosen]?.geometry;
    if (!geometry) return [];
    return (
      geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates.flat()
    ) as LngLat[];
  }
}

function waysOf(answer: RouteAnswer | undefined): Route[] {
  if (answer?.status !== 'ok') return [];
  const best: Found = answer;
  return [best, ...(best.alternatives ?? [])];
}

export const routes = new Routes();
