import type { SourceSpecification } from 'maplibre-gl';
import { UserError } from '../core/errors';

/** How an address of another host is asked. */
export type RemoteKind = 'pmtiles' | 'flatgeobuf' | 'xyz' | 'tilejson';

export interface RemoteTiles {
  source: SourceSpecification;
  /** Layers in vector tiles; none where tiles are pictures. */
  layers: string[];
  name?: string | undefined;
}

/** @throws UserError `bad-address` */
export function remoteKind(address: string): RemoteKind {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new UserError('bad-address', `${address} is no address; https://... is needed`);
  }
  const isLocal = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal))
    throw new UserError(
      'bad-address',
      `${address} must begin with https:// (http:// on this machine only)`,
    );
  if (/\{z\}.*\{x\}|\{x\}.*\{z\}/.test(address)) return 'xyz';
  if (/\.pmtiles$/i.test(url.pathname)) return 'pmtiles';
  if (/\.fgb$/i.test(url.pathname)) return 'flatgeobuf';
  return 'tilejson';
}

/**
 * The tiles at an address; `named` are the layers in its tiles as the person knows them, which tiles
 * without a description need. @throws UserError `no-tiles`, `layers-unknown`, `host-answers`
 */
export async function tilesOf(
  kind: Exclude<RemoteKind, 'flatgeobuf'>,
  address: string,
  named: readonly string[],
): Promise<RemoteTiles> {
  if (kind === 'pmtiles') {
    const { openPmtiles } = await import('../map/pmtiles');
    const { raster, layers, name } = await openPmtiles(address);
    const url = `pmtiles://${address}`;
    return raster
      ? { source: { type: 'raster', url, tileSize: 256 }, layers: [], name }
      : vector({ type: 'vector', url }, [...named, ...layers], name);
  }
  if (kind === 'xyz') return tiles([address], named);
  const answer = await fetch(address);
  if (!answer.ok)
    throw new UserError('host-answers', `${new URL(address).host} answers ${answer.status}`);
  return described(await answer.json().catch(() => undefined), named);
}

/** What a description of tiles may say. Whatever else it holds is let alone. */
interface Description {
  tiles?: unknown;
  tileurl?: unknown;
  vector_layers?: unknown;
  id?: unknown;
  name?: unknown;
  minzoom?: unknown;
  maxzoom?: unknown;
  bounds?: unknown;
  scheme?: unknown;
  format?: unknown;
  tileSize?: unknown;
}

/** TileJSON, or what pg_tileserv writes in its place (`tileurl`, and the layer's id). */
export function described(json: unknown, named: readonly string[]): RemoteTiles {
  const about = (typeof json === 'object' && json !== null ? json : {}) as Description;
  const list = Array.isArray(about.tiles) ? (about.tiles as unknown[]) : [about.tileurl];
  const urls = list.filter((url) => typeof url === 'string');
  if (urls.length === 0)
    throw new UserError('no-tiles', 'the answer describes no tiles; TileJSON is needed');
  const made = tiles(urls, named.length > 0 ? named : layersIn(about), about);
  return {
    ...made,
    source: { ...made.source, ...reach(about) } as SourceSpecification,
    name: typeof about.name === 'string' && about.name !== '' ? about.name : undefined,
  };
}

function layersIn({ vector_layers, tileurl, id }: Description): string[] {
  if (Array.isArray(vector_layers))
    return vector_layers.flatMap((layer: { id?: unknown } | null) =>
      typeof layer?.id === 'string' ? [layer.id] : [],
    );
  return typeof tileurl === 'string' && typeof id === 'string' ? [id] : [];
}

/** Where there are tiles: others are not asked for. */
function reach({ minzoom, maxzoom, bounds, scheme }: Description): object {
  const isBox =
    Array.isArray(bounds) && bounds.length === 4 && bounds.every((edge) => Number.isFinite(edge));
  return {
    ...(typeof minzoom === 'number' ? { minzoom } : {}),
    ...(typeof maxzoom === 'number' ? { maxzoom } : {}),
    ...(isBox ? { bounds: bounds as unknown[] } : {}),
    ...(scheme === 'tms' ? { scheme } : {}),
  };
}

/** By what the description says of their format, else by their ending, else by whether layers are known. */
function tiles(
  urls: string[],
  layers: readonly string[],
  { format, tileSize }: Description = {},
): RemoteTiles {
  const kind = typeof format === 'string' ? format : /\.(\w+)(\?|$)/.exec(urls[0]!)?.[1];
  const isPicture = /^(png|jpe?g|webp|avif)/i.test(kind ?? '');
  if (isPicture || (layers.length === 0 && !/^(pbf|mvt|mlt)$/i.test(kind ?? '')))
    return {
      source: { type: 'raster', tiles: urls, tileSize: tileSize === 512 ? 512 : 256 },
      layers: [],
    };
  return vector({ type: 'vector', tiles: urls }, layers);
}

function vector(
  source: SourceSpecification,
  layers: readonly string[],
  name?: string,
): RemoteTiles {
  if (layers.length === 0)
    throw new UserError(
      'layers-unknown',
      'nothing says which layers are in these tiles; name them in the second field',
    );
  return { source, layers: [...new Set(layers)], name };
}
