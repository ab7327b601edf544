import { TODAY, type Scenario } from '../core/scenario/types';
import { History } from './history.svelte';
import { emptyScenario, freeId, sameScenario } from './scenario-edit';
import { world } from './world.svelte';

interface ShelfState {
  list: readonly Scenario[];
  /** Id of the scenario in hand; undefined: today. */
  inHand: string | undefined;
  month: number | undefined;
}

const EMPTY: ShelfState = { list: [], inHand: undefined, month: undefined };

/**
 * The scenarios that a person works on, and which of them is in hand. Every change can be undone,
 * and the world follows it at once.
 */
export class Shelf {
  readonly #history = new History<ShelfState>(EMPTY);

  get list(): readonly Scenario[] {
    return this.#history.value.list;
  }

  /** The scenario in hand; undefined: today. */
  get current(): Scenario | undefined {
    const { list, inHand } = this.#history.value;
    return list.find(({ id }) => id === inHand);
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  /** A new beginning with the scenarios that were kept; today is in hand. */
  open(list: readonly Scenario[]): void {
    this.#history.reset({ list, inHand: undefined, month: world.month });
    world.scenario = TODAY;
  }

  /** The scenario that an address or a file brings is in hand, without a step to undo. */
  begin(scenario: Scenario | undefined): void {
    this.#history.reset({ ...this.#with(scenario), month: world.month });
    world.scenario = this.current ?? TODAY;
  }

  /** Puts a scenario that an address brings into the list, without a step to undo; as it stands there. */
  keep(scenario: Scenario): Scenario {
    const { inHand, month } = this.#history.value;
    const { list, inHand: id } = this.#with(scenario);
    this.#history.reset({ list, inHand, month });
    return list.find((each) => each.id === id)!;
  }

  /** Puts a scenario in hand: one of the list, a preset, one from a file, or today. */
  take(scenario: Scenario | undefined): void {
    this.#noteMonth();
    this.#step({ ...this.#with(scenario), month: scenario?.month ?? world.month });
  }

  create(name: string): void {
    const id = freeId('scenario-1', this.#ids());
    this.#add(emptyScenario(id, name));
  }

  copy(name: string): void {
    if (!this.current) return;
    this.#add({ ...this.current, id: freeId(this.current.id, this.#ids()), name });
  }

  rename(name: string): void {
    const wanted = name.trim();
    if (wanted !== '') this.edit((scenario) => ({ ...scenario, name: wanted }), 'rename');
  }

  remove(): void {
    const { current } = this;
    if (!current) return;
    const list = this.list.filter(({ id }) => id !== current.id);
    this.#step({ ...this.#history.value, list, inHand: undefined });
  }

  /** Removes every scenario that is kept. */
  clear(): void {
    this.#step({ ...this.#history.value, list: [], inHand: undefined });
  }

  /**
   * Changes the scenario in hand. Today cannot be changed: the change then begins a new scenario
   * called `newName`.
   */
  edit(change: (scenario: Scenario) => Scenario, subject?: string, newName?: string): void {
    const { current } = this;
    if (!current) {
      const id = freeId('scenario-1', this.#ids());
      this.#add(change(emptyScenario(id, newName ?? id)));
      return;
    }
    const next = change(current);
    const list = this.list.map((each) => (each.id === current.id ? next : each));
    const about = subject === undefined ? undefined : `${current.id} ${subject}`;
    this.#step({ ...this.#history.value, list }, about);
  }

  setMonth(month: number | undefined): void {
    this.#noteMonth();
    this.#step({ ...this.#history.value, month });
  }

  undo(): void {
    this.#follow(() => this.#history.undo());
  }

  redo(): void {
    this.#follow(() => this.#history.redo());
  }

  #ids(): string[] {
    return this.list.map(({ id }) => id);
  }

  #add(scenario: Scenario): void {
    const list = [...this.list, scenario];
    this.#step({ ...this.#history.value, list, inHand: scenario.id });
  }

  /** The list with a scenario in it and in hand: the same one if it is there, else beside the others. */
  #with(given: Scenario | undefined): Pick<ShelfState, 'list' | 'inHand'> {
    if (!given) return { list: this.list, inHand: undefined };
    // There is one month, the world's: in the list no scenario has its own.
    const scenario = { ...given };
    delete scenario.month;
    const there = this.list.find((each) => sameScenario(each, scenario));
    if (there) return { list: this.list, inHand: there.id };
    const id = freeId(scenario.id, this.#ids());
    return { list: [...this.list, { ...scenario, id }], inHand: id };
  }

  /** The month can be changed elsewhere too: what it is before it changes here. */
  #noteMonth(): void {
    this.#history.amend({ ...this.#history.value, month: world.month });
  }

  #step(next: ShelfState, subject?: string): void {
    this.#follow(() => this.#history.change(next, subject));
  }

  /** The world follows a move in the history; its month only where the move changes the month. */
  #follow(move: () => void): void {
    const { month } = this.#history.value;
    move();
    world.scenario = this.current ?? TODAY;
    if (this.#history.value.month !== month) world.month = this.#history.value.month;
  }
}
