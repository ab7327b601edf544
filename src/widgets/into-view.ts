import type { Attachment } from 'svelte/attachments';

/**
 * Brings what has just appeared into view: on a phone a panel is a low sheet, and an answer, or why
 * there is none, would stand below its form or list unseen. Nothing moves where it is in view.
 */
export const intoView: Attachment<HTMLElement> = (element) => {
  element.style.scrollMargin = '12px';
  element.scrollIntoView({ block: 'nearest' });
};
