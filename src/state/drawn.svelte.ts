import type { LngLat } from '../core/types';
import type { FeatureRef } from '../layers/ids';
import type { Pin } from '../layers/pin';
import type { Way } from '../layers/ways';
import type { Panel } from './choices';

/** Places that a panel lets people drag on the map. */
export interface PinSet {
  pins: readonly Pin[];
  /** The pin is being moved and is here now. */
  drag: (pin: string, at: LngLat) => void;
  /** The pin has been let go, over a feature or not. */
  drop: (pin: string, ref: FeatureRef | undefined, at: LngLat) => void;
  /** The pin has been clicked, not dragged. */
  press?: (pin: string) => void;
}

const NONE: readonly Way[] = [];

/**
 * What a panel draws on the map: the ways of its answer. They are seen while the panel is open, or
 * one that draws nothing of its own (layers, data), or none; its pins only while it is open.
 */
export class Drawn {
  #owner = $state<Panel | undefined>();
  #ways = $state.raw<readonly Way[]>(NONE);
  #pins = $state.raw<PinSet | undefined>();

  show(owner: Panel, ways: readonly Way[], pins?: PinSet): void {
    this.#owner = owner;
    this.#ways = ways;
    this.#pins = pins;
  }

  /** An address has been opened: what another panel than its own had drawn before is no part of it. */
  open(panel: Panel | undefined): void {
    if (panel !== this.#owner) this.#ways = NONE;
  }

  /** The ways to be seen while a panel is open. The same answer is the same list. */
  waysUnder(panel: Panel | undefined): readonly Way[] {
    const quiet = panel === undefined || panel === 'layers' || panel === 'data';
    return quiet || panel === this.#owner ? this.#ways : NONE;
  }

  pinsUnder(panel: Panel | undefined): PinSet | undefined {
    return panel === this.#owner ? this.#pins : undefined;
  }
}

export const drawn = new Drawn();
