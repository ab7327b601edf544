/** How often is looked whether the last answer has come. */
const LOOK_MS = 40;

/** The questions put to a worker that have no answer yet, so that one can wait until all is there. */
export class OpenQuestions {
  #open = 0;
  #asked = 0;

  /** The worker's operations, each of whose calls is counted. */
  counted<T extends object>(remote: T): T {
    return new Proxy(remote, {
      get: (of, name) => {
        const operation = Reflect.get(of, name) as (...args: unknown[]) => Promise<unknown>;
        if (typeof name === 'symbol' || name === 'then') return operation;
        return (...args: unknown[]) => this.#count(operation(...args));
      },
    });
  }

  /** When nothing has been open or newly asked for so long: an answer may bring the next question. */
  async settled(quietMs: number): Promise<void> {
    let [asked, since] = [this.#asked, performance.now()];
    while (performance.now() - since < quietMs) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      if (this.#open === 0 && this.#asked === asked) continue;
      [asked, since] = [this.#asked, performance.now()];
    }
  }

  async #count<A>(answer: Promise<A>): Promise<A> {
    this.#asked++;
    this.#open++;
    try {
      return await answer;
    } finally {
      this.#open--;
    }
  }
}
