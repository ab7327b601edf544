import type { Story } from '../core/story/types';

/** The story that somebody wants to take along, as slides or as one file. */
export class Taking {
  story = $state.raw<Story | undefined>();
  /** Being made: the stage goes from slide to slide by itself, without flights. */
  busy = $state(false);
}

export const taking = new Taking();
