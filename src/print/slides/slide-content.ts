import type { Block } from '../../core/story/text';
import type { Source } from '../../core/types';
import type { Theme } from '../../layers/theme';
import type { PaperLegend } from '../legend-block';
import type { SvgPage } from '../svg';
import type { SlideTypesetter } from './slide-type';

/** What stands on a slide of a story, in one language, figures measured. */
export interface SlideContent {
  kind: 'start' | 'scene' | 'end';
  /** Above the title, smaller. */
  over: string;
  title: string;
  text: readonly Block[];
  /** A figure between braces as it is written. */
  figure: (text: string) => string;
  /** Smaller, below the text: the day of frozen figures. */
  under: string;
  notes: readonly Block[];
  sources: readonly Source[];
  /** "Sources" */
  sourcesLabel: string;
  map: { png: Uint8Array; alt: string } | undefined;
  legend: PaperLegend | undefined;
  /** Credits, boundaries, data edition. */
  foot: string;
  live: { label: string; url: string };
}

/** What slides are set with. */
export interface Setting {
  theme: Theme;
  type: SlideTypesetter;
  /** Makes a picture of a page, so many pixels wide, see-through where nothing is drawn. */
  draw: (page: SvgPage, widthPx: number) => Promise<Uint8Array>;
}
