import { mount, unmount } from 'svelte';
import Speaker from './Speaker.svelte';

/**
 * A second window for the speaker's own screen. It has no page of its own: its contents are part of
 * this page and follow the same state, so it needs no messages, no network, and works from a file.
 */
export class SpeakerWindow {
  #window: Window | null = null;
  #content: Record<string, unknown> | undefined;
  readonly #onkeydown: (event: KeyboardEvent) => void;

  /** Keys pressed there steer the presentation too. */
  constructor(onkeydown: (event: KeyboardEvent) => void) {
    this.#onkeydown = onkeydown;
    this.close = this.close.bind(this);
  }

  /** False where the browser refuses to open a window. */
  toggle(): boolean {
    if (this.#window && !this.#window.closed) {
      this.close();
      return true;
    }
    const opened = window.open('', 'northern-vector-speaker', 'popup,width=900,height=640');
    if (!opened) return false;
    this.#window = opened;
    const { document: page } = opened;
    page.head.replaceChildren();
    page.body.replaceChildren();
    // The styles of this page, by their addresses: a new window begins without any.
    for (const sheet of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
      const link = page.createElement('link');
      link.rel = 'stylesheet';
      link.href = sheet.href;
      page.head.append(link);
    }
    for (const style of document.querySelectorAll('style'))
      page.head.append(page.importNode(style, true));
    this.#content = mount(Speaker, { target: page.body, props: { page } });
    opened.addEventListener('keydown', this.#onkeydown);
    addEventListener('pagehide', this.close);
    return true;
  }

  close(): void {
    removeEventListener('pagehide', this.close);
    if (this.#content) void unmount(this.#content);
    this.#content = undefined;
    this.#window?.close();
    this.#window = null;
  }
}
