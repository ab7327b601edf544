import { addProtocol } from 'maplibre-gl';
import { PMTiles, Protocol } from 'pmtiles';

/** PMTiles: one file on any host, of which the map asks the ranges that it needs. */
let protocol: Protocol | undefined;

/** What the archive says of itself. Its tiles are at `pmtiles://` and its address from then on. */
export async function openPmtiles(
  url: string,
): Promise<{ raster: boolean; layers: string[]; name?: string | undefined }> {
  if (!protocol) {
    protocol = new Protocol();
    addProtocol('pmtiles', protocol.tile);
  }
  const archive = new PMTiles(url);
  protocol.add(archive);
  const { tileType } = await archive.getHeader();
  const metadata = (await archive.getMetadata()) as {
    name?: unknown;
    vector_layers?: { id?: unknown }[];
  };
  const layers = (metadata.vector_layers ?? []).flatMap(({ id }) =>
    typeof id === 'string' ? [id] : [],
  );
  // 1 is vector tiles (MVT) in the specification of PMTiles, what follows is pictures.
  const name = typeof metadata.name === 'string' ? metadata.name : undefined;
  return { raster: tileType !== 1, layers, name };
}
