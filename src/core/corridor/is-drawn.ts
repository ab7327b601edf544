import type { CorridorProfile, DrawnProfile } from './types';

/** Whether a profile is of a drawn line, not of a corridor. */
export const isDrawn = <P extends CorridorProfile>(
  profile: P | DrawnProfile,
): profile is DrawnProfile => 'drawn' in profile;
