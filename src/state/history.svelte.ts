/** Oldest steps beyond this are forgotten. */
const MAX_STEPS = 200;

/** A value with its past and its future. Values are never changed in place. */
export class History<T> {
  #past = $state.raw<readonly T[]>([]);
  #value: T;
  #future = $state.raw<readonly T[]>([]);
  /** What the last change was about; changes of the same thing in a row are one step. */
  #subject: string | undefined;

  constructor(value: T) {
    this.#value = $state.raw(value);
  }

  get value(): T {
    return this.#value;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** One step on. With a `subject`, as while a slider moves, it joins the last step of that subject. */
  change(value: T, subject?: string): void {
    const joins = subject !== undefined && subject === this.#subject && this.canUndo;
    if (!joins) this.#past = [...this.#past, this.#value].slice(-MAX_STEPS);
    this.#value = value;
    this.#future = [];
    this.#subject = subject;
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (!this.canUndo) return;
    this.#future = [this.#value, ...this.#future];
    this.#past = this.#past.slice(0, -1);
    this.#value = before as T;
    this.#subject = undefined;
  }

  redo(): void {
    const [next, ...rest] = this.#future;
    if (!this.canRedo) return;
    this.#past = [...this.#past, this.#value];
    this.#future = rest;
    this.#value = next as T;
    this.#subject = undefined;
  }

  /** Corrects the present without a step. */
  amend(value: T): void {
    this.#value = value;
  }

  /** A new beginning, without past or future. */
  reset(value: T): void {
    this.#past = [];
    this.#future = [];
    this.#value = value;
    this.#subject = undefined;
  }
}
