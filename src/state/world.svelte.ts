import type { Metric } from '../core/network/join';
import type { NetworkOptions } from '../core/network/types';
import { MODES, type Mode } from '../core/types';
import { TODAY, type Scenario } from '../core/scenario/types';

/** Whether a scenario changes nothing. */
export const isToday = ({ on, off, add, set }: Scenario): boolean =>
  on.length + off.length + add.length + Object.keys(set).length === 0;

/** The world that every measure is taken in: the scenario in hand, the month, and what counts. */
export class World {
  scenario = $state.raw<Scenario>(TODAY);
  /** 1 to 12; absent: everything seasonal is open. */
  month = $state<number | undefined>();
  /** What may be travelled: at least one mode. */
  modes = $state.raw<readonly Mode[]>(MODES);
  by = $state<Metric>('distance');

  /** As the network's questions take it. */
  get options(): NetworkOptions {
    return {
      ...(isToday(this.scenario) ? {} : { scenario: this.scenario }),
      ...(this.month === undefined ? {} : { month: this.month }),
      ...(this.modes.length === MODES.length ? {} : { modes: this.modes }),
    };
  }
}

export const world = new World();
