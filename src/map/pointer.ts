import type { Map as MapLibreMap } from 'maplibre-gl';
import { oncePerFrame } from './once-per-frame';
import { pickOwn } from './own-sources';
import { pick } from './pick';
import { placeAt } from './place-at';
import type { MapViewProps } from './props';
import type { MapState } from './types';

/** What is drawn, and who hears of the pointer. */
type Hearing = Pick<MapViewProps, 'onown' | 'onselect' | 'onhover' | 'onpoint'> & {
  state: MapState;
  /** The map is there and its data are on it. */
  ready: boolean;
};

/** Tells what is clicked, and once a frame what lies under the pointer; `hearing` is read each time. */
export function listenToPointer(map: MapLibreMap, hearing: () => Hearing): void {
  const pointAt = oncePerFrame((point: { x: number; y: number }) => {
    const { state, ready, onhover, onpoint } = hearing();
    if (!ready || map.isMoving()) return;
    const ref = pick(map, point, state);
    map.getCanvas().style.cursor = ref ? 'pointer' : '';
    onhover?.(ref);
    onpoint?.(placeAt(map, point));
  });
  map.on('click', ({ point, lngLat }) => {
    const { state, onown, onselect } = hearing();
    const mine = pickOwn(map, point, state.own ?? []);
    if (mine && onown) onown(mine);
    else onselect?.(pick(map, point, state), lngLat.toArray());
  });
  map.on('mousemove', ({ point }) => pointAt(point));
  map.on('mouseout', () => hearing().onhover?.(undefined));
}
