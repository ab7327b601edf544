import { wrapLongitude } from '../core/geo/antimeridian';
import type { LngLat } from '../core/types';
import type { FeatureRef, LayerId } from '../layers/ids';

/** Layers whose features are places of the network, known to it by their id. */
const NETWORK_PLACES: readonly LayerId[] = ['hubs', 'crossings', 'ports', 'nodes'];

/** A place as `LNG,LAT` with four decimals, about ten metres. */
export const lngLatText = ([lng, lat]: LngLat): string =>
  `${Number(wrapLongitude(lng).toFixed(4))},${Number(lat.toFixed(4))}`;

/** What a point of the map means as a place: the one of the network there, else its coordinates. */
export const placeOf = (ref: FeatureRef | undefined, at: LngLat): string =>
  ref && NETWORK_PLACES.includes(ref.layer) ? ref.id : lngLatText(at);

/** A field that waits for the next click on the map. */
interface Waiting {
  /** The field, so that it can say that it is the one. */
  field: string;
  label: string;
  take: (place: string, at: LngLat) => void;
  /** It waits on after a click, for one more place. */
  keeps?: boolean | undefined;
}

/** Whether a click on the map fills a field instead of opening a card. */
export class Picking {
  waiting = $state.raw<Waiting | undefined>();

  /** Fills the waiting field. */
  take(ref: FeatureRef | undefined, at: LngLat): void {
    const taken = this.waiting;
    if (!taken?.keeps) this.waiting = undefined;
    taken?.take(placeOf(ref, at), at);
  }

  cancel(): void {
    this.waiting = undefined;
  }
}

export const picking = new Picking();
