import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { ProjectionId } from '../core/projections';
import { LAYER_IDS, type LayerId } from '../layers/ids';
import { applyLayers } from './apply-layers';
import { addOwnSources, removeOwnSources } from './own-sources';
import { mapLayers, sourceData } from './style';
import type { MapData, MapState } from './types';

/** What a map has been given, so that it is given only what changes. */
export class Given {
  projection: ProjectionId;
  #layers: LayerSpecification[];
  #own: NonNullable<MapState['own']>;
  readonly #data: Partial<Record<LayerId, unknown>> = {};

  /** Of a map whose whole style was made from this state and these data. */
  constructor(state: MapState, data: MapData) {
    this.projection = state.projection;
    this.#layers = mapLayers(state);
    this.#own = state.own ?? [];
    for (const id of LAYER_IDS) this.#data[id] = sourceData(id, state, data);
  }

  /** Gives these layers; false where the map has just these already. */
  giveLayers(map: MapLibreMap, layers: LayerSpecification[], own: MapState['own'] = []): boolean {
    let given = true;
    whenStyled(map, () => {
      addOwnSources(map, this.#own, own);
      given = applyLayers(map, this.#layers, layers) || own !== this.#own;
      removeOwnSources(map, this.#own, own);
      this.#layers = layers;
      this.#own = own;
    });
    return given;
  }

  /** Gives the data of those layers that have others now; true if there are any. */
  giveData(map: MapLibreMap, wanted: readonly (readonly [LayerId, unknown])[]): boolean {
    const changed = wanted.filter(([id, features]) => this.#data[id] !== features);
    for (const [id, features] of changed) {
      this.#data[id] = features;
      whenStyled(map, () => {
        const source = map.getSource(id);
        if (source && 'setData' in source) (source.setData as (data: unknown) => void)(features);
      });
    }
    return changed.length > 0;
  }
}

function whenStyled(map: MapLibreMap, act: () => void): void {
  if (map.style?._loaded) act();
  else map.once('style.load', act);
}
