import type { NetworkOptions } from '../core/network/types';
import { MAX_PAIRS, MAX_SCENARIOS } from '../core/scenario/table-limits';
import type { Scenario } from '../core/scenario/types';
import type { Pair, ScenarioTable, ScenarioTableQuestion } from '../data/questions/scenario-table';
import type { Address } from './address';
import { latest } from '../worker/latest';
import type { Answer } from '../worker/messages';
import { analysis } from './atlas.svelte';
import type { ScenarioTableWords } from './command';
import { RANK } from './effects.svelte';
import { journey } from './journey.svelte';
import { settle, value, type Result } from './results.svelte';
import { scenarios } from './scenario.svelte';
import { world } from './world.svelte';

interface Question {
  question: ScenarioTableQuestion;
  world: NetworkOptions;
}

/** What is looked at until a person names another pair: the question that the product began with. */
const FIRST_PAIR: Pair = { from: 'urumqi', to: 'novosibirsk' };

/** The column of a ready-made scenario; the colon keeps it apart from the ids of those that are kept. */
const PRESET = 'preset:';
const presetOf = (column: string): string | undefined =>
  column.startsWith(PRESET) ? column.slice(PRESET.length) : undefined;

const samePair = (a: Pair, b: Pair): boolean => a.from === b.from && a.to === b.to;

/** What an address says of the table. */
export type TableAddress = Pick<Address, 'scenarios' | 'pairs' | 'baseline'>;

/** Scenarios side by side, with today and each other. */
export class ScenarioTableState {
  open = $state(false);
  result = $state.raw<Result<ScenarioTable>>({ status: 'none' });
  /** A newer question than the one that is answered has been asked. */
  stale = $state(false);
  /** Id of the column that the others are compared with. */
  baseline = $state('today');
  /** Ready-made scenarios that were added, by their ids. */
  added = $state.raw<readonly string[]>([]);
  /** Kept scenarios that are left out, by their ids. */
  left = $state.raw<readonly string[]>([]);
  #pairs = $state.raw<readonly Pair[] | undefined>();

  #asked: Question | undefined;
  /** What the address asks for, until it has been read. */
  #wanted = $state.raw<TableAddress | undefined>();

  readonly #ask = latest(
    async ({ question, world }: Question): Promise<Answer<ScenarioTable>> =>
      await analysis.scenarioTable(question, world),
    (settled) => {
      this.result = settle(settled);
      this.stale = settled.question !== this.#asked;
    },
  );

  /** The scenarios to be seen: those that are kept, and ready-made ones that were added. */
  readonly chosen: readonly Scenario[] = $derived(
    [
      ...scenarios.list.filter(({ id }) => !this.left.includes(id)),
      ...scenarios.presets
        .filter(({ id }) => this.added.includes(id))
        .map(({ id, scenario }) => ({ ...scenario, id: PRESET + id })),
    ].slice(0, MAX_SCENARIOS),
  );

  /** The pairs of places: those that were named, else the route in hand, else the first question. */
  get pairs(): readonly Pair[] {
    if (this.#pairs) return this.#pairs;
    const { from, to } = journey;
    return [from !== undefined && to !== undefined && from !== to ? { from, to } : FIRST_PAIR];
  }

  get full(): boolean {
    return this.chosen.length >= MAX_SCENARIOS;
  }

  get pairsFull(): boolean {
    return this.pairs.length >= MAX_PAIRS;
  }

  /** Which of the scenarios the others are compared with, from 1; 0: today. */
  get baselineNumber(): number {
    return this.chosen.findIndex(({ id }) => id === this.baseline) + 1;
  }

  /** The question as a command puts it: what comes with the product by its id, else as a code. */
  get asked(): ScenarioTableWords {
    const { question, world } = this.question;
    return { ...question, world, scenarios: this.codes };
  }

  /** The scenarios as the address and the command carry them. */
  get codes(): string[] {
    return this.chosen.map((scenario) => presetOf(scenario.id) ?? scenarios.codeOf(scenario));
  }

  get table(): ScenarioTable | undefined {
    return value(this.result);
  }

  /** What the address has to say; nothing while the table is not seen. */
  get address(): TableAddress {
    if (this.#wanted) return this.#wanted;
    if (!this.open) return {};
    const baseline = this.baselineNumber;
    return {
      scenarios: this.codes,
      ...(this.#pairs ? { pairs: [...this.#pairs] } : {}),
      ...(baseline > 0 ? { baseline } : {}),
    };
  }

  /** Takes over what an address says; the codes that are no scenario come back. */
  async restore(wanted: TableAddress): Promise<string[]> {
    this.open = wanted.scenarios !== undefined;
    this.#pairs = wanted.pairs;
    this.baseline = 'today';
    if (!wanted.scenarios) return [];
    this.#wanted = wanted;
    const bad: string[] = [];
    const columns: string[] = [];
    await scenarios.start();
    for (const code of wanted.scenarios) {
      const preset = scenarios.presets.some(({ id }) => id === code);
      const kept = preset ? undefined : await scenarios.keepCode(code);
      if (preset) columns.push(PRESET + code);
      else if (kept) columns.push(kept.id);
      else bad.push(code);
    }
    // A later address may have asked for something else meanwhile.
    if (this.#wanted !== wanted) return [];
    this.left = scenarios.list.map(({ id }) => id).filter((id) => !columns.includes(id));
    this.added = scenarios.presets
      .map(({ id }) => id)
      .filter((id) => columns.includes(PRESET + id));
    this.baseline = columns[(wanted.baseline ?? 0) - 1] ?? 'today';
    this.#wanted = undefined;
    return bad;
  }

  addPair(pair: Pair): void {
    if (pair.from === pair.to || this.pairs.some((each) => samePair(each, pair))) return;
    this.#pairs = [...this.pairs, pair].slice(0, MAX_PAIRS);
  }

  removePair(pair: Pair): void {
    this.#pairs = this.pairs.filter((each) => !samePair(each, pair));
  }

  /** Adds a ready-made scenario. */
  add(preset: string): void {
    this.added = [...this.added.filter((id) => id !== preset), preset];
  }

  /** Takes a column out. */
  leaveOut(id: string): void {
    if (this.baseline === id) this.baseline = 'today';
    const preset = presetOf(id);
    if (preset !== undefined) this.added = this.added.filter((each) => each !== preset);
    else this.left = [...this.left, id];
  }

  /** Brings back the kept scenarios that were left out. */
  all(): void {
    this.left = [];
  }

  get question(): Question {
    const { month, modes } = world.options;
    return {
      question: {
        scenarios: [...this.chosen],
        pairs: [...this.pairs],
        rank: RANK,
        by: world.by,
      },
      world: { ...(month === undefined ? {} : { month }), ...(modes ? { modes } : {}) },
    };
  }

  follow(question: Question): void {
    if (JSON.stringify(question) === JSON.stringify(this.#asked)) return;
    this.#asked = question;
    if (this.result.status === 'ready') this.stale = true;
    else this.result = { status: 'computing' };
    this.#ask(question);
  }
}

export const scenarioTable = new ScenarioTableState();
