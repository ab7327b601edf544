import type { Way } from '../layers/ways';
import type { Panel } from './choices';

const NONE: readonly Way[] = [];

/**
 * What a panel draws on the map: the ways of its answer. They are seen while the panel is open, or
 * one that draws nothing of its own (layers, data), or none.
 */
export class Drawn {
  #owner = $state<Panel | undefined>();
  #ways = $state.raw<readonly Way[]>(NONE);

  show(owner: Panel, ways: readonly Way[]): void {
    this.#owner = owner;
    this.#ways = ways;
  }

  /** The ways to be seen while a panel is open. The same answer is the same list. */
  waysUnder(panel: Panel | undefined): readonly Way[] {
    const quiet = panel === undefined || panel === 'layers' || panel === 'data';
    return quiet || panel === this.#owner ? this.#ways : NONE;
  }
}

export const drawn = new Drawn();
