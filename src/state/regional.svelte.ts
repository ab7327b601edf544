import type { Metric } from '../core/network/join';
import type { Panel } from './choices';
import { linking } from './linking.svelte';

/** What the panel of regions shows: one at a time. */
export const REGION_VIEWS = ['areas', 'belt', 'ranking', 'linkages'] as const;
export type RegionView = (typeof REGION_VIEWS)[number];

/** Bounds of a ranking that its slider covers, and the usual one. */
export const WITHIN = {
  distance: { min: 100, max: 5000, step: 100, usual: 1000 },
  time: { min: 6, max: 120, step: 6, usual: 24 },
} as const satisfies Record<Metric, { min: number; max: number; step: number; usual: number }>;

const NONE: readonly string[] = [];

/** What has been chosen in the panel of regions. */
export class Regional {
  view = $state<RegionView>('areas');
  /** Id of a macro-region or programme. */
  area = $state<string | undefined>();
  /** Region ids of that area, once they are known. */
  areaRegions = $state.raw<readonly string[]>(NONE);
  border = $state<string | undefined>();
  /** Bound of the ranking, km or hours; absent: the usual one. */
  within = $state<number | undefined>();
  /** Label rank down to which hubs are ranked. */
  depth = $state(2);

  /** The regions marked on the map while a panel is open: not under those of other subjects. */
  regionsUnder(panel: Panel | undefined): readonly string[] {
    if (panel === 'regions' && this.view === 'linkages') return linking.regions;
    if (this.area === undefined) return NONE;
    const quiet = panel === undefined || panel === 'layers' || panel === 'data';
    return quiet || (panel === 'regions' && this.view !== 'belt') ? this.areaRegions : NONE;
  }
}

export const regional = new Regional();
