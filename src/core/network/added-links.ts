import { unwrap } from '../geo/antimeridian';
import { geodesicPoints, nearestTurn } from '../geo/geodesic';
import type { AddedLink } from '../scenario/types';
import type { CountryCode, HoursRange, LngLat } from '../types';
import type { Draft } from './draft';
import { toMillimetre } from '../units';
import { coordsKm, sliceByShare } from './edge-geometry';
import { nearestOnEdges } from './snap';

/** A node in the middle of an edge, where an added link meets it. */
export interface EdgeCut {
  share: number;
  node: number;
}

export interface AddedLinks {
  /** By edge index. */
  cuts: Map<number, EdgeCut[]>;
  /** Nodes at which trains, lorries and ships may change over, because an added link ends there. */
  ends: Set<number>;
  /** Nodes at which an added link passes from one country to another. */
  borders: Set<number>;
  /** First and last edge index of the added edges, the last excluded. */
  edges: [first: number, end: number];
}

/** Longest stretch of an added link between two vertices, so that it bends as its geodesic does. */
const STEP_KM = 20;

/**
 * Adds the links of a scenario to a draft. An end given as coordinates joins the nearest edge of
 * the link's mode, if one lies within 100 km, else it stands free. A link between two countries is
 * split where it says its border lies.
 */
export function addScenarioLinks(draft: Draft, links: readonly AddedLink[]): AddedLinks {
  const first = draft.edges.length;
  const added: AddedLinks = {
    cuts: new Map(),
    ends: new Set(),
    borders: new Set(),
    edges: [first, first],
  };
  // Snapping looks at the edges of the data only, so the order of the links does not matter.
  const existing = draft.edges.slice();
  for (const link of links) {
    const from = endOf(draft, existing, link, 'from', added);
    const to = endOf(draft, existing, link, 'to', added);
    added.ends.add(from.node).add(to.node);
    const a = draft.nodes[from.node]!;
    const b = draft.nodes[to.node]!;
    const coords = drawnLine([[a.lng, a.lat], ...link.through, [b.lng, b.lat]]);
    const [start, end] = countriesOf(link, from.countries, to.countries);
    if (start === end) {
      addPart(draft, link, link.id, from.node, to.node, start, coords);
      continue;
    }
    const share = Math.min(0.999, Math.max(0.001, link.borderAt));
    const toBorder = sliceByShare(coords, 0, share);
    const onward = sliceByShare(coords, share, 1);
    const [lng, lat] = onward[0]!;
    const border = draft.addNode({
      id: `${link.id}-border`,
      name: { en: `${nameOf(link)}, border` },
      kind: 'added',
      countries: [start, end],
      lng: nearestTurn(lng, 0),
      lat,
    });
    added.borders.add(border);
    addPart(draft, link, `${link.id}-1`, from.node, border, start, toBorder);
    addPart(draft, link, `${link.id}-2`, border, to.node, end, onward);
  }
  added.edges[1] = draft.edges.length;
  return added;
}

const placeText = (place: string | LngLat): string =>
  typeof place === 'string' ? place : place.join(',');

const nameOf = (link: AddedLink): string =>
  link.name ?? `${placeText(link.from)} - ${placeText(link.to)}`;

function endOf(
  draft: Draft,
  existing: Draft['edges'],
  link: AddedLink,
  side: 'from' | 'to',
  added: AddedLinks,
): { node: number; countries: CountryCode[] } {
  const place = link[side];
  if (typeof place === 'string') {
    const node = draft.nodeIndex.get(place)!;
    return { node, countries: draft.nodes[node]!.countries };
  }
  const snap = nearestOnEdges(existing, place, { modes: [link.mode] });
  const country = snap ? existing[snap.edge]!.country : undefined;
  const node = draft.addNode({
    id: `${link.id}-${side}`,
    name: { en: `${nameOf(link)}, ${side === 'from' ? 'start' : 'end'}` },
    kind: 'added',
    countries: country === undefined ? [] : [country],
    lng: snap?.lng ?? place[0],
    lat: snap?.lat ?? place[1],
  });
  if (!snap) return { node, countries: [] };
  const cuts = added.cuts.get(snap.edge) ?? [];
  cuts.push({ share: snap.share, node });
  added.cuts.set(snap.edge, cuts);
  return { node, countries: [country!] };
}

/** The country at each end; one country where both ends can be in the same. */
function countriesOf(
  link: AddedLink,
  from: CountryCode[],
  to: CountryCode[],
): [CountryCode, CountryCode] {
  if (link.mode === 'sea') return ['sea', 'sea'];
  const common = from.find((country) => to.includes(country));
  const start = common ?? from[0] ?? to[0] ?? '';
  return [start, common ?? to[0] ?? start];
}

function drawnLine(vertices: readonly LngLat[]): LngLat[] {
  const line: LngLat[] = [];
  unwrap(vertices).forEach((point, i, all) => {
    const previous = all[i - 1];
    if (previous) line.push(...geodesicPoints(previous, point, STEP_KM).slice(1));
    else line.push(point);
  });
  return line;
}

function addPart(
  draft: Draft,
  link: AddedLink,
  id: string,
  from: number,
  to: number,
  country: CountryCode,
  coords: LngLat[],
): void {
  const { speedKmh } = link;
  const speed: HoursRange = { low: speedKmh, typical: speedKmh, high: speedKmh };
  draft.addEdge(
    {
      id,
      line: link.id,
      name: { en: nameOf(link) },
      mode: link.mode,
      country,
      status: link.status,
      speedClass: 'added',
      km: toMillimetre(coordsKm(coords) * link.lengthFactor),
      kmSource: 'added',
      from,
      to,
      gauges: link.gauges,
      coords,
    },
    speed,
  );
}
