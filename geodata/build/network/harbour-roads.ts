import type { LngLat } from '../../../src/core/types';
import type { EdgeFeature, NetworkPart, Places } from '../lib/context';
import { number, readTable, text } from '../lib/csv';
import type { Row } from '../lib/csv';
import { geodesicLine } from '../lib/geodesic-line';
import { source } from '../lib/sources';
import { feature } from '../lib/write';

const NAME = {
  en: 'Harbour roads',
  zh: '港口道路',
  ru: 'Портовые дороги',
  mn: 'Боомтын зам',
};

/**
 * Roads of the town between a port and its hub, for ports that no drawn railway reaches
 * (`roadToHub` in curated/ports.csv): straight lines of a few kilometres, so that sea and land
 * join there.
 */
export function harbourRoads(places: Places): NetworkPart {
  const at = new Map(
    [...places.hubs, ...places.ports].map(({ properties, geometry }) => [
      properties.id,
      geometry.coordinates as LngLat,
    ]),
  );
  const rows = readTable('ports.csv').filter((row) => row.roadToHub === 'yes');
  return { nodes: [], edges: rows.map((row) => road(row, at)) };
}

function road(row: Row, at: Map<string, LngLat>): EdgeFeature {
  const port = text(row, 'id');
  const hub = text(row, 'hub');
  const ends = [at.get(hub), at.get(port)];
  if (!ends[0] || !ends[1]) throw new Error(`ports.csv: no hub "${hub}" for ${port}`);
  return feature(geodesicLine([ends[0], ends[1]]), {
    id: `road-harbour-${hub}-${port}`,
    line: 'harbour-roads',
    name: NAME,
    from: hub,
    to: port,
    mode: 'road',
    status: 'operating',
    asOf: '2024',
    country: text(row, 'country'),
    speedClass: 'road-trunk',
    surface: 'paved',
    geometryGrade: 'endpoints',
    sources: [source('geonames')],
    positionErrorKm: number(row, 'positionErrorKm'),
  });
}
