import { screenShape } from '../state/screen-shape';

/** Sizes that a slide's text and, for each of them, its sources are tried in, the largest first. */
const TEXT = [1, 0.95, 0.9, 0.85, 0.8];
const SOURCES_STEP = 0.05;
/** What is smaller is on no wall. In pixels. */
const LEAST_PX = 9;

/**
 * An attachment of a slide's text: its sources, and if need be the text, are set as small as it takes for
 * all of it to be seen at once, since a room cannot scroll. On a phone, in the hand, it scrolls.
 */
export function smallPrint(slide: HTMLElement): () => void {
  const box = slide.parentElement!;
  const fits = (text: number, sources: number): boolean => {
    slide.style.setProperty('--text-scale', String(text));
    slide.style.setProperty('--small-print', String(sources));
    return box.scrollHeight <= box.clientHeight;
  };
  const fit = (): void => {
    if (fits(1, 1) || screenShape.small) return;
    const sources = slide.querySelector('section');
    for (const text of TEXT) {
      if (fits(text, 1)) return;
      if (!sources) continue;
      const least = LEAST_PX / parseFloat(getComputedStyle(sources).fontSize);
      for (let scale = 1 - SOURCES_STEP; scale >= least; scale -= SOURCES_STEP)
        if (fits(text, scale)) return;
    }
  };
  // Of the slide too: figures and fonts come later than it.
  const observer = new ResizeObserver(fit);
  observer.observe(box);
  observer.observe(slide);
  return () => observer.disconnect();
}
