import type { AppState } from './app.svelte';
import { PANELS } from './choices';
import { comparison } from './comparison.svelte';
import { picking } from './picking.svelte';
import { sketches } from './sketches.svelte';
import { scenarios } from './scenario.svelte';

/** Fields that undo what is written in them by themselves. */
const WRITING = 'input:not([type="checkbox"], [type="range"]), textarea';

/** The keys of the whole page; `?` lists them. Fields keep their keys to themselves. */
export function onShortcut(event: KeyboardEvent, app: AppState, showHelp: () => void): void {
  const target = event.target as HTMLElement | null;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    document.querySelector<HTMLElement>('[data-search]')?.focus();
    event.preventDefault();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
    if (target?.closest(WRITING)) return;
    const steps = stepsUnder(app);
    if (event.shiftKey) steps.redo();
    else steps.undo();
    event.preventDefault();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (target?.closest('input, select, textarea, dialog')) return;
  if (event.key === '?') showHelp();
  else if (event.key === 'Escape') escape(app);
  else if (/^[1-9]$/.test(event.key)) {
    const panel = PANELS[Number(event.key) - 1];
    if (panel) app.panel = panel;
  }
}

/** What undo takes back depends on the panel. */
function stepsUnder({ panel }: AppState): { undo: () => void; redo: () => void } {
  if (panel === 'corridors') return comparison;
  return panel === 'measure' ? sketches : scenarios;
}

/** Ends the wait for a click on the map, else closes what was opened last: the card, then the panel. */
function escape(app: AppState): void {
  if (picking.waiting) picking.cancel();
  else if (app.panel === 'measure' && sketches.drawing) sketches.cancel();
  else if (app.selection) app.selection = undefined;
  else app.panel = undefined;
}
