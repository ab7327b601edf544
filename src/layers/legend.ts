import type { MessageKey } from '../i18n/language';
import { LAYER_IDS, type LayerId } from './ids';
import { LAYERS } from './index';
import type { LegendEntry, StyleContext } from './layer';

export interface LegendGroup {
  id: LayerId;
  title: MessageKey;
  entries: LegendEntry[];
}

/**
 * The legend of what is seen at a zoom: the entries of the visible layers, in the order of the layer
 * panel. The same on screen, on paper and on slides.
 */
export function legendGroups(
  visible: Partial<Record<LayerId, number>>,
  context: Omit<StyleContext, 'opacity'>,
  zoom: number,
): LegendGroup[] {
  return LAYER_IDS.flatMap((id) => {
    const opacity = visible[id];
    if (opacity === undefined) return [];
    const entries = LAYERS[id]
      .legend({ ...context, opacity })
      .filter((entry) => zoom >= (entry.minZoom ?? -Infinity));
    return entries.length === 0 ? [] : [{ id, title: LAYERS[id].title, entries }];
  });
}
