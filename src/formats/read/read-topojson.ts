import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Reading } from './reading';

/** The objects of a TopoJSON topology, as features. */
export function readTopology(value: unknown, reading: Reading): void {
  const { objects, arcs } = value as { objects?: unknown; arcs?: unknown };
  if (typeof objects !== 'object' || objects === null || !Array.isArray(arcs)) {
    reading.error(
      'topology-incomplete',
      '$',
      'a topology without objects or arcs',
      'objects and arcs as TopoJSON has them',
    );
    return;
  }
  for (const [name, object] of Object.entries(objects)) {
    const parts =
      (object as GeometryCollection | null)?.type === 'GeometryCollection'
        ? (object as GeometryCollection).geometries
        : [object];
    (Array.isArray(parts) ? parts : []).forEach((part, i) => {
      try {
        const made = feature(value as Topology, part as never) as unknown as { geometry: unknown };
        reading.store.add(made);
      } catch (cause) {
        reading.error(
          'topology-broken',
          `$.objects.${name}[${i}]`,
          cause instanceof TypeError
            ? `it names an arc that the topology does not have; there are ${arcs.length}`
            : `its arcs cannot be put together (${(cause as Error).message.slice(0, 80)})`,
          arcs.length === 0 ? 'the arcs of the topology' : `arcs from 0 to ${arcs.length - 1}`,
        );
        reading.reject(JSON.stringify(part) ?? 'null');
      }
    });
  }
}
