import type { Feature, LineString, MultiLineString } from 'geojson';
import { UserError } from '../errors';
import { unwrap } from '../geo/antimeridian';
import { nearestTurn } from '../geo/geodesic';
import { joinAt180 } from '../geo/join-at-180';
import type { Corridor, EdgeProps, LngLat } from '../types';

export type EdgeFeature = Feature<LineString | MultiLineString, EdgeProps>;

/** One edge of a corridor as it is travelled. */
export interface TravelledEdge {
  edge: EdgeFeature;
  /** Against the edge's own direction. */
  reversed: boolean;
  /** Nodes in the direction of travel. */
  from: string;
  to: string;
  /** Vertices in the direction of travel, unwrapped and running on from the edge before. */
  points: LngLat[];
}

/**
 * The edges of a corridor in order, each turned into the direction of travel.
 * @throws UserError `broken-corridor` where an edge is missing, or two neighbours share no node
 */
export function travelledEdges(
  corridor: Corridor,
  edges: ReadonlyMap<string, EdgeFeature>,
): TravelledEdge[] {
  const features = corridor.edges.map((id) => {
    const edge = edges.get(id);
    if (!edge) throw broken(corridor, `edge ${id} is not in the data`);
    return edge;
  });
  let at = startNode(corridor, features);
  let lng: number | undefined;
  return features.map((edge) => {
    const { id, from, to } = edge.properties;
    if (at !== from && at !== to) throw broken(corridor, `edge ${id} does not begin at ${at}`);
    const reversed = at !== from;
    const line = edgeLine(edge);
    const points = continueFrom(reversed ? line.reverse() : line, lng);
    const travelled = { edge, reversed, from: at, to: reversed ? from : to, points };
    at = travelled.to;
    lng = points[points.length - 1]?.[0];
    return travelled;
  });
}

/** The vertices of a whole corridor, unwrapped; vertices where edges meet are listed once. */
export function corridorLine(travelled: readonly TravelledEdge[]): LngLat[] {
  const line: LngLat[] = [];
  for (const { points } of travelled) {
    const last = line[line.length - 1];
    const first = points[0];
    const meets = last && first && last[0] === first[0] && last[1] === first[1];
    line.push(...(meets ? points.slice(1) : points));
  }
  return line;
}

/** An edge's vertices in its own direction, unwrapped, halves cut at 180 degrees joined. */
export function edgeLine({ geometry }: Feature<LineString | MultiLineString>): LngLat[] {
  const whole = joinAt180(geometry);
  const parts =
    whole.type === 'MultiLineString'
      ? whole.coordinates
      : whole.type === 'LineString'
        ? [whole.coordinates]
        : [];
  return unwrap(parts.flat() as LngLat[]);
}

/** The first node of `via` if the first edge has it; else its end away from the second edge. */
function startNode(corridor: Corridor, edges: readonly EdgeFeature[]): string {
  const first = edges[0];
  if (!first) throw broken(corridor, 'it has no edges');
  const { from, to } = first.properties;
  const named = corridor.via[0];
  if (named === from || named === to) return named;
  const second = edges[1]?.properties;
  return second && (second.from === from || second.to === from) ? to : from;
}

function continueFrom(line: LngLat[], lng: number | undefined): LngLat[] {
  const first = line[0];
  if (!first || lng === undefined) return line;
  const shift = nearestTurn(first[0], lng) - first[0];
  return shift === 0 ? line : line.map(([x, y]) => [x + shift, y]);
}

function broken(corridor: Corridor, what: string): UserError {
  return new UserError('broken-corridor', `corridor ${corridor.id}: ${what}`);
}
