import { speedAssumptionId, type AssumptionLookup } from './assumptions';
import type { Availability } from './availability';
import type { Draft } from './draft';
import type { EdgeDefect, PreparedEdge } from './prepared';

/** Adds the edges that are open to a draft; defective ones are reported and left out. */
export function addOpenEdges(
  draft: Draft,
  edges: readonly PreparedEdge[],
  open: Availability,
  assumptions: AssumptionLookup,
): void {
  for (const { properties, made } of edges) {
    if (!open.edge(properties)) continue;
    const speed = assumptions.speed(properties.speedClass);
    if ('coords' in made && speed) draft.addEdge(made, speed);
    else {
      const defect = 'coords' in made ? unknownSpeed(properties.speedClass) : made;
      draft.issues.push({ ...defect, place: properties.id, severity: 'error' });
    }
  }
}

const unknownSpeed = (speedClass: string): EdgeDefect => ({
  code: 'unknown-speed-class',
  message: `the assumptions have no row "${speedAssumptionId(speedClass)}"`,
  fix: `add the row, or use a class that has one instead of "${speedClass}"`,
});
