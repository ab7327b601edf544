import { overlap, within, type Box } from './shapes';

interface TakenBox extends Box {
  sign: boolean;
}

/** Ground that is taken: labels placed so far, and signs. A grid keeps the search short. */
export class Taken {
  readonly #cells = new Map<string, TakenBox[]>();
  /** Points. */
  readonly #cell = 40;

  /** `frame`: what labels must lie in. */
  constructor(readonly frame: Box) {}

  /** Whether all boxes lie in the frame and touch nothing; over signs, no label. */
  free(boxes: readonly Box[], overSigns = false): boolean {
    return boxes.every(
      (box) =>
        within(box, this.frame) &&
        !this.#near(box).some((other) => !(overSigns && other.sign) && overlap(box, other)),
    );
  }

  take(boxes: readonly Box[], sign = false): void {
    for (const box of boxes)
      for (const key of this.#keys(box)) {
        const cell = this.#cells.get(key);
        if (cell) cell.push({ ...box, sign });
        else this.#cells.set(key, [{ ...box, sign }]);
      }
  }

  #near(box: Box): TakenBox[] {
    return this.#keys(box).flatMap((key) => this.#cells.get(key) ?? []);
  }

  #keys({ x, y, width, height }: Box): string[] {
    const keys: string[] = [];
    const cell = this.#cell;
    for (let i = Math.floor(x / cell); i <= Math.floor((x + width) / cell); i++)
      for (let j = Math.floor(y / cell); j <= Math.floor((y + height) / cell); j++)
        keys.push(`${i}:${j}`);
    return keys;
  }
}
