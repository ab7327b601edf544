import type { NetworkOptions } from '../core/network/types';
import type { Address } from './address';
import { analysis } from './atlas.svelte';

/** The world that the measures of an address are taken in: its scenario, month and modes. */
export async function worldOf({ scenario, month, modes }: Address): Promise<NetworkOptions> {
  const changed = scenario === undefined ? undefined : await analysis.scenario(scenario);
  return {
    ...(changed?.ok ? { scenario: changed.value } : {}),
    ...(month === undefined ? {} : { month }),
    ...(modes ? { modes } : {}),
  };
}
