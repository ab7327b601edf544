import type { Page } from 'playwright';

/** The name of what has the focus, as a screen reader would say it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement | null;
    return (
      at?.getAttribute('aria-label') ??
      at?.labels?.[0]?.innerText ??
      at?.innerText ??
      ''
    ).trim();
  });

/** Presses Tab until what is called so has the focus; `back` goes the other way. */
export async function tabTo(page: Page, name: string | RegExp, back = false): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < 150; i++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    const at = await focused(page);
    if (typeof name === 'string' ? at === name : name.test(at)) return;
    passed.push(at);
  }
  throw new Error(`no Tab leads to ${String(name)}; passed: ${passed.join(' | ')}`);
}
