import { overlap, within, type Box } from './shapes';

/** What stands on the ground: a label and the page's furniture; a sign; a line that the map is about. */
export type Holder = 'label' | 'sign' | 'line';

interface TakenBox extends Box {
  holder: Holder;
}

/** Ground of signs and lines that a label would cover, in square points. */
export interface Covered {
  signs: number;
  lines: number;
}

/** Ground that is taken: labels placed so far, signs and lines. A grid keeps the search short. */
export class Taken {
  readonly #cells = new Map<string, TakenBox[]>();
  /** Points. */
  readonly #cell = 40;

  /** `frame`: what labels must lie in. */
  constructor(readonly frame: Box) {}

  /** Whether all boxes lie in the frame and touch no label. */
  free(boxes: readonly Box[]): boolean {
    return this.covered(boxes) !== null;
  }

  /** What the boxes would cover; null where they leave the frame or touch a label. */
  covered(boxes: readonly Box[]): Covered | null {
    const found: Covered = { signs: 0, lines: 0 };
    for (const box of boxes) {
      if (!within(box, this.frame)) return null;
      for (const other of this.#near(box)) {
        if (!overlap(box, other)) continue;
        if (other.holder === 'label') return null;
        found[other.holder === 'sign' ? 'signs' : 'lines'] += sharedArea(box, other);
      }
    }
    return found;
  }

  take(boxes: readonly Box[], holder: Holder = 'label'): void {
    for (const box of boxes) {
      const held = { ...box, holder };
      for (const key of this.#keys(box)) {
        const cell = this.#cells.get(key);
        if (cell) cell.push(held);
        else this.#cells.set(key, [held]);
      }
    }
  }

  #near(box: Box): Set<TakenBox> {
    return new Set(this.#keys(box).flatMap((key) => this.#cells.get(key) ?? []));
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

const sharedArea = (a: Box, b: Box): number =>
  (Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  (Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/**
 * The candidate that covers least, the first of equals: signs count most. Null where each touches a
 * label, leaves the frame, or covers a sign that it may not.
 */
export function leastCovering<T extends { boxes: readonly Box[] }>(
  candidates: readonly T[],
  taken: Taken,
  overSigns: boolean,
): T | null {
  let best: { candidate: T; cost: number } | null = null;
  for (const candidate of candidates) {
    const covered = taken.covered(candidate.boxes);
    if (!covered || (covered.signs > 0 && !overSigns)) continue;
    const cost = 4 * covered.signs + covered.lines;
    if (cost === 0) return candidate;
    if (!best || cost < best.cost) best = { candidate, cost };
  }
  return best?.candidate ?? null;
}
