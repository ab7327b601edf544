/** The panels of the left side; the first is open at first. */
export const PANELS = [
  'corridors',
  'routes',
  'reach',
  'measure',
  'scenario',
  'regions',
  'stories',
  'layers',
  'data',
] as const;
export type Panel = (typeof PANELS)[number];
