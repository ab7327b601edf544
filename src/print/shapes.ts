import type { PaperFace } from './paper-fonts';

/**
 * What a page is made of, in points (1/72 inch) from its upper left corner. Plain data: the writers of
 * SVG and PDF read it, tests look into it, and no text in it is ever markup.
 */
export type Shape = PathShape | TextShape | GroupShape;

export interface PathShape {
  kind: 'path';
  /** SVG path data. */
  d: string;
  fill?: Ink | undefined;
  stroke?: Ink | undefined;
  width?: number | undefined;
  /** Lengths of dash and gap in points. */
  dash?: number[] | undefined;
  cap?: 'butt' | 'round' | 'square' | undefined;
  join?: 'miter' | 'round' | 'bevel' | undefined;
  /** The style layer that it belongs to. */
  layer?: string | undefined;
}

/** A colour `#rrggbb` and how strongly it covers, 0 to 1. */
export interface Ink {
  color: string;
  opacity: number;
}

export interface TextShape {
  kind: 'text';
  /** Left end of the base line. */
  x: number;
  y: number;
  text: string;
  size: number;
  face: PaperFace;
  ink: Ink;
  /** Drawn around the letters, this wide in all. */
  halo?: (Ink & { width: number }) | undefined;
  /** Extra space after each letter, in points. */
  spacing?: number | undefined;
  /** Degrees clockwise around the left end of the base line. */
  rotate?: number | undefined;
  layer?: string | undefined;
}

export interface GroupShape {
  kind: 'group';
  /** Path data of what is seen of it. */
  clip?: string | undefined;
  /** Scale, then shift. */
  place?: { x: number; y: number; scale: number } | undefined;
  children: Shape[];
  /** A name for tests and for people who open the file. */
  name?: string | undefined;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const boxPath = ({ x, y, width, height }: Box): string =>
  `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`;

export const solid = (color: string, opacity = 1): Ink => ({ color, opacity });

/** Hundredths of a point are finer than any printer. */
export const round = (value: number): number => Math.round(value * 100) / 100;

/** Whether two boxes have ground in common. */
export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
