import type { ViewState } from '../../core/projections';
import type { Lang } from '../../core/types';
import type { MapState } from '../../map/types';
import type { PaperLegend } from '../../print/legend-block';
import type { PageChoice } from './screen-page';

/** All that a page is made from, as it crosses to the worker; the layers it reads by itself. */
export interface PageContent {
  lang: Lang;
  state: MapState;
  view: ViewState;
  size: { width: number; height: number };
  edition: { version: string; date: string } | undefined;
  choice: PageChoice;
}

export interface PageOrder extends PageContent {
  /** Orders of the same number ask for the same page. */
  number: number;
}

/** What is seen of a page before it is saved. */
export interface Preview {
  picture: ImageBitmap;
  /** Points. */
  width: number;
  height: number;
  /** Characters that no font has, each once. */
  missing: string;
  legendLeftOut: boolean;
}

/** What the worker of pages does. */
export interface PageWorker {
  preview(order: PageOrder, boxPx: { width: number; height: number }): Promise<Preview>;
  svg(order: PageOrder, outlines: boolean): Promise<Blob>;
  pdf(order: PageOrder): Promise<Blob>;
  png(order: PageOrder, widthPx: number): Promise<Blob>;
  /** Of what the page's map shows. */
  legend(order: PageOrder): Promise<PaperLegend>;
}
