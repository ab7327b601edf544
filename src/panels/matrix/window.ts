/** Which of many equal rows or columns lie in view, with a few on both sides. */
export interface Span {
  first: number;
  /** One past the last. */
  end: number;
  /** Pixels of what is left out before and after. */
  before: number;
  after: number;
}

/** Few: a turn of the wheel renews all that is there, within one frame. */
const EXTRA = 1;

export function spanInView(
  count: number,
  sizePx: number,
  scrolledPx: number,
  viewPx: number,
): Span {
  const first = Math.max(0, Math.min(count, Math.floor(scrolledPx / sizePx) - EXTRA));
  const end = Math.max(first, Math.min(count, Math.ceil((scrolledPx + viewPx) / sizePx) + EXTRA));
  return { first, end, before: first * sizePx, after: (count - end) * sizePx };
}

/** Where to scroll so that row or column `index` lies in view behind a frozen head. */
export function scrollTo(
  index: number,
  sizePx: number,
  scrolledPx: number,
  viewPx: number,
  headPx: number,
): number {
  const start = index * sizePx;
  if (start < scrolledPx) return start;
  const room = viewPx - headPx;
  return start + sizePx > scrolledPx + room ? start + sizePx - room : scrolledPx;
}
