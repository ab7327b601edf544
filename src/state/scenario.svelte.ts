import { encodeScenario } from '../core/scenario/codec';
import type { Scenario, ScenarioPreset } from '../core/scenario/types';
import { analysis } from './atlas.svelte';
import { KeptList } from './kept-list';
import { sameScenario } from './scenario-edit';
import { Shelf } from './shelf.svelte';
import { world } from './world.svelte';

const KEPT = new KeptList('northern-vector', 'scenarios');

/** The shelf of scenarios between the address, the browser's store and the worker. */
export class Scenarios extends Shelf {
  presets = $state.raw<readonly ScenarioPreset[]>([]);
  /** The presets and the kept scenarios have been read. */
  ready = $state(false);
  /** False where the browser refuses to keep anything. */
  keeps = $state(true);

  /** What the address asks for, until it has been read. */
  #asked = $state<string | undefined>();
  #loading: Promise<void> | undefined;
  #stored: readonly Scenario[] | undefined;
  /** Kept documents that this edition of the data cannot read; another may, so they stay kept. */
  #unread: readonly unknown[] = [];

  /** The scenario in hand for an address: the id of a preset, else the whole of it as a code. */
  get code(): string | undefined {
    if (this.#asked !== undefined) return this.#asked;
    return this.current && this.codeOf(this.current);
  }

  /** Any scenario for an address. */
  codeOf(scenario: Scenario): string {
    const preset = this.presets.find((each) => sameScenario(each.scenario, scenario));
    return preset ? preset.id : encodeScenario(scenario);
  }

  /** The scenario that a code stands for, kept in the list; undefined where it is none. */
  async keepCode(code: string): Promise<Scenario | undefined> {
    await this.start();
    const answer = await analysis.scenario(code);
    return answer.ok ? this.keep(answer.value) : undefined;
  }

  /** Reads the presets and what the browser keeps, once; the network comes to the worker with it. */
  start(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /**
   * Takes over what an address says. False: it says something that is no scenario, so that today
   * is in hand.
   */
  async restore(text: string | undefined, monthGiven: boolean): Promise<boolean> {
    if (text === this.code) return true;
    this.#asked = text;
    if (text === undefined) {
      this.begin(undefined);
      return true;
    }
    await this.start();
    const answer = await analysis.scenario(text);
    // A later address may have asked for something else meanwhile.
    if (this.#asked !== text) return true;
    const scenario = answer.ok ? answer.value : undefined;
    if (scenario?.month !== undefined && !monthGiven) world.month = scenario.month;
    this.begin(scenario);
    this.#asked = undefined;
    return answer.ok;
  }

  /** Puts a document in hand; the reason where it is none. */
  async read(document: string): Promise<string | undefined> {
    // A text that is no document could be the id of a preset.
    const answer = await analysis.scenario(document.trimStart().startsWith('{') ? document : `{`);
    if (!answer.ok) return answer.message;
    this.take(answer.value);
    return undefined;
  }

  /** Puts a change in hand if the result is a proper scenario; else the reason why it is not. */
  async tryEdit(
    change: (scenario: Scenario) => Scenario,
    newName: string,
  ): Promise<string | undefined> {
    const probe = change(this.current ?? { ...world.scenario, name: newName });
    const answer = await analysis.scenario(JSON.stringify(probe));
    if (!answer.ok) return answer.message;
    this.edit(change, undefined, newName);
    return undefined;
  }

  /** Keeps the list as it is now. */
  async keepList(): Promise<void> {
    if (!this.ready || this.list === this.#stored) return;
    this.#stored = this.list;
    this.keeps = await KEPT.write([...this.list, ...this.#unread]);
  }

  override clear(): void {
    this.#unread = [];
    super.clear();
  }

  async #load(): Promise<void> {
    // Where the presets cannot be read the page says so by itself: it lists what is broken.
    const presets = analysis.presets().catch(() => []);
    const documents = await KEPT.read();
    this.presets = await presets;
    this.keeps = documents !== undefined;
    const read: Scenario[] = [];
    const unread: unknown[] = [];
    for (const document of documents ?? []) {
      const answer = await analysis.scenario(JSON.stringify(document));
      if (answer.ok) read.push(answer.value);
      else unread.push(document);
    }
    this.#unread = unread;
    this.open(read);
    this.#stored = this.list;
    this.ready = true;
  }
}

export const scenarios = new Scenarios();
