import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import { writeExtract } from './manifest';
import { readSource } from './packages';
import { SOURCE_FILES } from './sources';

type Admin1Props = { iso_3166_2: string; adm0_a3: string };

/** Countries whose admin-1 units stay apart; of all others only the country is kept. */
const COUNTRIES_IN_UNITS = new Set(['CHN', 'RUS', 'MNG']);

/** Detail in metres (mapshaper's `interval`), the finest first. Shared arcs take the finer side's. */
const DETAIL: { metres: number; unit?: RegExp; country?: RegExp }[] = [
  // The area of the product inland and along the Sea of Japan: its state borders are looked at
  // closely.
  {
    metres: 1000,
    unit: /^(MN-|CN-(HL|JL|LN|NM|XJ)|RU-(AL|TY|KK|ALT|IRK|KEM|NVS|OMS|TOM|BU|ZAB|PRI|AMU|YEV))/,
  },
  // The long coasts of the north, the Urals, and North Korea beside Primorye.
  {
    metres: 2000,
    unit: /^RU-(KYA|SA|KAM|KHA|MAG|SAK|CHU|YAN|KHM|TYU|SVE|KGN|CHE|MUR|ARK|NEN)/,
  },
  { metres: 2000, country: /PRK/ },
  // Neighbours, and coasts that sea routes pass.
  {
    metres: 5000,
    country:
      /CHN|RUS|KAZ|KOR|JPN|SGP|MYS|IDN|EGY|YEM|DJI|ERI|ESP|MAR|GBR|FRA|BEL|NLD|DEU|DNK|NOR|USA|TWN/,
  },
];
const COARSEST_METRES = 11000;

/**
 * Natural Earth's admin-1 units (1:10m, v5.1) as one topology: units of China, Russia and Mongolia,
 * elsewhere countries, clipped to 12 W eastward to 165 W and 5 S to 90 N. Borders that two areas
 * share are one arc, so that neither simplification nor rounding (to 0.001 degree) opens a gap.
 *
 * The source is cut at 180 degrees. The halves stay two objects (`half`), so that the cut is an arc
 * like any other and the layers can be written cut at exactly 180. For mapshaper the world is
 * turned by 90 degrees: its distances are spherical only within [-180, 180].
 */
export function extractAdmin1(): void {
  const source = SOURCE_FILES.neAdmin1;
  const world = JSON.parse(readSource(source).toString('utf8')) as FeatureCollection<
    Polygon | MultiPolygon,
    Admin1Props
  >;
  const dir = mkdtempSync(join(tmpdir(), 'nv-admin1-'));
  const units = world.features.filter((feature) => feature.geometry).flatMap(turnedHalves);
  writeFileSync(
    join(dir, 'in.json'),
    JSON.stringify({ type: 'FeatureCollection', features: units }),
  );
  simplify(dir);
  const topology = JSON.parse(readFileSync(join(dir, 'out.json'), 'utf8')) as Topology;
  writeExtract('admin1.topo.json', topologyText(topology), [source]);
}

function simplify(dir: string): void {
  const interval = DETAIL.reduceRight(
    (coarser, { metres, unit, country }) =>
      `${unit ? `${String(unit)}.test(unit)` : `${String(country)}.test(country)`} ? ${metres} : ${coarser}`,
    String(COARSEST_METRES),
  );
  const steps = [
    '-i in.json',
    '-clip bbox=-102,-5,105,90',
    '-snap interval=0.0015',
    '-clean gap-fill-area=20km2',
    '-dissolve unit,half copy-fields=country',
    `-simplify variable weighted keep-shapes interval="${interval}"`,
    '-filter-islands min-area=15km2',
    '-snap precision=0.001',
    '-clean gap-fill-area=1km2',
    '-rename-layers units',
    '-o out.json format=topojson precision=0.001 no-quantization',
  ];
  writeFileSync(join(dir, 'steps.txt'), `mapshaper\n${steps.join('\n')}\n`);
  // A tool of this step only: it pulls in 200 MB and is no dependency of the project.
  execFileSync('npx', ['--yes', 'mapshaper@0.7.70', 'steps.txt'], { cwd: dir, stdio: 'inherit' });
}

/** A unit as one feature per side of the 180 degree cut, turned by 90 degrees. */
function turnedHalves(feature: Feature<Polygon | MultiPolygon, Admin1Props>): Feature[] {
  const { geometry, properties } = feature;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return (['west', 'east'] as const).flatMap((half) => {
    const turn = half === 'east' ? 270 : -90;
    const inHalf = polygons
      .filter(([outer]) => outer!.every(([lng]) => lng! <= -100) === (half === 'east'))
      .map((polygon) => polygon.map((ring) => ring.map(([lng, lat]) => [lng! + turn, lat!])));
    if (inHalf.length === 0) return [];
    return {
      type: 'Feature' as const,
      properties: { unit: unitOf(properties), country: properties.adm0_a3, half },
      geometry: { type: 'MultiPolygon' as const, coordinates: inHalf },
    };
  });
}

/** ISO 3166-2 code of a unit with the source's known errors put right, or the country's code. */
function unitOf({ iso_3166_2: iso, adm0_a3: country }: Admin1Props): string {
  // A nameless lake-sized hole inside Yamal.
  if (iso === 'RU-X01~') return 'RU-YAN';
  // The city and the oblast of Moscow carry each other's code.
  if (iso === 'RU-MOS') return 'RU-MOW';
  if (iso === 'RU-MOW') return 'RU-MOS';
  return COUNTRIES_IN_UNITS.has(country) && !iso.includes('~') ? iso : country;
}

/** The topology turned back, its arcs delta-coded in 0.001 degree, one arc a line. */
function topologyText(topology: Topology): string {
  const arcs = topology.arcs.map((arc) => JSON.stringify(deltaCode(arc)));
  const object = topology.objects.units;
  if (object?.type !== 'GeometryCollection') throw new Error('mapshaper wrote no layer "units"');
  const geometries = object.geometries.map((geometry) => JSON.stringify(geometry)).sort();
  return [
    '{"type":"Topology","transform":{"scale":[0.001,0.001],"translate":[0,0]},',
    `"objects":{"units":{"type":"GeometryCollection","geometries":[\n${geometries.join(',\n')}\n]}},`,
    `"arcs":[\n${arcs.join(',\n')}\n]}\n`,
  ].join('\n');
}

function deltaCode(arc: Position[]): number[][] {
  const whole = arc.map(
    ([lng, lat]) => [Math.round((lng! + 90) * 1e3), Math.round(lat! * 1e3)] as const,
  );
  return whole.map(([x, y], i) => {
    const previous = whole[i - 1];
    return previous ? [x - previous[0], y - previous[1]] : [x, y];
  });
}
