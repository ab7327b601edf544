import { createStore, delMany, get, keys } from 'idb-keyval';
import type { PlaceWords } from '../data/own/place-words';
import type { OwnLayer } from '../data/own/types';

/**
 * The own layers that this browser keeps: of each what is known of it, its features and the pieces
 * that are none. The features are blobs, which the browser keeps as files of its own.
 */
const store = createStore('northern-vector-own', 'layers');

const metaKey = (id: string): string => `layer/${id}`;
const featuresKey = (id: string): string => `features/${id}`;
const rejectedKey = (id: string): string => `rejected/${id}`;

/** What came of keeping: kept, the browser's store is full, or it keeps nothing at all. */
export type Kept = 'kept' | 'full' | 'refused';

export interface KeptFeatures {
  features: Blob;
  rejected: Blob;
  crs?: string | undefined;
  /** How the features are called in messages; layers kept by earlier versions have none. */
  places?: PlaceWords[] | undefined;
}

/** What is kept, oldest first; undefined where the browser refuses. */
export async function keptLayers(): Promise<OwnLayer[] | undefined> {
  try {
    const names = (await keys<string>(store)).filter((key) => key.startsWith('layer/'));
    const layers = await Promise.all(names.map((key) => get<OwnLayer>(key, store)));
    return layers
      .filter((layer) => layer !== undefined)
      .sort((a, b) => a.created.localeCompare(b.created));
  } catch {
    return undefined;
  }
}

export async function keptFeatures(id: string): Promise<KeptFeatures | undefined> {
  try {
    const features = await get<Omit<KeptFeatures, 'features' | 'rejected'> & { blob: Blob }>(
      featuresKey(id),
      store,
    );
    const rejected = await get<Blob>(rejectedKey(id), store);
    if (!features) return undefined;
    const { blob, crs, places } = features;
    return { features: blob, crs, places, rejected: rejected ?? new Blob() };
  } catch {
    return undefined;
  }
}

/** Keeps a layer whole: in one transaction, so that no half of it is ever found. */
export function keepLayer(layer: OwnLayer, kept: KeptFeatures): Promise<Kept> {
  return attempt(() =>
    put([
      [metaKey(layer.id), layer],
      [featuresKey(layer.id), { blob: kept.features, crs: kept.crs, places: kept.places }],
      [rejectedKey(layer.id), kept.rejected],
    ]),
  );
}

/** Keeps what changed in a layer whose features are kept already. */
export function keepChange(layer: OwnLayer): Promise<Kept> {
  return attempt(() => put([[metaKey(layer.id), layer]]));
}

export async function forgetLayer(id: string): Promise<void> {
  await attempt(() => delMany([metaKey(id), featuresKey(id), rejectedKey(id)], store));
}

/** The present time, as layers are dated. */
export const now = (): string => new Date().toISOString();

/** All in one transaction. What ended it is known only when it has been undone. */
function put(entries: [key: string, value: unknown][]): Promise<void> {
  return store('readwrite', (objects) => {
    for (const [key, value] of entries) objects.put(value, key);
    const { transaction } = objects;
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('undone'));
    });
  });
}

async function attempt(write: () => Promise<void>): Promise<Kept> {
  try {
    await write();
    return 'kept';
  } catch (cause) {
    const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
    return isFull ? 'full' : 'refused';
  }
}
