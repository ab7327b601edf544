import { MAX_WITHIN } from '../core/analysis/reach-limits';
import { readDecimal } from '../core/decimal';
import { UserError } from '../core/errors';
import type { Metric } from '../core/network/join';
import type { Values } from './command';

/** A bound of a reach or a ranking: km over the network, or typical hours. */
export interface Within {
  within: number;
  unit: 'km' | 'h';
  by: Metric;
}

const BOUND = /^(.+?)\s*(km|h)$/;

/** `--within 1000km|48h`, which `command` cannot do without. @throws UserError `bad-within` */
export function withinOption(values: Values, command: string): Within {
  const text = values.within;
  if (text === undefined)
    throw new UserError('bad-within', `nv ${command} needs --within, such as 1000km or 48h`);
  const bound = BOUND.exec(String(text).trim());
  const within = bound ? readDecimal(bound[1]!) : NaN;
  if (!bound || Number.isNaN(within))
    throw new UserError(
      'bad-within',
      `--within ${String(text)}: a number with its unit is needed, such as 1000km or 48h`,
    );
  const unit = bound[2] as Within['unit'];
  const by = unit === 'km' ? 'distance' : 'time';
  if (within > 0 && within <= MAX_WITHIN[by]) return { within, unit, by };
  throw new UserError(
    'bad-within',
    `--within ${String(text)}: above 0 and at most ${MAX_WITHIN[by]} ${unit} is needed`,
  );
}
