import { LANGS, type Lang } from '../core/types';
import { TAKEN, takenParts } from '../formats/asset';
import { formatAddress, parseAddress } from './address';
import type { AppState } from './app.svelte';
import { stage } from './stage.svelte';

/** Reads the address into the state, then keeps the address saying what the state is. */
export async function followAddress(app: AppState): Promise<void> {
  const { search, hash } = location;
  if (TAKEN && search === '' && hash === '') await openTaken(app);
  else await readAddress(app);
  // A bare address is a visit, not a shared view: it may speak the visitor's language, and says so.
  if (!TAKEN && search === '' && hash === '') await app.speak(languageOf(navigator.languages));
  addEventListener('popstate', () => {
    dropDue();
    void readAddress(app);
  });
  // Who leaves the page, or goes for its address, takes along what is seen.
  for (const event of ['blur', 'pagehide'] as const) addEventListener(event, writeDue);
}

/** A file that was taken along opens with its story. */
async function openTaken(app: AppState): Promise<void> {
  const { story, lang } = takenParts();
  await app.restore(await stage.unfold({ story: story.id, lang }, []), []);
}

/** The first language of a browser that the page speaks, else English. */
export function languageOf(tags: readonly string[]): Lang {
  const known = tags.map((tag) => tag.toLowerCase().split('-')[0]);
  return known.map((tag) => LANGS.find((lang) => lang === tag)).find((lang) => lang) ?? 'en';
}

let reading = 0;

/** Of addresses that are opened one soon after the other, the last is taken over. */
async function readAddress(app: AppState): Promise<void> {
  const turn = ++reading;
  const { address, bad } = parseAddress(location.search, location.hash);
  const unfolded = await stage.unfold(address, bad);
  if (turn === reading) await app.restore(unfolded, bad);
}

/** Without a change for so long, a person has paused. */
const PAUSE_MS = 250;

/** What the address is to say, from its path on. */
let due: string | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Has the address say what the state is, once a person pauses: with each address a browser keeps its
 * history and asks for the icon anew, which took as long as many an answer, and some browsers refuse
 * more than a few a second. It replaces, and never adds history.
 */
export function writeAddress(app: AppState): void {
  const { search, hash } = formatAddress(app.address);
  const next = `${location.pathname}${search}${hash}`;
  dropDue();
  if (next === `${location.pathname}${location.search}${location.hash}`) return;
  due = next;
  document.documentElement.dataset.address = 'behind';
  timer = setTimeout(writeDue, PAUSE_MS);
}

function writeDue(): void {
  const next = due;
  dropDue();
  if (next === undefined) return;
  try {
    history.replaceState(null, '', next);
  } catch {
    // Some browsers change no address of a file, or none too often: what is seen needs none.
  }
}

/** An address that is opened meanwhile is not overwritten. */
function dropDue(): void {
  clearTimeout(timer);
  due = undefined;
  document.documentElement.dataset.address = 'written';
}
