/** What the page is waiting for. */
class Answering {
  /** Whether something was asked while nothing of its kind was in hand, and has no answer yet. */
  figuresComing = $state(false);
  /** Apart from the state: whoever asks within an effect must not depend on it. */
  #open = 0;

  begin(): void {
    this.#open++;
    this.figuresComing = true;
  }

  end(): void {
    this.#open--;
    this.figuresComing = this.#open > 0;
  }
}

export const answering = new Answering();
