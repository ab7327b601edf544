import type { Box } from '../shapes';
import { SLIDE, type Paragraph, type TextBox } from './deck';

/** Where the parts of a slide stand, in points. */

export const MARGIN = 30;
export const TEXT_WIDTH = 304;
export const BOTTOM = 462;

/** Where the map lies on a slide: beside the text, and on a scene's beside its legend. */
export const MAP_BOX: Record<'start' | 'scene', Box> = {
  start: { x: 354, y: 24, width: SLIDE.width - 354 - MARGIN, height: BOTTOM - 24 },
  scene: { x: 354, y: 24, width: 430, height: BOTTOM - 24 },
};
export const LEGEND: Box = { x: 796, y: 24, width: SLIDE.width - 796 - 16, height: BOTTOM - 24 };
export const FOOT: Box = { x: MARGIN, y: 470, width: SLIDE.width - 2 * MARGIN, height: 56 };

/** A box with text in it; none for no text. */
export function textBox(name: string, box: Box, paragraphs: Paragraph[]): TextBox[] {
  return paragraphs.length > 0 ? [{ name, box, paragraphs }] : [];
}
