import { UserError } from '../errors';
import { allForms } from '../names';
import { foldName, nearestNames, suggestion } from '../nearest-names';
import { MODES, type LngLat, type Mode, type Name } from '../types';
import type { Touch } from './anchors';
import { prepare } from './prepared';
import { MAX_SNAP_KM, nearestOnEdges } from './snap';
import type { Network, NetworkData, NetworkNode, PlaceKind } from './types';

/** Names of the nodes of a network, ready to be searched. */
export interface PlaceIndex {
  nodes: readonly NetworkNode[];
  byId: Map<string, NetworkNode>;
  /** Name as written, lower case, in any language -> nodes. */
  byName: Map<string, NetworkNode[]>;
  /** The same with accents unified. */
  byFolded: Map<string, NetworkNode[]>;
}

/** What a person means first by a name that several places share. */
const KIND_RANK: Record<PlaceKind, number> = {
  hub: 0,
  port: 1,
  crossing: 2,
  town: 3,
  station: 4,
  junction: 5,
  waypoint: 6,
  added: 7,
};

export function placeIndex(nodes: readonly NetworkNode[]): PlaceIndex {
  const index: PlaceIndex = {
    nodes,
    byId: new Map(nodes.map((node) => [node.id, node])),
    byName: new Map(),
    byFolded: new Map(),
  };
  const put = (map: Map<string, NetworkNode[]>, key: string, node: NetworkNode): void => {
    const list = map.get(key);
    if (!list) map.set(key, [node]);
    else if (!list.includes(node)) list.push(node);
  };
  for (const node of nodes) {
    for (const name of allForms(node.name)) {
      put(index.byName, name.toLowerCase(), node);
      put(index.byFolded, foldName(name), node);
    }
  }
  return index;
}

/** The index of every place of the data, whether or not anything open goes there. */
export const placeIndexOf = (data: NetworkData): PlaceIndex => placeIndex(prepare(data).nodes);

/**
 * Places whose id or name fits a text: equal ones first, then those that begin with it, then those
 * that hold it; hubs before ports, crossings and stations. An empty text lists all.
 */
export function findPlaces(index: PlaceIndex, text: string, limit = Infinity): NetworkNode[] {
  const wanted = foldName(text);
  const hits: { node: NetworkNode; fit: number }[] = [];
  for (const node of index.nodes) {
    let fit = Infinity;
    for (const name of [node.id, ...allForms(node.name)]) {
      const folded = foldName(name);
      if (folded === wanted) fit = 0;
      else if (folded.startsWith(wanted)) fit = Math.min(fit, 1);
      else if (folded.includes(wanted)) fit = Math.min(fit, 2);
    }
    if (fit < Infinity) hits.push({ node, fit });
  }
  return hits
    .sort(
      (a, b) =>
        a.fit - b.fit ||
        KIND_RANK[a.node.kind] - KIND_RANK[b.node.kind] ||
        (a.node.id < b.node.id ? -1 : 1),
    )
    .slice(0, limit)
    .map((hit) => hit.node);
}

/**
 * The place that an id or a name in any language stands for.
 *
 * @throws UserError `unknown-place` with the nearest names, `ambiguous-place` with the ids
 */
export function placeByName(index: PlaceIndex, text: string): NetworkNode {
  const wanted = text.trim();
  const byId = index.byId.get(wanted) ?? index.byId.get(wanted.toLowerCase());
  if (byId) return byId;
  const named =
    index.byName.get(wanted.toLowerCase()) ?? index.byFolded.get(foldName(wanted)) ?? [];
  const ranked = named.slice().sort((a, b) => KIND_RANK[a.kind] - KIND_RANK[b.kind]);
  const first = ranked[0];
  if (!first) {
    const names = index.nodes.flatMap((node) => [node.id, ...allForms(node.name)]);
    throw new UserError(
      'unknown-place',
      `no place is called "${shorten(wanted)}"; give an id, a name or LNG,LAT${suggestion(nearestNames(wanted, names))}`,
      shorten(wanted),
    );
  }
  const equals = ranked.filter((node) => KIND_RANK[node.kind] === KIND_RANK[first.kind]);
  if (equals.length > 1)
    throw new UserError(
      'ambiguous-place',
      `"${shorten(wanted)}" may be ${equals.map((node) => node.id).join(' or ')}; give the id`,
    );
  return first;
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);

/**
 * `LNG,LAT` in decimal degrees; undefined where the text is not of that form.
 *
 * @throws UserError `bad-coordinates` where it is, but out of range
 */
export function parseLngLat(text: string): LngLat | undefined {
  const match = /^\s*([-+]?\d+(?:\.\d+)?)\s*[,;]\s*([-+]?\d+(?:\.\d+)?)\s*$/.exec(text);
  if (!match) return undefined;
  const point: LngLat = [Number(match[1]), Number(match[2])];
  requireLngLat(point);
  return point;
}

/** @throws UserError `bad-coordinates` unless within 180 degrees of longitude and 90 of latitude */
export function requireLngLat([lng, lat]: LngLat): void {
  if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) return;
  const swapped = Math.abs(lat) <= 180 && Math.abs(lng) <= 90 ? '; did you swap them?' : '';
  throw new UserError(
    'bad-coordinates',
    `${lng},${lat} is no place: give longitude (-180 to 180), then latitude (-90 to 90)${swapped}`,
  );
}

/** A place and where it touches the network. */
export interface ResolvedPlace {
  id?: string | undefined;
  name?: Name | undefined;
  lng: number;
  lat: number;
  /** Geodesic km between the place and the network; absent where it is too far from it. */
  snapKm?: number | undefined;
  /** Where it joins an edge, if it is no node of the network that is open. */
  joins?: { edge: string; chainageKm: number; lng: number; lat: number } | undefined;
  /** Absent: too far from the network. */
  touch?: Touch | undefined;
}

const indexOfNodes = new WeakMap<readonly NetworkNode[], PlaceIndex>();

/**
 * A place by id, by name in any language, as `LNG,LAT` or as coordinates, joined to a network:
 * at its node where something open goes there, else at the nearest point of an edge within 100 km
 * (a named place on land: of a railway or road).
 *
 * @throws UserError `unknown-place`, `ambiguous-place`, `bad-coordinates`
 */
export function resolvePlace(network: Network, place: string | LngLat): ResolvedPlace {
  const point = typeof place === 'string' ? parseLngLat(place) : place;
  if (point) {
    requireLngLat(point);
    return joinAt(network, point, {});
  }
  const text = place as string;
  let at = network.nodeIndex.get(text);
  if (at === undefined) {
    let index = indexOfNodes.get(network.nodes);
    if (!index) {
      index = placeIndex(network.nodes);
      indexOfNodes.set(network.nodes, index);
    }
    at = network.nodeIndex.get(placeByName(index, text).id)!;
  }
  const { id, name, lng, lat, countries } = network.nodes[at]!;
  if (network.firstState[at]! < network.firstState[at + 1]!)
    return { id, name, lng, lat, snapKm: 0, touch: { node: at } };
  // A town whose port is closed is not on the sea way that passes it.
  const modes: readonly Mode[] = countries.includes('sea') ? ['sea'] : ['rail', 'road'];
  return joinAt(network, [lng, lat], { id, name }, modes);
}

function joinAt(
  network: Network,
  point: LngLat,
  names: { id?: string; name?: Name },
  modes: readonly Mode[] = MODES,
): ResolvedPlace {
  const [lng, lat] = point;
  const snap = nearestOnEdges(network.edges, point, { modes });
  if (!snap) return { ...names, lng, lat };
  const edge = network.edges[snap.edge]!;
  const chainageKm = snap.share * edge.km;
  const joins = { edge: edge.id, chainageKm, lng: snap.lng, lat: snap.lat };
  const touch: Touch =
    snap.share <= 0
      ? { node: edge.from }
      : snap.share >= 1
        ? { node: edge.to }
        : { edge: snap.edge, share: snap.share };
  return { ...names, lng, lat, snapKm: snap.gapKm, joins, touch };
}

/** Why a place is not joined to the network. */
export const tooFarReason = (place: ResolvedPlace): string =>
  `${place.id ?? `${place.lng},${place.lat}`} lies more than ${MAX_SNAP_KM} km from every edge that is open`;
