import type { AssumptionLookup } from './assumptions';
import type { Availability } from './availability';
import type { Draft } from './draft';
import { toMillimetre } from '../units';
import { betweenKm } from './edge-geometry';
import type { NetworkData } from './types';

/** A port farther than this from its hub is not "in town": the data must hold a line between them. */
const MAX_ACCESS_KM = 60;

const ACCESS_SPEED_CLASS = 'road-trunk';

/**
 * Joins a port to its hub by the straight way where no line that is open does, in any choice of
 * modes: whoever ships from Murmansk means its harbour. The answers list these kilometres apart.
 */
export function addPortAccess(
  draft: Draft,
  data: NetworkData,
  open: Availability,
  assumptions: AssumptionLookup,
): void {
  const speed = assumptions.speed(ACCESS_SPEED_CLASS);
  const onLand = new Set<number>();
  for (const edge of draft.edges) if (edge.mode !== 'sea') onLand.add(edge.from).add(edge.to);
  for (const { properties: port } of data.ports) {
    const hub = port.hub === undefined ? undefined : draft.nodeIndex.get(port.hub);
    const at = draft.nodeIndex.get(port.id)!;
    if (hub === undefined || !speed || onLand.has(at) || !open.port(port)) continue;
    const from = draft.nodes[at]!;
    const to = draft.nodes[hub]!;
    const km = toMillimetre(betweenKm(from, to));
    if (km > MAX_ACCESS_KM) {
      draft.issues.push({
        code: 'port-far-from-hub',
        place: port.id,
        message: `the port lies ${Math.round(km)} km from its hub "${to.id}" and no line joins them`,
        fix: 'add the line between them, or name a nearer hub',
        severity: 'warning',
      });
      continue;
    }
    draft.addEdge(
      {
        id: `access-${port.id}`,
        line: 'port-access',
        name: port.name,
        mode: 'road',
        country: port.country,
        status: 'operating',
        speedClass: ACCESS_SPEED_CLASS,
        km,
        kmSource: 'straight',
        from: at,
        to: hub,
        gauges: [],
        coords: [
          [from.lng, from.lat],
          [to.lng, to.lat],
        ],
      },
      speed,
    );
  }
}
