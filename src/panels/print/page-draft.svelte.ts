import type { ProjectionId } from '../../core/projections';
import type { ThemeId } from '../../layers/theme';
import { maxPictureWidth } from '../../print/canvas';
import { ALL_FURNITURE, type Furniture } from '../../print/furniture';
import { DEFAULT_SHEET, sheetSize, type Sheet } from '../../print/sheet';
import { latest } from '../../worker/latest';
import { startPageWorker } from './page-client';
import type { PageContent, PageOrder, Preview } from './page-messages';

export type PageFile = 'pdf' | 'svg' | 'png';

interface BoxPx {
  width: number;
  height: number;
}

/** The page that is being composed: what has been chosen for it, and how it looks. */
export class PageDraft {
  title = $state('');
  subtitle = $state('');
  sheet = $state<Sheet>({ ...DEFAULT_SHEET });
  theme = $state<ThemeId>('light');
  /** Absent: the screen's. */
  projection = $state<ProjectionId | undefined>();
  furniture = $state<Furniture>({ ...ALL_FURNITURE });
  withAddress = $state(false);
  /** Text of an SVG as outlines. */
  outlines = $state(true);
  /** Of a PNG, across. */
  pixels = $state(3508);

  preview = $state.raw<Preview | undefined>();
  failure = $state('');
  /** What has been changed is not seen yet. */
  drawing = $state(true);
  saving = $state(false);

  readonly size = $derived(sheetSize(this.sheet));
  readonly maxPixels = $derived(maxPictureWidth(this.size));
  readonly dotsPerInch = $derived(
    Math.round((Math.min(this.pixels, this.maxPixels) * 72) / this.size.width),
  );

  readonly #worker = startPageWorker();
  #content: PageContent | undefined;
  #order: PageOrder | undefined;
  #question: { order: PageOrder; box: BoxPx } | undefined;
  /** Of the orders that come while a page is being made only the last is made next. */
  readonly #ask = latest(
    ({ order, box }: { order: PageOrder; box: BoxPx }) => this.#worker.ask.preview(order, box),
    (result) => {
      this.drawing = result.question !== this.#question;
      if ('answer' in result) {
        this.preview = result.answer;
        this.failure = '';
      } else this.failure = reasonOf(result.error);
    },
  );

  /** Has the page drawn to fit into a box of the screen. The same content is composed once. */
  draw(content: PageContent, box: BoxPx): void {
    if (!this.#order || content !== this.#content)
      this.#order = { ...content, number: (this.#order?.number ?? 0) + 1 };
    this.#content = content;
    this.drawing = true;
    this.#question = { order: this.#order, box };
    this.#ask(this.#question);
  }

  /** The page as a file; undefined where it could not be made. */
  async file(kind: PageFile): Promise<Blob | undefined> {
    if (!this.#order) return undefined;
    this.saving = true;
    try {
      const { ask } = this.#worker;
      if (kind === 'svg') return await ask.svg(this.#order, this.outlines);
      if (kind === 'pdf') return await ask.pdf(this.#order);
      return await ask.png(this.#order, Math.min(this.pixels, this.maxPixels));
    } catch (error) {
      this.failure = reasonOf(error);
      return undefined;
    } finally {
      this.saving = false;
    }
  }

  end(): void {
    this.#ask.stop();
    this.#worker.end();
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
