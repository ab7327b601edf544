import { liesIn, type FocalPairAnswer, type LinkageAnswer } from '../data/questions/linkages';
import type { LinkageKind } from '../core/types';
import { analysis } from './atlas.svelte';
import { settle, value, type Result } from './results.svelte';

/** The pair that the umbrella model speaks of. */
export const UMBRELLA: readonly [string, string] = ['northeast-china', 'russian-far-east'];

/** Which linkages are seen, and the focal pair in hand. */
export class Linking {
  listed = $state.raw<Result<readonly LinkageAnswer[]>>({ status: 'none' });
  readonly all = $derived(value(this.listed));
  /** Kinds that are seen; absent: all. */
  kinds = $state.raw<readonly LinkageKind[] | undefined>();
  /** A hub, region, macro-region or country at either end. */
  place = $state<string | undefined>();
  /** Only what had begun by then, and had not ended. */
  year = $state<number | undefined>();
  /** Two macro-regions or regions as a focal pair. */
  pair = $state.raw<readonly [string, string] | undefined>();
  focal = $state.raw<Result<FocalPairAnswer>>({ status: 'none' });

  /** Linkages that tie the focal pair or leave it. */
  readonly #ofPair = $derived.by(() => {
    if (!this.pair || this.focal.status !== 'ready') return undefined;
    const { inside, leaving } = this.focal.value;
    return [...inside, ...leaving.flat()];
  });

  readonly shown: readonly LinkageAnswer[] = $derived(
    (this.all ?? []).filter(
      ({ id, kind, since, until, ends }) =>
        (this.kinds === undefined || this.kinds.includes(kind)) &&
        (this.place === undefined || ends.some((end) => liesIn(end, this.place!))) &&
        (this.year === undefined || inYear(this.year, since, until)) &&
        (this.#ofPair === undefined || this.#ofPair.includes(id)),
    ),
  );

  /** Years in which linkages begin, first and last. */
  readonly years: [number, number] | undefined = $derived.by(() => {
    const years = (this.all ?? []).map(({ since }) => yearOf(since));
    return years.length > 0 ? [Math.min(...years), Math.max(...years)] : undefined;
  });

  readonly filtered: boolean = $derived(
    this.kinds !== undefined ||
      this.place !== undefined ||
      this.year !== undefined ||
      this.pair !== undefined,
  );

  /** Ids of those seen on the map; absent: all of them, also those that are not listed yet. */
  readonly ids: readonly string[] | undefined = $derived(
    this.filtered && this.all ? this.shown.map(({ id }) => id) : undefined,
  );

  /** Regions of the focal pair, for the map. */
  readonly regions: readonly string[] = $derived(
    this.pair && this.focal.status === 'ready' ? this.focal.value.regions.flat() : [],
  );

  async load(): Promise<void> {
    if (this.listed.status === 'ready' || this.listed.status === 'computing') return;
    this.listed = { status: 'computing' };
    this.listed = settle({ answer: await analysis.linkages() });
  }

  async askPair(): Promise<void> {
    const { pair } = this;
    if (!pair) {
      this.focal = { status: 'none' };
      return;
    }
    const answer = await analysis.focalPair([...pair]);
    if (pair !== this.pair) return;
    this.focal = answer.ok
      ? { status: 'ready', value: answer.value }
      : { status: 'failed', code: answer.code, message: answer.message };
  }
}

const yearOf = (date: string): number => Number(date.slice(0, 4));
const inYear = (year: number, since: string, until: string | undefined): boolean =>
  yearOf(since) <= year && (until === undefined || yearOf(until) >= year);

export const linking = new Linking();
