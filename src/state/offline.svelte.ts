import { TAKE_OVER } from '../worker/take-over';
import type { AppState, Notice } from './app.svelte';

/** How often a page that stays open looks for a new version. */
const LOOK_MS = 60 * 60 * 1000;

/** Whether the browser keeps this page for the time without network, and news of a new version. */
export class Offline {
  /** The page opens without network from now on. */
  kept = $state(false);
  #begun = false;
  /** This window has asked for the new version. */
  #asked = false;
  #notice: Notice | undefined;

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

    serviceWorker.addEventListener('controllerchange', () => {
      if (this.#asked) location.reload();
      // Another window has taken the new version: what this one loads later may be gone.
      else if (before) this.#offer(app, registration);
    });
    const watch = (worker: ServiceWorker): void =>
      worker.addEventListener('statechange', () => {
        if (worker.state === 'installed' && registration.active) this.#offer(app, registration);
        if (worker.state === 'activated') this.kept = true;
      });
    if (registration.active) this.kept = true;
    if (registration.active && registration.waiting) this.#offer(app, registration);
    if (registration.installing) watch(registration.installing);
    registration.addEventListener('updatefound', () => watch(registration.installing!));
    setInterval(() => void registration.update().catch(() => undefined), LOOK_MS);
  }

  /** One notice, however many versions have come since. */
  #offer(app: AppState, registration: ServiceWorkerRegistration): void {
    if (this.#notice) app.dismiss(this.#notice);
    const run = (): void => {
      this.#asked = true;
      // The newest one; without any, another window has had it take over.
      const { waiting } = registration;
      if (waiting) waiting.postMessage(TAKE_OVER);
      else location.reload();
    };
    const act = { key: 'offline.reload', run } as const;
    this.#notice = app.notify('offline.new', {}, { act, waits: true });
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
