import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';

/** One tile as a PMTiles archive (version 3 of its specification), nothing compressed. */
function pmtiles(tile: Uint8Array): Uint8Array {
  const metadata = Buffer.from(JSON.stringify({ name: 'Ports', vector_layers: [{ id: 'ports' }] }));
  const varint = (n: number): number[] => (n < 128 ? [n] : [(n & 127) | 128, ...varint(n >>> 7)]);
  // One entry: tile 0, run of 1, its length, offset 0 (written as 1).
  const directory = Buffer.from([1, 0, 1, ...varint(tile.length), 1]);
  const header = Buffer.alloc(127);
  header.write('PMTiles');
  header[7] = 3;
  const at = [127, directory.length, 127 + directory.length, metadata.length, 0, 0];
  at.push(127 + directory.length + metadata.length, tile.length, 1, 1, 1);
  at.forEach((value, i) => header.writeBigUInt64LE(BigInt(value), 8 + 8 * i));
  header.set([1, 1, 1, 1, 0, 0], 96);
  [-1.8e9, -8.5e8, 1.8e9, 8.5e8].forEach((value, i) => header.writeInt32LE(value, 102 + 4 * i));
  return Buffer.concat([header, directory, metadata, tile]);
}

/** A 1 x 1 picture. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export interface OtherHost {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  /** Every path that was asked for, with the range where one was. */
  asked: string[];
  close: () => Promise<void>;
}

/** Another host than the page's: another port, with CORS and range requests, as tile servers have. */
export async function startOtherHost(): Promise<OtherHost> {
  const tile = readFileSync('tests/fixtures/remote/ports-0-0-0.pbf');
  const asked: string[] = [];
  let origin = '';
  const contentOf = (path: string): Uint8Array | undefined => {
    if (path === '/ports.pmtiles') return pmtiles(tile);
    if (path === '/hubs.fgb') return readFileSync('tests/fixtures/remote/hubs.fgb');
    if (path === '/ports/0/0/0.pbf') return tile;
    if (/^\/pictures\/\d+\/\d+\/\d+\.png$/.test(path)) return PICTURE;
    if (path === '/ports')
      return Buffer.from(
        JSON.stringify({
          tilejson: '3.0.0',
          name: 'Ports by Martin',
          tiles: [`${origin}/ports/{z}/{x}/{y}.pbf`],
          vector_layers: [{ id: 'ports', fields: {} }],
          maxzoom: 0,
        }),
      );
    return undefined;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    asked.push(range ? `${pathname} ${range[0]}` : pathname);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    response.setHeader('access-control-expose-headers', '*');
    const content = contentOf(pathname);
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    if (!content) return response.writeHead(404).end();
    if (!range) return response.writeHead(200, { 'content-length': content.length }).end(content);
    const [from, to] = [
      Number(range[1]),
      Math.min(Number(range[2] || Infinity), content.length - 1),
    ];
    response.writeHead(206, {
      'content-range': `bytes ${from}-${to}/${content.length}`,
      'content-length': to - from + 1,
    });
    response.end(content.subarray(from, to + 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
