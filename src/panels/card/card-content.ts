import type { Feature } from 'geojson';
import type {
  CrossingProps,
  EdgeProps,
  HubProps,
  LinkageProps,
  NodeProps,
  PortProps,
  RegionProps,
  SettlementProps,
} from '../../core/types';
import type { Language } from '../../i18n/language';
import type { LayerId } from '../../layers/ids';
import { crossingCard } from './crossing-facts';
import { namedCard, regionCard } from './area-facts';
import type { CardContent } from './fact';
import { edgeCard, linkageCard } from './line-facts';
import { hubCard, nodeCard, portCard, settlementCard } from './place-facts';

/** The card of a feature; nothing where its layer has none. */
export function cardContent(
  layer: LayerId,
  feature: Feature,
  t: Language,
  placeName: (id: string) => string,
): CardContent | undefined {
  // The loader has checked the properties against the layer's schema.
  const props: unknown = feature.properties;
  switch (layer) {
    case 'hubs':
      return hubCard(props as HubProps, t);
    case 'ports':
      return portCard(props as PortProps, t);
    case 'crossings':
      return crossingCard(props as CrossingProps, t);
    case 'nodes':
      return nodeCard(props as NodeProps, t);
    case 'settlements':
      return settlementCard(props as SettlementProps, t);
    case 'railways':
    case 'roads':
    case 'sea-routes':
      return edgeCard(props as EdgeProps, t, placeName);
    case 'linkages':
      return linkageCard(props as LinkageProps, t);
    case 'regions':
      return regionCard(props as RegionProps, t);
    case 'water':
      return namedCard('kind.water', props as Parameters<typeof namedCard>[1], t);
    case 'borders':
      return namedCard('kind.border', props as Parameters<typeof namedCard>[1], t);
    default:
      return undefined;
  }
}
