import type { Feature, LineString, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson';
import { beforeAll, describe, expect, test } from 'vitest';
import { unwrap } from '../../src/core/geo/antimeridian';
import { distanceKm } from '../../src/core/geo/geodesic';
import type { EdgeProps, LngLat, NodeProps, PortProps } from '../../src/core/types';
import { readLayer } from './read';
import { cross, indexOf, segmentsOf } from './segments';
import { shortestKm } from './shortest';

type Leg = Feature<LineString | MultiLineString, EdgeProps>;

const KM_PER_NM = 1.852;

let legs: Leg[];
let ports: Feature<Point, PortProps>[];
let nodes: Feature<Point, NodeProps>[];
let issues: unknown[];

beforeAll(async () => {
  const read = [
    await readLayer<LineString | MultiLineString, EdgeProps>('sea-routes'),
    await readLayer<Point, PortProps>('ports'),
    await readLayer<Point, NodeProps>('nodes'),
  ] as const;
  legs = read[0].features;
  ports = read[1].features;
  nodes = read[2].features;
  issues = [...read[0].issues, ...read[1].issues];
});

const linesOf = ({ geometry }: Leg): LngLat[][] =>
  (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates) as LngLat[][];

const lengthKm = (leg: Leg): number =>
  linesOf(leg).reduce(
    (sum, line) =>
      sum + line.slice(1).reduce((km, point, i) => km + distanceKm(line[i]!, point), 0),
    0,
  );

/** Sea miles between two ports over legs that a predicate admits. */
const miles = (from: string, to: string, admits: (leg: Leg) => boolean): number =>
  shortestKm(
    legs.filter(admits).map((leg) => ({
      from: leg.properties.from,
      to: leg.properties.to,
      km: lengthKm(leg),
    })),
    from,
    to,
  ) / KM_PER_NM;

test('sea ways and ports pass the schema', () => {
  expect(issues).toEqual([]);
  expect(ports.length).toBeGreaterThanOrEqual(40);
});

describe('topology', () => {
  test('every leg begins and ends on its nodes', () => {
    const at = new Map(
      [...ports, ...nodes].map((place) => [place.id, place.geometry.coordinates as LngLat]),
    );
    for (const leg of legs) {
      const line = linesOf(leg).flat();
      expect(line[0], leg.id as string).toEqual(at.get(leg.properties.from));
      expect(line.at(-1), leg.id as string).toEqual(at.get(leg.properties.to));
    }
  });

  test('all ports and waypoints are one network', () => {
    const reached = new Set(['murmansk-port']);
    for (let grown = true; grown;) {
      grown = false;
      for (const {
        properties: { from, to },
      } of legs)
        if (reached.has(from) !== reached.has(to)) {
          reached.add(from).add(to);
          grown = true;
        }
    }
    expect(ports.map(({ properties }) => properties.id).filter((id) => !reached.has(id))).toEqual(
      [],
    );
  });
});

describe('geometry', () => {
  /** Legs that end up a river or lead through a canal: drawn where the 1:10m outline has land. */
  const INLAND = [
    'sea-suez-suez-south-port-said',
    'sea-nsr-dudinka-port-dikson-roads',
    'sea-nsr-khatanga-port-laptev-sea-west',
    'sea-nsr-zeleny-mys-port-medvezhyi-islands-north',
    'sea-europe-north-hamburg-port-elbe-approach',
  ];
  /** Within this distance of a port's position a leg may cross the outline: quays, moles, bays. */
  const HARBOUR_KM = 35;

  test('no leg crosses land, but in harbours, rivers and the Suez Canal', async () => {
    const { features } = await readLayer<Polygon | MultiPolygon, object>('land');
    const coast = segmentsOf(features.map(({ geometry }) => geometry)).filter(
      ({ from, to }) => !(Math.abs(from[0]!) === 180 && from[0] === to[0]),
    );
    const index = indexOf(coast);
    const harbours = new Map(ports.map(({ id, geometry }) => [id, geometry.coordinates as LngLat]));
    const ashore = legs.flatMap((leg) => {
      const { id, from, to } = leg.properties;
      if (INLAND.includes(id) || leg.properties.speedClass === 'river') return [];
      const inHarbour = (point: LngLat): boolean =>
        [from, to].some((end) => {
          const harbour = harbours.get(end);
          return harbour !== undefined && distanceKm(harbour, point) < HARBOUR_KM;
        });
      return linesOf(leg).flatMap((line) =>
        line.slice(1).flatMap((point, i) => {
          const stretch = { from: line[i]!, to: point };
          const hits = index
            .search(
              Math.min(stretch.from[0], point[0]),
              Math.min(stretch.from[1], point[1]),
              Math.max(stretch.from[0], point[0]),
              Math.max(stretch.from[1], point[1]),
            )
            .filter((j) => cross(stretch, coast[j]!));
          return hits.length > 0 && !inHarbour(point) ? [`${id} at ${point.join()}`] : [];
        }),
      );
    });
    expect(ashore).toEqual([]);
  });

  test('the straight segments stay within 50 m of the geodesics', () => {
    for (const leg of legs)
      for (const line of linesOf(leg)) {
        const points = unwrap(line);
        const longest = points.slice(1).map((point, i) => distanceKm(points[i]!, point));
        expect(Math.max(...longest), leg.id as string).toBeLessThanOrEqual(20.1);
      }
  });
});

describe('published distances', () => {
  const isSouthern = (leg: Leg): boolean => leg.properties.line === 'suez';
  const viaNsr = (leg: Leg): boolean => !isSouthern(leg);
  const viaSuez = (leg: Leg): boolean =>
    leg.properties.line !== 'nsr' || leg.id === 'sea-nsr-murmansk-port-kola-bay-mouth';

  /** Nautical miles: Valdai Club; Odesa crewing infographic; CRREL 96-3, Table 1. */
  const PUBLISHED_NM: [from: string, to: string, nsr: number, suez: number][] = [
    ['murmansk-port', 'yokohama-port', 5770, 12840],
    ['rotterdam-port', 'shanghai-port', 8046, 10557],
    ['hamburg-port', 'yokohama-port', 6920, 11430],
  ];

  test.each(PUBLISHED_NM)(
    '%s to %s agrees with %i and %i miles within 3 percent',
    (from, to, nsr, suez) => {
      const computed = [miles(from, to, viaNsr), miles(from, to, viaSuez)] as const;
      expect(Math.abs(computed[0] / nsr - 1), `north ${computed[0]}`).toBeLessThan(0.03);
      expect(Math.abs(computed[1] / suez - 1), `south ${computed[1]}`).toBeLessThan(0.03);
    },
  );

  test('Murmansk to Vilkitsky Strait: 1,260 miles round Novaya Zemlya, 1,510 by the Kara Gate and the coast', () => {
    const isOuter = (leg: Leg): boolean =>
      leg.properties.from === 'cape-zhelaniya' || leg.properties.to === 'cape-zhelaniya';
    const outer = miles('murmansk-port', 'vilkitsky-strait', (leg) => viaNsr(leg));
    const coastal = miles(
      'murmansk-port',
      'vilkitsky-strait',
      (leg) => viaNsr(leg) && !isOuter(leg),
    );
    expect(Math.abs(outer / 1260 - 1), `outer ${outer}`).toBeLessThan(0.05);
    expect(coastal).toBeGreaterThan(outer);
  });

  test('the Northern Sea Route proper, Kara Gate to Provideniya, is about 5,600 km', () => {
    const km = miles('kara-gate', 'provideniya-port', viaNsr) * KM_PER_NM;
    expect(Math.abs(km / 5600 - 1), `${km}`).toBeLessThan(0.1);
  });
});

describe('season', () => {
  test('the eastern legs of the Northern Sea Route are open in some months only, the western all year', () => {
    const months = (id: string): number[] | undefined =>
      legs.find((leg) => leg.id === id)?.properties.months;
    expect(months('sea-nsr-vilkitsky-strait-laptev-sea-west')).toEqual([7, 8, 9, 10]);
    expect(months('sea-nsr-bely-island-north-dikson-roads')).toBeUndefined();
    const seasonal = legs.filter(({ properties }) => properties.status === 'seasonal');
    expect(seasonal.filter(({ properties }) => !properties.months)).toEqual([]);
  });
});
