import type { EdgeProps, HoursRange } from '../types';
import { speedAssumptionId, type AssumptionLookup } from './assumptions';
import type { Availability } from './availability';
import type { Draft } from './draft';
import { toMillimetre } from '../units';
import { coordsKm, edgeCoords } from './edge-geometry';
import type { NetworkData } from './types';

/** Adds the edges that are open to a draft; defective ones are reported and left out. */
export function addOpenEdges(
  draft: Draft,
  data: NetworkData,
  open: Availability,
  assumptions: AssumptionLookup,
): void {
  const seen = new Set<string>();
  for (const { properties, geometry } of data.edges) {
    if (!open.edge(properties)) continue;
    const speed = assumptions.range(speedAssumptionId(properties.speedClass));
    const defect = edgeDefect(properties, draft, speed, seen);
    if (defect || !speed) {
      draft.issues.push({ ...defect!, place: properties.id, severity: 'error' });
      continue;
    }
    seen.add(properties.id);
    const coords = edgeCoords(geometry);
    const published = properties.lengthKm?.value;
    draft.addEdge(
      {
        id: properties.id,
        line: properties.line,
        name: properties.name,
        mode: properties.mode,
        country: properties.country,
        status: properties.status,
        speedClass: properties.speedClass,
        months: properties.months,
        km: published ?? toMillimetre(coordsKm(coords)),
        kmSource: published === undefined ? 'geometry' : 'published',
        from: draft.nodeIndex.get(properties.from)!,
        to: draft.nodeIndex.get(properties.to)!,
        gauges: properties.mode === 'rail' ? properties.gauges! : [],
        coords,
      },
      speed,
    );
  }
}

function edgeDefect(
  edge: EdgeProps,
  draft: Draft,
  speed: HoursRange | undefined,
  seen: ReadonlySet<string>,
): { code: string; message: string; fix: string } | undefined {
  if (seen.has(edge.id))
    return {
      code: 'duplicate-edge',
      message: `two edges have the id "${edge.id}"; the second is left out`,
      fix: 'give each edge its own id',
    };
  for (const end of [edge.from, edge.to])
    if (!draft.nodeIndex.has(end))
      return {
        code: 'edge-without-node',
        message: `the edge ends on "${end}", which is no hub, port, crossing or node`,
        fix: `add the node "${end}" or correct the edge`,
      };
  if (edge.mode === 'rail' && (edge.gauges ?? []).length === 0)
    return {
      code: 'rail-without-gauge',
      message: 'a railway edge names no gauge',
      fix: 'add its gauges, such as [1520]',
    };
  if (!speed)
    return {
      code: 'unknown-speed-class',
      message: `the assumptions have no row "${speedAssumptionId(edge.speedClass)}"`,
      fix: `add the row, or use a class that has one instead of "${edge.speedClass}"`,
    };
  return undefined;
}
