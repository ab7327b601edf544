import { MediaQuery } from 'svelte/reactivity';

/**
 * The three shapes of a small screen, as media queries. Style sheets cannot name them: they write them
 * out in these words, and a test holds them against these.
 */
export const SHAPES = {
  /** A phone held upright: one column, panels and cards are sheets from below. */
  narrow: '(max-width: 479.98px), (max-width: 760px) and (min-height: 480.02px)',
  /** A phone on its side, or a low frame: panels and cards are one sheet at the left. */
  low: '(min-width: 480px) and (max-height: 480px)',
  /** Either: what is pressed by a finger is large enough. */
  small: '(max-width: 760px), (max-height: 480px)',
} as const;

/** The shape of the screen now. */
class ScreenShape {
  readonly #narrow = new MediaQuery(SHAPES.narrow);
  readonly #low = new MediaQuery(SHAPES.low);

  get narrow(): boolean {
    return this.#narrow.current;
  }

  get low(): boolean {
    return this.#low.current;
  }

  get small(): boolean {
    return this.narrow || this.low;
  }
}

export const screenShape = new ScreenShape();
