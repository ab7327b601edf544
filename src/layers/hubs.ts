import type { HubProps } from '../core/types';
import type { MessageKey } from '../i18n/language';
import { face, nameProps, nameWithLocalFrom } from './labels';
import type { LayerDeclaration, SlottedLayer } from './layer';
import { atScale, px } from './paint';
import type { SignId } from './signs';
import { signImage } from './signs';

type HubSign = Extract<SignId, `hub-${string}`>;

/** A hub's sign follows the first of its roles that has one. */
export function hubSign(roles: HubProps['roles']): HubSign {
  if (roles.includes('national-capital')) return 'hub-national-capital';
  if (roles.includes('regional-capital')) return 'hub-regional-capital';
  return roles.includes('science') ? 'hub-science' : 'hub-city';
}

const HUB_SIGN_NAMES: Record<HubSign, MessageKey> = {
  'hub-national-capital': 'legend.hub-national-capital',
  'hub-regional-capital': 'legend.hub-regional-capital',
  'hub-science': 'legend.hub-science',
  'hub-city': 'legend.hub-city',
};

const RANKS = [4, 3, 2, 1] as const;
type Rank = (typeof RANKS)[number];
/** Zoom from which hubs of a rank are drawn, and (in whole zooms) named in two languages. */
const FROM_ZOOM: Record<Rank, number> = { 1: 0, 2: 2.9, 3: 3.9, 4: 4.9 };
const LOCAL_FROM_ZOOM: Record<Rank, number> = { 1: 4, 2: 5, 3: 6, 4: 7 };
const SIGN_SIZE: Record<Rank, number> = { 1: 13, 2: 10.5, 3: 9, 4: 7.5 };
const TEXT_SIZE: Record<Rank, number> = { 1: 13.5, 2: 12, 3: 11, 4: 10.5 };

/** Pixels of a sign's image at size 1. */
const IMAGE_PX = 24;

export const hubs: LayerDeclaration = {
  id: 'hubs',
  title: 'layer.hubs',
  group: 'places',
  data: 'file',
  visible: true,
  selectable: true,
  draw: (feature) => {
    const props = feature.properties as HubProps;
    return {
      ...nameProps(props.name, props.country),
      rank: props.rank,
      sign: hubSign(props.roles),
      people: props.population?.value ?? 0,
    };
  },
  layers: (context) =>
    RANKS.map((rank): SlottedLayer => {
      const { theme, opacity } = context;
      const size = SIGN_SIZE[rank];
      return {
        id: `hubs-${rank}`,
        type: 'symbol',
        filter: ['==', ['get', 'rank'], rank],
        minzoom: atScale(context, FROM_ZOOM[rank]),
        layout: {
          'icon-image': [
            'match',
            ['get', 'sign'],
            ...(Object.keys(HUB_SIGN_NAMES) as HubSign[]).flatMap((sign) => [
              sign,
              signImage(sign, theme),
            ]),
            '',
          ] as never,
          'icon-size': px(context, [3, size / IMAGE_PX], [8, (size * 1.5) / IMAGE_PX]),
          'icon-allow-overlap': true,
          'icon-padding': 0,
          'text-field': nameWithLocalFrom(context, LOCAL_FROM_ZOOM[rank]),
          'text-font': face(rank <= 2 ? 'bold' : 'regular'),
          'text-size': px(context, [3, TEXT_SIZE[rank]], [8, TEXT_SIZE[rank] * 1.25]),
          'text-variable-anchor': ['left', 'right', 'top', 'bottom', 'top-left', 'bottom-left'],
          'text-radial-offset': 0.62,
          'text-justify': 'auto',
          'text-max-width': 9,
          'text-line-height': 1.15,
          'text-padding': 2,
          'text-optional': true,
          'symbol-sort-key': ['-', 0, ['get', 'people']],
        },
        paint: {
          'text-color': theme.ink,
          'text-halo-color': theme.halo,
          'text-halo-width': 1.4,
          'icon-opacity': opacity,
          'text-opacity': opacity,
        },
      };
    }),
  legend: () =>
    (Object.keys(HUB_SIGN_NAMES) as HubSign[]).map((sign) => ({
      swatch: { kind: 'point', sign, size: 13 },
      label: HUB_SIGN_NAMES[sign],
      of: (drawn) => drawn.sign === sign,
    })),
  attribution: ['GeoNames, CC BY 4.0', 'OurAirports'],
};
