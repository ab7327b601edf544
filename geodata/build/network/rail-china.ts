import { distanceKm } from '../../../src/core/geo/geodesic';
import type { LngLat, Name } from '../../../src/core/types';
import type { EdgeFeature, NetworkPart, NodeFeature, Places } from '../lib/context';
import { geodesicLine } from '../lib/geodesic-line';
import { source, sources } from '../lib/sources';
import { palladius } from '../lib/transliterate';
import { feature } from '../lib/write';
import { readChinaCourse, type CoursePoint } from './rail-china/course';
import {
  likelyStrayKm,
  stretchLengths,
  USUAL_WINDING,
  type StretchLength,
} from './rail-china/lengths';
import { applyTrackFacts } from './rail/tracks';
import {
  readChinaLines,
  readChinaStops,
  type ChinaLine,
  type ChinaStop,
} from './rail-china/tables';

/** A place that a line passes: where it stands and how well that is known. */
interface Place {
  at: LngLat;
  errorKm: number;
}

/** A stretch as it is drawn: its ends and what is known of the course between them. */
interface Drawn {
  via: Place[];
  /** Geodesic lengths from each of its points to the next, km. */
  legsKm: number[];
  length: StretchLength | undefined;
  /** Keys of the sources of the points between its ends. */
  sources: string[];
}

/**
 * The railways of China as chains of stations: no open geometry exists, so an edge is the chain of
 * geodesics between neighbouring stations of the line's table, by the halts between them, and its length the difference of their posts. The position error of an edge is that
 * of its points or, where it is more, how far a track of the published length is likely to stray
 * from the chain: 19 in 20 stay within it.
 */
export function railChina(places: Places): NetworkPart {
  const stops = readChinaStops();
  const known = new Map<string, Place>();
  for (const { properties, geometry } of [...places.hubs, ...places.ports, ...places.crossings])
    known.set(properties.id, {
      at: geometry.coordinates as LngLat,
      errorKm: properties.positionErrorKm,
    });
  const stations = new Map<string, NodeFeature>();
  for (const stop of stops) {
    if (stop.station) {
      if (known.has(stop.node)) throw new Error(`station "${stop.node}" is defined twice`);
      known.set(stop.node, { at: stop.station.at, errorKm: stop.station.errorKm });
      stations.set(stop.node, stationNode(stop.node, stop.station));
    }
    const station = stations.get(stop.node);
    if (station && stop.km !== undefined)
      station.properties.posts = { ...station.properties.posts, [stop.line]: stop.km };
  }
  const course = readChinaCourse();
  const edges = readChinaLines().flatMap((line) =>
    lineEdges(
      line,
      stops.filter((stop) => stop.line === line.id),
      course.filter((point) => point.line === line.id),
      known,
    ),
  );
  applyTrackFacts(edges);
  return { nodes: [...stations.values()], edges };
}

function stationNode(id: string, station: NonNullable<ChinaStop['station']>): NodeFeature {
  return feature(
    { type: 'Point', coordinates: station.at },
    {
      id,
      name: stationName(station),
      kind: 'station',
      country: 'CN',
      ...(station.gaugeBreak ? { gaugeBreak: true } : {}),
      positionErrorKm: station.errorKm,
      sources: sources(station.sources),
    },
  );
}

/** The names of a station; the Russian one by rule where the table has none. */
function stationName({ zh, en, ru }: { zh: string; en: string; ru?: string }): Name {
  const byRule = ru ? undefined : russianByRule(en, zh.length);
  return {
    en,
    zh,
    ...(ru ? { ru } : {}),
    ...(byRule
      ? { ru: byRule, transliterated: ['ru'] as const satisfies Name['transliterated'] }
      : {}),
  };
}

/** Russian words for the side of a town that a station lies on. */
const SIDES: Record<string, string> = {
  North: 'Северный',
  South: 'Южный',
  East: 'Восточный',
  West: 'Западный',
};

/** Palladius' rule, with the side of the town translated ("Wuwei South"). */
function russianByRule(en: string, syllables: number): string | undefined {
  const [, town, side] = /^(\S+) (North|South|East|West)$/.exec(en) ?? [];
  if (!town || !side) return palladius(en, syllables);
  const name = palladius(town, syllables - 1);
  return name && `${name}-${SIDES[side]}`;
}

function lineEdges(
  line: ChinaLine,
  stops: readonly ChinaStop[],
  course: readonly CoursePoint[],
  known: ReadonlyMap<string, Place>,
): EdgeFeature[] {
  const places = stops.map(({ node }) => {
    const place = known.get(node);
    if (!place) throw new Error(`line "${line.id}" stops at "${node}", which no table has`);
    return place;
  });
  for (const { after } of course)
    if (!stops.slice(0, -1).some(({ node }) => node === after))
      throw new Error(
        `a point of line "${line.id}" follows "${after}", from where it does not go on`,
      );
  const drawn = stops.slice(1).map((_, i) => {
    const between = course.filter(({ after }) => after === stops[i]!.node);
    const via = [places[i]!, ...between, places[i + 1]!];
    return {
      via,
      legsKm: via.slice(1).map(({ at }, leg) => distanceKm(via[leg]!.at, at)),
      sources: between.map(({ source }) => source),
    };
  });
  const lengths = stretchLengths(
    stops.map(({ km }) => km),
    drawn.map(({ legsKm }) => total(legsKm)),
  );
  return drawn.map((stretchDrawn, i) =>
    stretch(line, [stops[i]!, stops[i + 1]!], { ...stretchDrawn, length: lengths[i] }),
  );
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

/** A stretch that may be farther off than this says so in words, km. */
const COARSE_KM = 15;

/** How far the track may lie from a stretch, km: see railChina. */
function strayKm({ via, legsKm, length }: Drawn): number {
  const winding = length ? length.km / total(legsKm) : USUAL_WINDING;
  const strays = legsKm.map((km) => likelyStrayKm(km * winding, km));
  return Math.round(10 * Math.max(...via.map(({ errorKm }) => errorKm), ...strays)) / 10;
}

function stretch(line: ChinaLine, [from, to]: [ChinaStop, ChinaStop], drawn: Drawn): EdgeFeature {
  const { length, via } = drawn;
  const errorKm = strayKm(drawn);
  const note = [
    ...(line.note ? [line.note] : []),
    ...(errorKm > COARSE_KM
      ? [`Coarse: the track may lie up to ${Math.round(errorKm)} km from the line drawn here.`]
      : []),
    ...(length?.sharedFrom
      ? [
          `Length: its share of the ${length.sharedFrom} km published for several stretches together, by geodesic length.`,
        ]
      : []),
  ].join(' ');
  return feature(geodesicLine(via.map(({ at }) => at)), {
    id: `rail-${line.id}-${from.node}-${to.node}`,
    line: line.id,
    name: line.name,
    from: from.node,
    to: to.node,
    mode: 'rail',
    gauges: to.gauges ?? [1435],
    status: line.status,
    asOf: line.asOf,
    country: 'CN',
    ...(length && line.kmSource
      ? { lengthKm: { value: length.km, source: source(line.kmSource) } }
      : {}),
    speedClass: line.speedClass,
    ...(line.opened ? { opened: line.opened } : {}),
    geometryGrade: line.grade,
    ...(to.ratioReason ? { ratioReason: to.ratioReason } : {}),
    ...(note ? { note } : {}),
    positionErrorKm: errorKm,
    sources: sources([
      ...new Set([...(line.kmSource ? [line.kmSource] : []), ...line.sources, ...drawn.sources]),
    ]),
  });
}
