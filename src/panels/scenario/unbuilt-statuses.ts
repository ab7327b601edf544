import type { Status } from '../../core/types';
import type { Switch } from '../../data/questions/switches';

/** The statuses of those parts of a line that cannot be used today. */
export const unbuiltStatuses = ({ statuses }: Switch): Status[] =>
  statuses.filter((status) => status !== 'operating' && status !== 'seasonal');
