import type { Feature, Geometry } from 'geojson';
import type { Metric } from '../core/network/join';
import type { NetworkOptions } from '../core/network/types';
import type { AreaAnswer } from '../data/questions/areas';
import type { BeltAnswer } from '../data/questions/belt';
import type { RankingAnswer } from '../data/questions/effects';
import { latest, SLIDER_PATIENCE_MS } from '../worker/latest';
import type { Answer } from '../worker/messages';
import { stoppable } from '../worker/stoppable';
import { analysis } from './atlas.svelte';
import { regional } from './regional.svelte';
import { settle, type Result } from './results.svelte';

interface BeltQuestion {
  id: string;
  widthKm: number;
}

interface RankingQuestion {
  rank: number;
  within: number;
  by: Metric;
  world: NetworkOptions;
}

export type Ranking = RankingAnswer;

export type Outline = Feature<Geometry, { corridor?: string | undefined }>;

const NONE = { status: 'none' } as const;
const COMPUTING = { status: 'computing' } as const;

/** What has been computed for the panel of regions. */
export class RegionalResults {
  areas = $state.raw<Result<AreaAnswer[]>>(NONE);
  belt = $state.raw<Result<BeltAnswer>>(NONE);
  ranking = $state.raw<Result<Ranking>>(NONE);
  /** The question that the ranking shown answers. */
  ranked = $state.raw<RankingQuestion | undefined>();

  /** The belt as the map draws it; the same answer is the same list. */
  readonly outline = $derived.by((): Outline[] =>
    this.belt.status === 'ready'
      ? [{ type: 'Feature', properties: {}, geometry: this.belt.value.geometry }]
      : [],
  );

  readonly #askBelt = latest(
    ({ id, widthKm }: BeltQuestion, signal): Promise<Answer<BeltAnswer>> =>
      stoppable(signal, (watch) => analysis.borderBelt(id, widthKm, watch)),
    (settled) => {
      if (settled.question.id === regional.border) this.belt = settle(settled);
    },
    SLIDER_PATIENCE_MS,
  );
  readonly #askRanking = latest(
    ({ world, ...query }: RankingQuestion, signal): Promise<Answer<Ranking>> =>
      stoppable(signal, (watch) => analysis.ranking(query, world, watch)),
    (settled) => {
      this.ranking = settle(settled);
      this.ranked = settled.question;
    },
    SLIDER_PATIENCE_MS,
  );

  /** Asks for the totals once; again after a failure. */
  async askAreas(): Promise<void> {
    if (this.areas.status === 'ready' || this.areas.status === 'computing') return;
    this.areas = COMPUTING;
    this.areas = settle(
      await analysis.areas().then(
        (answer) => ({ answer }),
        (error: unknown) => ({ error }),
      ),
    );
  }

  askBelt(id: string | undefined, widthKm: number): void {
    if (id === undefined) {
      this.belt = NONE;
      return;
    }
    if (this.belt.status !== 'ready' || this.belt.value.border.id !== id) this.belt = COMPUTING;
    this.#askBelt({ id, widthKm });
  }

  askRanking(question: RankingQuestion): void {
    if (this.ranking.status !== 'ready') this.ranking = COMPUTING;
    this.#askRanking(question);
  }
}

export const regionalResults = new RegionalResults();
