import { TAKE_OVER } from '../worker/take-over';
import type { AppState } from './app.svelte';

/** How often a page that stays open looks for a new version. */
const LOOK_MS = 60 * 60 * 1000;

/** Whether the browser keeps this page for the time without network, and news of a new version. */
export class Offline {
  /** The page opens without network from now on. */
  kept = $state(false);
  #begun = false;
  /** This window has asked for the new version. */
  #asked = false;

  /** Has the browser keep the page; once. */
  async keep(app: AppState): Promise<void> {
    // Browsers offer it on https and on this machine only.
    const { serviceWorker } = navigator;
    if (this.#begun || !serviceWorker) return;
    this.#begun = true;
    const before = serviceWorker.controller !== null;
    this.kept = before;
    const registration = await register(serviceWorker);
    if (!registration) return;

    const offer = (reload: () => void): void =>
      app.notify('offline.new', {}, { key: 'offline.reload', run: reload });
    serviceWorker.addEventListener('controllerchange', () => {
      if (this.#asked) location.reload();
      // Another window has taken the new version: what this one loads later may be gone.
      else if (before) offer(() => location.reload());
    });
    const offerWaiting = (worker: ServiceWorker): void =>
      offer(() => {
        this.#asked = true;
        worker.postMessage(TAKE_OVER);
      });
    const watch = (worker: ServiceWorker): void =>
      worker.addEventListener('statechange', () => {
        if (worker.state === 'installed' && registration.active) offerWaiting(worker);
        if (worker.state === 'activated') this.kept = true;
      });
    if (registration.active) this.kept = true;
    if (registration.active && registration.waiting) offerWaiting(registration.waiting);
    if (registration.installing) watch(registration.installing);
    registration.addEventListener('updatefound', () => watch(registration.installing!));
    setInterval(() => void registration.update().catch(() => undefined), LOOK_MS);
  }
}

/** Nothing where the browser refuses, as in a private window, or where there is no network. */
async function register(
  container: ServiceWorkerContainer,
): Promise<ServiceWorkerRegistration | undefined> {
  try {
    const script = new URL('service-worker.js', document.baseURI);
    return await container.register(script, { updateViaCache: 'none' });
  } catch {
    return undefined;
  }
}

export const offline = new Offline();
