/** Steps by which the sources of a slide become smaller, and their least size in pixels. */
const STEP = 0.05;
const LEAST_PX = 10;

/**
 * An attachment of a slide's text: its sources are set as small as it takes for all of it to be seen at
 * once, since a room cannot scroll. Where that would be too small to read, in the hand, they scroll.
 */
export function smallPrint(slide: HTMLElement): () => void {
  const box = slide.parentElement!;
  const fit = (): void => {
    slide.style.removeProperty('--small-print');
    const sources = slide.querySelector('section');
    if (!sources) return;
    const least = LEAST_PX / parseFloat(getComputedStyle(sources).fontSize);
    for (let scale = 1 - STEP; scale > least && box.scrollHeight > box.clientHeight; scale -= STEP)
      slide.style.setProperty('--small-print', String(scale));
  };
  // Of the slide too: figures and fonts come later than it.
  const observer = new ResizeObserver(fit);
  observer.observe(box);
  observer.observe(slide);
  return () => observer.disconnect();
}
