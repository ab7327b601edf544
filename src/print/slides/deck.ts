import type { Box } from '../shapes';

/**
 * Slides as plain data, in points (1/72 inch) from the upper left corner: `pptx.ts` writes them, tests
 * look into them. All text in them is text.
 */
export interface Deck {
  title: string;
  /** BCP 47 tag of the text, as presentation programs spell-check it: `zh-CN`. */
  locale: string;
  /** Colours `#rrggbb`. */
  background: string;
  ink: string;
  link: string;
  slides: DeckSlide[];
}

export interface DeckSlide {
  texts: TextBox[];
  pictures: Picture[];
  /** What only the speaker sees. */
  notes: Paragraph[];
}

export interface TextBox {
  /** As the selection pane and a screen reader call it. */
  name: string;
  box: Box;
  paragraphs: Paragraph[];
  /** The title of a slide stands in outlines too. */
  title?: boolean;
}

export interface Paragraph {
  runs: Run[];
  /** Points. */
  size: number;
  color: string;
  bold?: boolean;
  bullet?: boolean;
  /** Space above, in points; none above the first of a box. */
  before?: number;
}

export interface Run {
  text: string;
  bold?: boolean;
  /** Where a click leads. */
  link?: string | undefined;
}

export interface Picture {
  name: string;
  box: Box;
  png: Uint8Array;
  /** What it shows, for those who hear it; empty: an ornament. */
  alt: string;
  link?: string | undefined;
}

/** The slide of presentation programs, 13.333 by 7.5 inches. */
export const SLIDE = { width: 960, height: 540 } as const;

/** Points from one base line to the next, as a factor on the size: written into the file, so that it
 * does not depend on the font that a program finds. */
export const LEADING = 1.25;

/** How far the text of a list's item stands in, as a factor on the size. */
export const INDENT = 1.1;
