import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/core/errors';
import { described, remoteKind, tilesOf } from '../../../src/state/remote-source';

/**
 * Answers of tile servers, in the form that their documentation and guides show; none was recorded
 * from a running server. Of the two of tileserver-gl the values (names, centres, layers) are made up.
 */
const SERVERS = {
  // A table of PostGIS: no ending in the address of its tiles.
  'martin, a table': {
    tilejson: '3.0.0',
    tiles: ['http://localhost:3111/table_source/{z}/{x}/{y}'],
    vector_layers: [{ id: 'table_source', fields: { gid: 'int4' } }],
    bounds: [-2, -1, 142.84131509869133, 45],
    name: 'table_source',
    description: 'public.table_source.geom',
  },
  // A picture of the earth: nothing but `format` says so.
  'martin, a GeoTIFF': {
    bounds: [-121.376953125, 41.9349765005, -121.3330078125, 42.0003251483],
    center: [-121.3549804687, 41.9676592037, 15],
    format: 'webp',
    maxzoom: 17,
    minzoom: 13,
    tileSize: 512,
    tilejson: '3.0.0',
    tiles: ['http://localhost:3111/usda_naip_512_webp_z5/{z}/{x}/{y}'],
  },
  // No TileJSON: the layer in its tiles is called by its id.
  pg_tileserv: {
    id: 'public.ne_50m_admin_0_countries',
    geometrytype: 'MultiPolygon',
    name: 'ne_50m_admin_0_countries',
    description: 'Natural Earth countries',
    schema: 'public',
    bounds: [-180, -89.9989318847656, 180, 83.599609375],
    center: [0, -3.19966125488281],
    tileurl: 'http://localhost:7800/public.ne_50m_admin_0_countries/{z}/{x}/{y}.pbf',
    properties: [{ name: 'gid', type: 'int4', description: '' }],
    minzoom: 0,
    maxzoom: 22,
  },
  'tileserver-gl, data': {
    tiles: ['http://localhost:8080/data/v3/{z}/{x}/{y}.pbf?key=a.b'],
    name: 'OpenMapTiles',
    format: 'pbf',
    basename: 'zurich.mbtiles',
    id: 'openmaptiles',
    center: [8.54806, 47.3718, 14],
    bounds: [8.275, 47.225, 8.8, 47.533],
    minzoom: 0,
    maxzoom: 14,
    vector_layers: [
      { id: 'water', fields: { class: 'String' } },
      { id: 'waterway', fields: {} },
    ],
    tilejson: '2.0.0',
  },
  'tileserver-gl, a style': {
    tilejson: '2.0.0',
    name: 'Basic preview',
    minzoom: 0,
    maxzoom: 20,
    bounds: [8.275, 47.225, 8.8, 47.533],
    format: 'png',
    type: 'baselayer',
    tiles: ['http://localhost:8080/styles/basic-preview/{z}/{x}/{y}.png'],
  },
};

describe('the description that a tile server gives', () => {
  it.each([
    ['martin, a table', 'vector', ['table_source'], 'table_source', {}],
    ['martin, a GeoTIFF', 'raster', [], undefined, { minzoom: 13, maxzoom: 17, tileSize: 512 }],
    ['pg_tileserv', 'vector', ['public.ne_50m_admin_0_countries'], 'ne_50m_admin_0_countries', {}],
    ['tileserver-gl, data', 'vector', ['water', 'waterway'], 'OpenMapTiles', { maxzoom: 14 }],
    ['tileserver-gl, a style', 'raster', [], 'Basic preview', { maxzoom: 20, tileSize: 256 }],
  ] as const)('of %s is %s tiles', (server, type, layers, name, rest) => {
    const answer = SERVERS[server];
    const urls = 'tiles' in answer ? answer.tiles : [answer.tileurl];
    const { bounds } = answer;
    expect(described(answer, [])).toMatchObject({
      layers,
      source: { type, tiles: urls, bounds, ...rest },
    });
    expect(described(answer, []).name).toBe(name);
  });

  it('is overruled by the layers that a person names', () => {
    expect(described(SERVERS['tileserver-gl, data'], ['water']).layers).toEqual(['water']);
  });

  it('turns the rows over where tiles are counted from the south', () => {
    const tms = { ...SERVERS['martin, a table'], scheme: 'tms' };
    expect(described(tms, []).source).toMatchObject({ scheme: 'tms' });
  });

  it.each([
    [undefined, 'no-tiles'],
    ['text', 'no-tiles'],
    [{}, 'no-tiles'],
    [{ tiles: [] }, 'no-tiles'],
    [{ tiles: [7] }, 'no-tiles'],
    [{ tiles: ['https://a/{z}/{x}/{y}.pbf'] }, 'layers-unknown'],
    [{ tiles: ['https://a/{z}/{x}/{y}'], format: 'pbf', vector_layers: [null] }, 'layers-unknown'],
  ])('%j is refused: %s', (answer, code) => {
    expect(() => described(answer, [])).toThrow(
      expect.objectContaining({ name: UserError.name, code }) as Error,
    );
  });
});

describe('an address', () => {
  it.each([
    ['https://a.org/x.pmtiles', 'pmtiles'],
    ['https://a.org/x.fgb?v=2', 'flatgeobuf'],
    ['https://a.org/{z}/{x}/{y}', 'xyz'],
    ['http://localhost:3000/table', 'tilejson'],
  ] as const)('%s is asked as %s', (address, kind) => {
    expect(remoteKind(address)).toBe(kind);
  });

  it.each(['http://a.org/x.pmtiles', 'ftp://a.org/x', 'javascript:alert(1)', 'x'])(
    '%s is refused',
    (address) => {
      expect(() => remoteKind(address)).toThrow(UserError);
    },
  );

  it('of pictures without a description is told by its ending', async () => {
    const { source } = await tilesOf('xyz', 'https://a.org/{z}/{x}/{y}.png?key=1', []);
    expect(source.type).toBe('raster');
  });
});
