/** What stands on a page beside the map. */
export interface Furniture {
  title: boolean;
  legend: boolean;
  scale: boolean;
  graticule: boolean;
  inset: boolean;
  foot: boolean;
}

/** A page with all of it. */
export const ALL_FURNITURE: Readonly<Furniture> = {
  title: true,
  legend: true,
  scale: true,
  graticule: true,
  inset: true,
  foot: true,
};
