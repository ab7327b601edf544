import type { Highlights } from './types';

/** Lines wait no longer for figures: by then a person looks for a sign that something is done. */
const PATIENCE_MS = 250;

/**
 * What is drawn above the layers, with what answers draw one picture after their figures: a map that
 * is drawn anew keeps the browser from showing anything else, half a second where there is no
 * graphics card. So figures are shown first, and what a person changed is drawn together with what
 * follows from it.
 */
export class AfterFigures {
  /** What the map draws now: the same object while nothing of it is another. */
  marks: Highlights;
  /** Something has not been given to the map yet. */
  behind = $state(false);

  #wanted: Highlights;
  #soon = false;
  /** Figures are waited for: a change is often seen here before the question that it leads to. */
  #awaited = false;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(first: Highlights) {
    this.marks = $state.raw(first);
    this.#wanted = first;
  }

  /** @param when what answers draw is given: a map that is only being made needs it now */
  follow(wanted: Highlights, when: 'now' | 'with-figures' | 'after-figures'): void {
    this.#wanted = wanted;
    const { ways, catchment, proximity } = this.marks;
    this.#give(when === 'now' ? wanted : { ...wanted, ways, catchment, proximity });
    if (!this.behind) return;
    this.#awaited = when === 'with-figures';
    if (this.#awaited) this.#patience ??= setTimeout(() => this.#giveUp(), PATIENCE_MS);
    else this.#giveSoon();
  }

  #giveUp(): void {
    this.#awaited = false;
    this.#giveSoon();
  }

  #give(marks: Highlights): void {
    if (!sameParts(marks, this.marks)) this.marks = marks;
    this.behind = !sameParts(this.#wanted, this.marks);
    if (this.behind) return;
    clearTimeout(this.#patience);
    this.#patience = undefined;
  }

  /** What is posted within a frame arrives when that frame has been painted. */
  #giveSoon(): void {
    if (this.#soon) return;
    this.#soon = true;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        this.#soon = false;
        if (!this.#awaited) this.#give(this.#wanted);
      };
      port2.postMessage(undefined);
    });
  }
}

const sameParts = (a: Highlights, b: Highlights): boolean =>
  [...Object.keys(a), ...Object.keys(b)].every(
    (key) => a[key as keyof Highlights] === b[key as keyof Highlights],
  );
