import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { NetworkOptions } from '../core/network/types';
import type { Comparison } from '../data/questions/compare';
import { distinctColours, placesInList } from '../layers/corridors';
import { THEMES } from '../layers/theme';
import { latest, SLIDER_PATIENCE_MS } from '../worker/latest';
import type { Answer } from '../worker/messages';
import { stoppable } from '../worker/stoppable';
import { app } from './app.svelte';
import { analysis, atlas } from './atlas.svelte';
import type { Order } from './comparison-table';
import { History } from './history.svelte';
import { settle, value, type Result } from './results.svelte';

/** Most corridors that stand side by side, as the worker's question has it. */
export const MAX_CORRIDORS = 6;

interface Question {
  ids: string[];
  radiusKm: number;
  world: NetworkOptions;
}

type Outline = Feature<Polygon | MultiPolygon, { corridor: string }>;

const same = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();

/** The corridors in hand side by side. The first of `app.corridors` is the baseline. */
export class ComparisonState {
  result = $state.raw<Result<Comparison>>({ status: 'none' });
  /** Compared but not looked at: neither a column nor a line on the map. */
  hidden = $state.raw<readonly string[]>([]);
  differences = $state(false);
  /** The row that the columns are sorted by: `group.part`. */
  sortKey = $state<string | undefined>();
  order = $state<Order>('ascending');

  /** Steps from the corridors that the page began with; absent until these are known. */
  #choices = $state.raw<History<string[]> | undefined>();

  readonly #ask = latest(
    ({ ids, radiusKm, world }: Question, signal): Promise<Answer<Comparison>> =>
      stoppable(signal, (watch) => analysis.compare(ids, radiusKm, world, watch)),
    (settled) => (this.result = settle(settled)),
    SLIDER_PATIENCE_MS,
  );

  /** Whether there is anything to stand side by side. */
  get open(): boolean {
    return app.corridors.length > 1;
  }

  /** The newest comparison, as long as it is one of the corridors in hand. */
  get current(): Comparison | undefined {
    const comparison = value(this.result);
    const ids = comparison?.corridors.map(({ profile }) => profile.id);
    return ids && same(ids, app.corridors) ? comparison : undefined;
  }

  /** Corridors in hand that are looked at. */
  readonly shown = $derived(
    app.corridors.length > 1
      ? app.corridors.filter((id) => !this.hidden.includes(id))
      : app.corridors,
  );

  /** Place of each corridor in hand in the set of colours: no two look alike. */
  readonly colours = $derived(
    distinctColours(
      placesInList(atlas.layers.corridors),
      app.corridors,
      THEMES[app.theme].corridors.length,
    ),
  );

  /** The catchments of those looked at, for the map. */
  readonly outlines = $derived.by((): Outline[] =>
    (this.current?.corridors ?? [])
      .filter(({ profile }) => this.shown.includes(profile.id))
      .map(({ profile, catchment }) => ({
        type: 'Feature',
        properties: { corridor: profile.id },
        geometry: catchment.geometry,
      })),
  );

  /** Asks anew for what corridors, radius or the world change. */
  follow(question: Question): void {
    if (question.ids.length < 2) return;
    if (!this.current) this.result = { status: 'computing' };
    this.#ask(question);
  }

  toggle(id: string): void {
    const ids = app.corridors;
    app.corridors = ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
    this.hidden = this.hidden.filter((other) => other !== id);
    const lines = atlas.corridors?.filter((corridor) => app.corridors.includes(corridor.id));
    if (lines && lines.length > 0) app.framing = { points: lines.flatMap(({ line }) => line) };
  }

  makeBaseline(id: string): void {
    app.corridors = [id, ...app.corridors.filter((other) => other !== id)];
  }

  hide(id: string): void {
    this.hidden = [...this.hidden, id];
  }

  unhide(id: string): void {
    this.hidden = this.hidden.filter((other) => other !== id);
  }

  /** A click on a row head: up, down, then the order in which they were chosen. */
  sortBy(key: string): void {
    if (this.sortKey !== key) [this.sortKey, this.order] = [key, 'ascending'];
    else if (this.order === 'ascending') this.order = 'descending';
    else this.sortKey = undefined;
  }

  get canUndo(): boolean {
    return this.#choices?.canUndo ?? false;
  }

  get canRedo(): boolean {
    return this.#choices?.canRedo ?? false;
  }

  /** Every change of the corridors in hand, wherever it came from, is a step; the first is the beginning. */
  remember(ids: string[]): void {
    if (!this.#choices) this.#choices = new History(ids);
    else if (!same(ids, this.#choices.value)) this.#choices.change(ids);
  }

  undo(): void {
    this.#choices?.undo();
    if (this.#choices) app.corridors = this.#choices.value;
  }

  redo(): void {
    this.#choices?.redo();
    if (this.#choices) app.corridors = this.#choices.value;
  }
}

export const comparison = new ComparisonState();
