import type { NetworkData } from '../../src/core/network/types';
import type { Status } from '../../src/core/types';
import { readGeodata, readLayer } from './read';

/** All that the product's network is built from, read plainly. */
export async function readNetworkData(): Promise<NetworkData> {
  const features = async (id: string): Promise<never[]> =>
    (await readLayer(id)).features as never[];
  const [railways, roads, sea] = await Promise.all(
    ['railways', 'roads', 'sea-routes'].map(features),
  );
  return {
    hubs: await features('hubs'),
    ports: await features('ports'),
    crossings: await features('crossings'),
    nodes: await features('nodes'),
    edges: [...railways!, ...roads!, ...sea!],
    assumptions: (await readGeodata('assumptions.json')) as NetworkData['assumptions'],
  };
}

interface Placed {
  properties: { id: string; status: Status };
}

const withStatus = <F extends Placed>(feature: F, status: Status): F => ({
  ...feature,
  properties: { ...feature.properties, status },
});

const isUnbuilt = (status: string): boolean =>
  ['planned', 'studied', 'under-construction'].includes(status);

/** Lines of which some part is not built, by id. */
export const unbuiltLines = ({ edges }: NetworkData): string[] => [
  ...new Set(
    edges.filter((edge) => isUnbuilt(edge.properties.status)).map((edge) => edge.properties.line),
  ),
];

/** The data as it would be if a line were built, with the crossings and ports at its ends open. */
export function withLineBuilt(data: NetworkData, line: string): NetworkData {
  const built = new Set(data.edges.filter((edge) => edge.properties.line === line));
  const ends = new Set([...built].flatMap(({ properties: p }) => [p.from, p.to]));
  const opened = <F extends Placed>(places: F[]): F[] =>
    places.map((place) =>
      ends.has(place.properties.id) && isUnbuilt(place.properties.status)
        ? withStatus(place, 'operating')
        : place,
    );
  return {
    ...data,
    edges: data.edges.map((edge) => (built.has(edge) ? withStatus(edge, 'operating') : edge)),
    crossings: opened(data.crossings),
    ports: opened(data.ports),
  };
}

/** The data as it would be if a crossing were closed. */
export const withCrossingClosed = (data: NetworkData, id: string): NetworkData => ({
  ...data,
  crossings: data.crossings.map((each) =>
    each.properties.id === id ? withStatus(each, 'closed') : each,
  ),
});
