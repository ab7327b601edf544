import type { FeatureRef } from '../layers/ids';

/** What is pointed at, so that map and diagrams can show it on each other. */
export class Pointing {
  /** Under the pointer on the map. */
  onMap = $state.raw<FeatureRef | undefined>();
  /** In a list or diagram: the map rings it. */
  onPage = $state.raw<FeatureRef | undefined>();
}

export const pointing = new Pointing();
