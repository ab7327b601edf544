/** What a page asks of a service worker that waits. */
export const TAKE_OVER = 'take-over';
