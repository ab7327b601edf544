import type { StageSize } from '../../core/story/types';

/** The size of the map on the page: a scene keeps it, so that another map shows the same ground. */
export function mapSize(): StageSize {
  const map = document.querySelector('[data-projection]');
  return { width: map?.clientWidth || 820, height: map?.clientHeight || 720 };
}
