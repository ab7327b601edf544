import type { Feature, LineString, MultiLineString } from 'geojson';
import type { Corridor, EdgeProps } from '../types';
import type { CorridorNode, CorridorProfile } from './types';

/**
 * The corridor's line, lengths and places from its edges.
 * @throws UserError `broken-corridor` where edges are missing or do not meet
 */
export function buildCorridorProfile(
  corridor: Corridor,
  edges: ReadonlyMap<string, Feature<LineString | MultiLineString, EdgeProps>>,
  nodes: ReadonlyMap<string, CorridorNode>,
): CorridorProfile {
  throw new Error(`to come: ${corridor.id} ${edges.size} ${nodes.size}`);
}
