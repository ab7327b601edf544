import type { Proximity } from '../layers/proximity';
import type { Panel } from './choices';

/** What the matrix panel draws: seen while it is open, or a panel that draws nothing of its own. */
class ProximityShown {
  value = $state.raw<Proximity | undefined>();

  under(panel: Panel | undefined): Proximity | undefined {
    const quiet = panel === undefined || panel === 'layers' || panel === 'data';
    return quiet || panel === 'matrix' ? this.value : undefined;
  }
}

export const proximity = new ProximityShown();
