import { formatAddress, parseAddress } from './address';
import type { AppState } from './app.svelte';
import { stage } from './stage.svelte';

/** Reads the address into the state, then keeps the address saying what the state is. */
export async function followAddress(app: AppState): Promise<void> {
  await readAddress(app);
  addEventListener('popstate', () => void readAddress(app));
}

async function readAddress(app: AppState): Promise<void> {
  const { address, bad } = parseAddress(location.search, location.hash);
  await app.restore(await stage.unfold(address, bad), bad);
}

/** Writes the state into the address. The camera moves often: it replaces, and never adds history. */
export function writeAddress(app: AppState): void {
  const { search, hash } = formatAddress(app.address);
  const next = `${location.pathname}${search}${hash}`;
  if (next === `${location.pathname}${location.search}${location.hash}`) return;
  history.replaceState(null, '', next);
}
