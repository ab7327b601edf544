/** What a key of a presentation does. Clickers send PageUp and PageDown, or arrows. */
export type StageAct =
  | 'next'
  | 'back'
  | 'first'
  | 'last'
  | 'leave'
  | 'overview'
  | 'legend'
  | 'pointer'
  | 'spotlight'
  | 'fullscreen'
  | 'speaker';

const KEYS: Readonly<Record<string, StageAct>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  Home: 'first',
  End: 'last',
  Escape: 'leave',
  o: 'overview',
  k: 'legend',
  p: 'pointer',
  l: 'spotlight',
  f: 'fullscreen',
  s: 'speaker',
};

/** The act of a key, if it is the stage's: fields keep theirs, and Space presses a focused button. */
export function onStageKey(event: KeyboardEvent): StageAct | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const target = event.target as Element | null;
  if (target?.closest?.('input, select, textarea, dialog')) return undefined;
  if (event.key === ' ' && target?.closest?.('button, a, summary')) return undefined;
  return KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
}
