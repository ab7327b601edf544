import type { PageChoice } from '../print/screen-page';

/** Of the page only the map with its scale: the rest is text of the slide. */
export const MAP_ALONE: Omit<PageChoice, 'sheet'> = {
  title: '',
  subtitle: '',
  furniture: {
    title: false,
    legend: false,
    scale: true,
    graticule: false,
    inset: false,
    foot: false,
  },
  more: [],
};
