import { simplifyLine } from '../../../../src/core/geo/simplify-line';
import type { Feature, Point } from 'geojson';
import { distanceKm } from '../../../../src/core/geo/geodesic';
import type { GeometryGrade, LngLat } from '../../../../src/core/types';
import type { EdgeFeature, NetworkPart, NodeFeature } from '../../lib/context';
import type { Row } from '../../lib/csv';
import { geodesicLine } from '../../lib/geodesic-line';
import type { RailGraph } from '../../lib/rail-graph';
import { source } from '../../lib/sources';
import { feature } from '../../lib/write';
import { placeRun, type RunNode } from './place-nodes';
import { stationFeature } from './station-feature';
import type { Line, Section } from './tables';

export interface RailTables {
  lines: Map<string, Line>;
  stations: Map<string, Row>;
  sections: Section[];
}

/** Error of a located station, km: what a short edge may owe to its ends. */
const END_ERROR_KM = 3;

/** Natural Earth's track is good to half a kilometre: a tenth of that is left out as noise. */
const TRACK_TOLERANCE_KM = 0.05;

const GRADES: Record<Section['geometry'], GeometryGrade> = {
  track: 'natural-earth-10m',
  chain: 'station-chain',
  waypoints: 'waypoints',
  endpoints: 'endpoints',
};

interface Spot {
  at: LngLat;
  /** Hubs, ports and crossings keep their own point; the line is led to it from the track. */
  isPlace: boolean;
  onTrack: boolean;
}

/**
 * Nodes and edges of railway lines. Sections of a line that follow each other are one run; a run
 * is drawn whole, its stations are put on the drawn way, and each section is the stretch between
 * its two.
 */
export function buildRail(
  tables: RailTables,
  places: Feature<Point, { id: string }>[],
  graph?: RailGraph,
): NetworkPart {
  const spots = new Map<string, Spot>(
    places.map(({ properties, geometry }) => [
      properties.id,
      { at: [geometry.coordinates[0]!, geometry.coordinates[1]!], isPlace: true, onTrack: false },
    ]),
  );
  const posts = new Map<string, Record<string, number>>();
  const nodes: NodeFeature[] = [];
  const edges: EdgeFeature[] = [];
  for (const run of runsOf(tables.sections)) {
    const runNodes = nodesOf(run);
    notePosts(run[0]!.line, runNodes);
    if (run[0]!.geometry === 'track') drawOnTrack(run, runNodes);
    else drawChain(run);
  }
  for (const node of nodes) {
    const own = posts.get(node.properties.id);
    if (own) node.properties.posts = own;
  }
  return { nodes, edges };

  function nodesOf(run: Section[]): RunNode[] {
    let postKm: number | undefined = 0;
    return [run[0]!.from, ...run.map((section) => section.to)].map((id, i) => {
      if (i > 0) {
        const km = run[i - 1]!.km;
        postKm = postKm === undefined || km === undefined ? undefined : postKm + km;
      }
      const spot = spots.get(id);
      return { id, at: spot?.at ?? ownPoint(id), fixed: spot?.onTrack ?? false, postKm };
    });
  }

  function ownPoint(id: string): LngLat | undefined {
    const row = tables.stations.get(id);
    if (!row) throw new Error(`no hub, port, crossing or station "${id}"`);
    return row.lng ? [Number(row.lng), Number(row.lat)] : undefined;
  }

  function notePosts(line: string, run: RunNode[]): void {
    for (const { id, postKm } of run) {
      if (postKm === undefined) return;
      const own = posts.get(id) ?? {};
      own[line] ??= postKm;
      posts.set(id, own);
    }
  }

  function drawOnTrack(run: Section[], runNodes: RunNode[]): void {
    if (!graph) throw new Error(`no track is given to draw ${run[0]!.line} along`);
    const { way, chainages } = placeRun(runNodes, graph);
    runNodes.forEach(({ id }, i) => addStation(id, way.at(chainages[i]!), true));
    run.forEach((section, i) => {
      const stretch = simplifyLine(way.slice(chainages[i]!, chainages[i + 1]!), TRACK_TOLERANCE_KM);
      addEdge(section, joinEnds(stretch, spots.get(section.from)!, spots.get(section.to)!));
    });
  }

  function drawChain(run: Section[]): void {
    for (const section of run) {
      for (const id of [section.from, section.to]) {
        if (spots.has(id)) continue;
        const at = ownPoint(id);
        if (!at) throw new Error(`station ${id} of a chain has no coordinate`);
        addStation(id, at, false);
      }
      addEdge(section, [spots.get(section.from)!.at, spots.get(section.to)!.at]);
    }
  }

  function addStation(id: string, at: LngLat, onTrack: boolean): void {
    if (spots.has(id)) return;
    const rounded: LngLat = [round5(at[0]), round5(at[1])];
    spots.set(id, { at: rounded, isPlace: false, onTrack });
    nodes.push(stationFeature(id, tables.stations.get(id)!, rounded, onTrack));
  }

  function addEdge(section: Section, vertices: LngLat[]): void {
    const line = tables.lines.get(section.line);
    if (!line) throw new Error(`no line "${section.line}"`);
    const { km, kmSource, geometry, ...rest } = section;
    const track = geometry === 'track';
    edges.push(
      feature(geodesicLine(vertices), {
        ...rest,
        id: `rail-${section.line}-${section.from}-${section.to}`,
        name: line.name,
        mode: 'rail',
        ...(km !== undefined && kmSource ? { lengthKm: { value: km, source: kmSource } } : {}),
        geometryGrade: GRADES[geometry],
        ratioReason: section.ratioReason ?? endsReason(vertices, section),
        sources: [...(track ? [source('rail-natural-earth')] : []), ...section.sources],
      }),
    );
  }

  /**
   * Edges whose ends are not exactly known may be drawn longer or shorter than they are: the reason,
   * where the difference is within what the ends explain.
   */
  function endsReason(vertices: LngLat[], section: Section): string | undefined {
    if (section.km === undefined) return undefined;
    const drawnKm = lengthKm(vertices);
    const ratio = section.km / drawnKm;
    if (ratio >= 0.98 && ratio <= 1.35) return undefined;
    const leads = [section.from, section.to].map((id, i) => {
      const [end, next] = i === 0 ? [0, 1] : [vertices.length - 1, vertices.length - 2];
      return spots.get(id)!.isPlace && section.geometry === 'track'
        ? distanceKm(vertices[end]!, vertices[next]!)
        : 0;
    });
    const leadKm = leads[0]! + leads[1]!;
    if (leadKm > 0 && ratio < 1 && section.km / (drawnKm - leadKm) >= 0.98)
      return `The line is led to the place's own point, ${Math.max(...leads).toFixed(1)} km from the track.`;
    const errorKm = 2 * END_ERROR_KM;
    if (Math.abs(drawnKm - leadKm - section.km) <= errorKm)
      return `Each end is placed to within ${END_ERROR_KM} km, which on this edge outweighs the bends of the track.`;
    return undefined;
  }
}

/** Sections in order, cut where the line, the drawing or the chain of nodes changes. */
function runsOf(sections: Section[]): Section[][] {
  const runs: Section[][] = [];
  for (const section of sections) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (
      run &&
      last?.line === section.line &&
      last.geometry === section.geometry &&
      last.to === section.from
    )
      run.push(section);
    else runs.push([section]);
  }
  return runs;
}

function joinEnds(stretch: LngLat[], from: Spot, to: Spot): LngLat[] {
  const inner = stretch.slice(from.isPlace ? 0 : 1, to.isPlace ? undefined : -1);
  return [from.at, ...inner, to.at].filter(
    (point, i, all) => i === 0 || point[0] !== all[i - 1]![0] || point[1] !== all[i - 1]![1],
  );
}

function lengthKm(vertices: LngLat[]): number {
  let km = 0;
  for (let i = 1; i < vertices.length; i++) km += distanceKm(vertices[i - 1]!, vertices[i]!);
  return km;
}

const round5 = (value: number): number => Math.round(value * 1e5) / 1e5;
