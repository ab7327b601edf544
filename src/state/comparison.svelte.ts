import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { NetworkOptions } from '../core/network/types';
import type { DrawnLine } from '../core/corridor/drawn-profile';
import type { Compared, Comparison } from '../data/questions/compare';
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
import { lineOf } from './sketch';
import { sketches } from './sketches.svelte';

/** Most corridors that stand side by side, as the worker's question has it. */
export const MAX_CORRIDORS = 6;

/** What stands side by side: corridors, and drawings by id. */
interface Choice {
  corridors: string[];
  drawn: readonly string[];
}

interface Question {
  compared: readonly Compared[];
  radiusKm: number;
  world: NetworkOptions;
}

type Outline = Feature<Polygon | MultiPolygon, { corridor: string }>;

const same = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();
const sameChoice = (a: Choice, b: Choice): boolean =>
  same(a.corridors, b.corridors) && same(a.drawn, b.drawn);

/**
 * The corridors in hand, and drawn lines, side by side. The first of `app.corridors` is the baseline,
 * unless a drawn line has been made it.
 */
export class ComparisonState {
  result = $state.raw<Result<Comparison>>({ status: 'none' });
  /** Compared but not looked at: neither a column nor a line on the map. */
  hidden = $state.raw<readonly string[]>([]);
  /** Drawn lines that stand beside the corridors: the address does not carry them. */
  drawn = $state.raw<readonly string[]>([]);
  differences = $state(false);
  /** The row that the columns are sorted by: `group.part`. */
  sortKey = $state<string | undefined>();
  order = $state<Order>('ascending');

  /** Steps from the corridors that the page began with; absent until these are known. */
  #choices = $state.raw<History<Choice> | undefined>();
  /** The drawn line that differences are taken to. */
  #base = $state<string | undefined>();

  readonly #ask = latest(
    ({ compared, radiusKm, world }: Question, signal): Promise<Answer<Comparison>> =>
      stoppable(signal, (watch) => analysis.compare([...compared], radiusKm, world, watch)),
    (settled) => (this.result = settle(settled)),
    SLIDER_PATIENCE_MS,
  );

  /** The drawn lines among them that are still there, as they are now. */
  readonly lines: readonly DrawnLine[] = $derived(
    this.drawn.flatMap((id) => lineOf(sketches.shown.find((each) => each.id === id)) ?? []),
  );

  /** All that stand side by side, the baseline first. */
  readonly ids: readonly string[] = $derived.by(() => {
    const all = [...app.corridors, ...this.lines.map(({ id }) => id)];
    const base = this.#base;
    return base === undefined || !all.includes(base)
      ? all
      : [base, ...all.filter((id) => id !== base)];
  });

  /** The same as the question names them. */
  readonly compared: readonly Compared[] = $derived(
    this.ids.map((id) => this.lines.find((line) => line.id === id) ?? id),
  );

  /** Whether there is anything to stand side by side. */
  get open(): boolean {
    return this.ids.length > 1;
  }

  /** Whether there is room for no more. */
  get full(): boolean {
    return this.ids.length >= MAX_CORRIDORS;
  }

  /** The newest comparison, as long as it is one of the corridors in hand. */
  get current(): Comparison | undefined {
    const comparison = value(this.result);
    const ids = comparison?.corridors.map(({ profile }) => profile.id);
    return ids && same(ids, this.ids) ? comparison : undefined;
  }

  /** Corridors in hand that are looked at. */
  readonly shown = $derived(
    this.open ? this.ids.filter((id) => !this.hidden.includes(id)) : app.corridors,
  );

  /** Place of each corridor in hand in the set of colours: no two look alike. */
  readonly colours = $derived(
    distinctColours(
      placesInList(atlas.layers.corridors),
      this.ids,
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
    if (question.compared.length < 2) return;
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

  /** Puts a drawn line beside the corridors, or takes it away. */
  toggleLine(id: string): void {
    this.drawn = this.drawn.includes(id)
      ? this.drawn.filter((other) => other !== id)
      : [...this.drawn, id];
    this.hidden = this.hidden.filter((other) => other !== id);
  }

  takeOut(id: string): void {
    if (this.drawn.includes(id)) this.toggleLine(id);
    else this.toggle(id);
  }

  /** Leaves the first corridor in hand alone. */
  close(): void {
    app.corridors = app.corridors.slice(0, 1);
    this.drawn = [];
  }

  makeBaseline(id: string): void {
    this.#base = this.drawn.includes(id) ? id : undefined;
    if (this.#base === undefined)
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

  /** Every change of what is in hand, wherever it came from, is a step; the first is the beginning. */
  remember(choice: Choice): void {
    if (!this.#choices) this.#choices = new History(choice);
    else if (!sameChoice(choice, this.#choices.value)) this.#choices.change(choice);
  }

  undo(): void {
    this.#choices?.undo();
    this.#take();
  }

  redo(): void {
    this.#choices?.redo();
    this.#take();
  }

  #take(): void {
    if (!this.#choices) return;
    app.corridors = this.#choices.value.corridors;
    this.drawn = this.#choices.value.drawn;
  }
}

export const comparison = new ComparisonState();
