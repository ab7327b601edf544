/** The panels of the left side; the first is open at first. */
export const PANELS = [
  'corridors',
  'routes',
  'reach',
  'matrix',
  'measure',
  'scenario',
  'regions',
  'stories',
  'layers',
  'data',
] as const;
/** Most origins, and most destinations, of a matrix: 90,000 cells are what a page shows well. */
export const MAX_PLACES = 300;

export type Panel = (typeof PANELS)[number];

/** What of the page an embedded map keeps. */
export const CONTROLS = ['bar', 'panels', 'card'] as const;
export type Control = (typeof CONTROLS)[number];
