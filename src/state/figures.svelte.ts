import { figuresIn, type FigureValue } from '../core/story/figure';
import type { Scene } from '../core/story/types';
import type { NetworkOptions } from '../core/network/types';
import { latest } from '../worker/latest';
import { analysis } from './atlas.svelte';

interface Question {
  texts: string[];
  world: NetworkOptions;
}

/** The figures of the scene in hand, in the world in hand; frozen ones stay as they were. */
export class Figures {
  /** By the text between the braces; what is still being measured is absent. */
  values = $state.raw<Readonly<Record<string, FigureValue>>>({});
  #asked: Question | undefined;
  readonly #ask = latest(
    async ({ texts, world }: Question) => await analysis.figures(texts, world),
    (settled) => {
      if (settled.question !== this.#asked) return;
      if ('answer' in settled) this.values = settled.answer;
      else this.values = missing(settled.question.texts, settled.error);
    },
  );

  follow(scene: Scene | undefined, world: NetworkOptions): void {
    const texts = scene ? figuresIn(scene.text) : [];
    const question = { texts, world };
    if (JSON.stringify(question) === JSON.stringify(this.#asked)) return;
    this.#asked = question;
    // Another scene's figures say nothing here; the same ones stay until the new world's are known.
    this.values = Object.fromEntries(
      texts.flatMap((text) => (this.values[text] ? [[text, this.values[text]]] : [])),
    );
    if (texts.length > 0) this.#ask(question);
  }
}

function missing(texts: string[], error: unknown): Record<string, FigureValue> {
  const reason = error instanceof Error ? error.message : String(error);
  return Object.fromEntries(texts.map((text) => [text, { missing: reason }]));
}

export const figures = new Figures();
