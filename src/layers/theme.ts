import type { MacroRegion } from '../core/types';

/** The colours of the map, one set per theme: nothing else in the map names a colour. */

export const THEME_IDS = ['light', 'dark', 'projector'] as const;
export type ThemeId = (typeof THEME_IDS)[number];

export interface Theme {
  id: ThemeId;
  /** Beyond the mapped part of the world. */
  paper: string;
  sea: string;
  land: string;
  /** Land of the countries around, greyer than the subject. */
  contextLand: string;
  macroRegion: Record<MacroRegion, string>;
  lake: string;
  river: string;
  shore: string;
  graticule: string;
  border: string;
  borderBand: string;
  regionBorder: string;
  /** The dark line of a railway and the light core of a 1435 mm one. */
  rail: string;
  railCore: string;
  road: string;
  roadCasing: string;
  seaRoute: string;
  /** Eight colours told apart with any colour vision, after Okabe and Ito. */
  corridors: string[];
  linkage: Record<'science' | 'trade' | 'investment' | 'energy' | 'twinning' | 'culture', string>;
  catchment: string;
  /** By role, and by rank where the role has ranks: other ways, bands from near to far. */
  way: {
    route: string;
    today: string;
    alternative: string[];
    reach: string[];
    gained: string;
    lost: string;
  };
  /** Seven colours of a scale from little to much, and of one from less to more around no change. */
  heat: { figure: readonly string[]; difference: readonly string[] };
  ink: string;
  inkSoft: string;
  inkFaint: string;
  inkRegion: string;
  inkCountry: string;
  inkWater: string;
  halo: string;
  haloWater: string;
  sign: { fill: string; stroke: string; accent: string; port: string; closed: string };
  selected: string;
  /** What people draw. */
  sketch: string;
  /** Inks of the relief shade and how strong they are at the steepest. */
  shade: { shadow: string; light: string; shadowOpacity: number; lightOpacity: number };
  /** Factor on line widths and text sizes: a projector is looked at from afar. */
  scale: number;
}

const light: Theme = {
  id: 'light',
  paper: '#e7e4dc',
  sea: '#d3e2e8',
  land: '#f4f1ea',
  contextLand: '#efede8',
  macroRegion: {
    'northeast-china': '#f5e6d3',
    'north-china': '#f3ecd2',
    'northwest-china': '#f0e3da',
    siberia: '#e9eddd',
    'russian-far-east': '#e0ebe4',
    mongolia: '#f0e6dd',
  },
  lake: '#c4dbe5',
  river: '#8fb6c9',
  shore: '#9dbccb',
  graticule: '#8fa9b5',
  border: '#8c6d7d',
  borderBand: '#b794a6',
  regionBorder: '#b3a99f',
  rail: '#57524d',
  railCore: '#fbfaf7',
  road: '#c9935f',
  roadCasing: '#fbf7f0',
  seaRoute: '#2f7199',
  corridors: [
    '#0063a6',
    '#c44e00',
    '#00815f',
    '#a8457f',
    '#b07d00',
    '#3b8fc7',
    '#6a4c9c',
    '#7a5c3e',
  ],
  linkage: {
    science: '#6a4c9c',
    trade: '#00815f',
    investment: '#b07d00',
    energy: '#c44e00',
    twinning: '#3b8fc7',
    culture: '#a8457f',
  },
  catchment: '#0063a6',
  way: {
    route: '#7a1fa2',
    today: '#24211e',
    alternative: ['#0063a6', '#a34700', '#00704f'],
    reach: ['#4a0f66', '#8a2f8f', '#b2559f', '#a86a98'],
    gained: '#00704f',
    lost: '#b3261e',
  },
  // After ColorBrewer's YlGnBu and its blue and orange, which every colour vision tells apart.
  heat: {
    figure: ['#ffffcc', '#c7e9b4', '#7fcdbb', '#41b6c4', '#1d91c0', '#225ea8', '#0c2c84'],
    difference: ['#08519c', '#4292c6', '#9ecae1', '#f2f0ec', '#fdbe85', '#e6812f', '#a63603'],
  },
  ink: '#24211e',
  inkSoft: '#5b554f',
  inkFaint: '#716a62',
  inkRegion: '#6e6256',
  inkCountry: '#6f5563',
  inkWater: '#2c6684',
  halo: '#fbfaf6',
  haloWater: '#e2edf1',
  sign: {
    fill: '#ffffff',
    stroke: '#24211e',
    accent: '#b3261e',
    port: '#22587a',
    closed: '#8d857c',
  },
  selected: '#b3261e',
  sketch: '#8a0f4f',
  shade: { shadow: '#6b5a48', light: '#ffffff', shadowOpacity: 0.42, lightOpacity: 0.5 },
  scale: 1,
};

const dark: Theme = {
  id: 'dark',
  paper: '#101416',
  sea: '#16222a',
  land: '#242a2c',
  contextLand: '#202527',
  macroRegion: {
    'northeast-china': '#40362a',
    'north-china': '#3b3a26',
    'northwest-china': '#3e2e2b',
    siberia: '#2d3829',
    'russian-far-east': '#213731',
    mongolia: '#392e38',
  },
  lake: '#1a2d38',
  river: '#3d6478',
  shore: '#375566',
  graticule: '#47606d',
  border: '#b594a6',
  borderBand: '#7c6070',
  regionBorder: '#5c5a55',
  rail: '#b9b4aa',
  railCore: '#24292b',
  road: '#a87a50',
  roadCasing: '#1d2123',
  seaRoute: '#6ea9cb',
  corridors: [
    '#5cb2ee',
    '#f2874a',
    '#35c79c',
    '#e08cbc',
    '#e5b53f',
    '#92d2f7',
    '#b39ddb',
    '#c8a888',
  ],
  linkage: {
    science: '#b39ddb',
    trade: '#35c79c',
    investment: '#e5b53f',
    energy: '#f2874a',
    twinning: '#92d2f7',
    culture: '#e08cbc',
  },
  catchment: '#5cb2ee',
  way: {
    route: '#e3a6ff',
    today: '#f1eee8',
    alternative: ['#5cb2ee', '#f2a06a', '#35c79c'],
    reach: ['#f6e0ff', '#e3a6ff', '#c47de0', '#a878b8'],
    gained: '#35c79c',
    lost: '#ff8a7a',
  },
  heat: {
    figure: ['#12303f', '#16505f', '#1f7a7a', '#46a37c', '#8cc46f', '#d3dd6c', '#fdf3a5'],
    difference: ['#92d2f7', '#4a9bd0', '#23608c', '#333a3e', '#8a4a1a', '#d07a35', '#ffc48f'],
  },
  ink: '#f1eee8',
  inkSoft: '#c6c1b8',
  inkFaint: '#9c978f',
  inkRegion: '#aaa297',
  inkCountry: '#c4a9b7',
  inkWater: '#86b7d1',
  halo: '#15191b',
  haloWater: '#15212a',
  sign: {
    fill: '#15191b',
    stroke: '#f1eee8',
    accent: '#ff8a7a',
    port: '#8cc6ea',
    closed: '#8d877e',
  },
  selected: '#ff8a7a',
  sketch: '#ffa3cf',
  shade: { shadow: '#000000', light: '#d8e0d8', shadowOpacity: 0.55, lightOpacity: 0.16 },
  scale: 1,
};

/** For a bright room and the last row: white land, black type, fewer and stronger colours. */
const projector: Theme = {
  ...light,
  id: 'projector',
  paper: '#dcdcd8',
  sea: '#c4dcea',
  land: '#ffffff',
  contextLand: '#f1f1ef',
  macroRegion: {
    'northeast-china': '#fff0d6',
    'north-china': '#fff7d3',
    'northwest-china': '#fbe9e0',
    siberia: '#f0f6df',
    'russian-far-east': '#e0f3ea',
    mongolia: '#f9ece0',
  },
  lake: '#a9d0e6',
  river: '#5f9fc4',
  shore: '#6d9fba',
  border: '#6b3350',
  borderBand: '#b98aa2',
  regionBorder: '#a09a92',
  rail: '#1f1d1b',
  railCore: '#ffffff',
  road: '#b46a1f',
  roadCasing: '#ffffff',
  seaRoute: '#005a8f',
  corridors: [
    '#0054a0',
    '#c03c00',
    '#00704f',
    '#9c2f72',
    '#946400',
    '#1f7fc0',
    '#5a3795',
    '#6a4a2a',
  ],
  ink: '#000000',
  inkSoft: '#3a3632',
  inkFaint: '#595450',
  inkRegion: '#574e45',
  inkCountry: '#4f2d40',
  inkWater: '#0d4d70',
  halo: '#ffffff',
  haloWater: '#dcebf3',
  sign: {
    fill: '#ffffff',
    stroke: '#000000',
    accent: '#b00010',
    port: '#003f66',
    closed: '#77716a',
  },
  selected: '#b00010',
  sketch: '#7a0045',
  shade: { shadow: '#6b5a48', light: '#ffffff', shadowOpacity: 0.3, lightOpacity: 0.5 },
  scale: 1.3,
};

export const THEMES: Record<ThemeId, Theme> = { light, dark, projector };
