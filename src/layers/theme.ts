import type { MacroRegion } from '../core/types';
import { dark } from './theme-dark';
import { light } from './theme-light';
import { projector } from './theme-projector';

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

export const THEMES: Record<ThemeId, Theme> = { light, dark, projector };
