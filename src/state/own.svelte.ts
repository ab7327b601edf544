import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { View } from '../data/own/drawing';
import type { TableOrder } from '../data/own/table';
import {
  MAX_LAYERS,
  type OwnFilter,
  type OwnFormat,
  type OwnInside,
  type OwnLayer,
  type OwnPlace,
  type OwnRow,
  type OwnStyle,
  type Repair,
} from '../data/own/types';
import type { Encoding } from '../formats/read/encoding';
import type { OwnDrawn } from '../layers/own';
import { progressPort, startOwnWorker, type OwnWorkerHandle } from '../worker/own-client';
import type { OwnProgress, OwnRead } from '../worker/own-messages';
import { OwnDrawings } from './own-drawings.svelte';
import {
  forgetLayer,
  keepChange,
  keepLayer,
  keptFeatures,
  keptLayers,
  now,
  type Kept,
} from './own-store';

/** Colours of new layers, told apart with any colour vision (after Okabe and Ito). */
const COLORS = ['#b3007a', '#006fb3', '#a85400', '#007a5a', '#6a3fa0', '#8a1c1c'];

/** Search and fields know so many own points; more would only slow the typing. */
const MAX_FOUND = 5000;

/** A file that is being read. */
export interface Import {
  id: string;
  name: string;
  progress: OwnProgress;
  cancel: () => void;
}

/** Why a file gave no layer. */
export interface ImportFailure {
  name: string;
  code: string;
  message: string;
}

/**
 * What has been read, drawn or kept, each layer with a worker of its own that holds its features.
 * One file though it is long: every step of a layer's life changes the same list, worker and store.
 */
export class OwnLayers {
  /** The first lies on top. */
  layers = $state.raw<readonly OwnLayer[]>([]);
  imports = $state.raw<readonly Import[]>([]);
  failures = $state.raw<readonly ImportFailure[]>([]);
  /** Layers that this browser did not keep, with the reason. */
  unkept = $state.raw<Readonly<Record<string, Exclude<Kept, 'kept'>>>>({});
  /** The layer whose details are open. */
  open = $state<string | undefined>();
  /** The own feature whose card is open. */
  picked = $state.raw<{ layer: string; index: number } | undefined>();
  /** Named points of visible layers, for fields that ask for a place. */
  places = $state.raw<readonly (OwnPlace & { layer: string })[]>([]);

  /** Tables that were opened since the page was: they can be read again in another encoding. */
  files = $state.raw<Readonly<Record<string, Blob>>>({});

  readonly #workers: Record<string, OwnWorkerHandle> = {};
  readonly #drawings = new OwnDrawings((id) => this.#workers[id]?.ask);
  #started: Promise<void> | undefined;

  /** What the map draws. */
  readonly drawn: readonly OwnDrawn[] = $derived(
    this.layers.flatMap(({ id, visible, style }) => {
      const url = this.#drawings.urls[id];
      return visible && url ? [{ id, url, style }] : [];
    }),
  );

  /** How much of a layer is on the map; undefined while everything is. */
  partOf(id: string): { drawn: number; present: number } | undefined {
    return this.#drawings.parts[id];
  }

  layer(id: string | undefined): OwnLayer | undefined {
    return this.layers.find((layer) => layer.id === id);
  }

  /** Brings back what the browser keeps, once. */
  start(): Promise<void> {
    this.#started ??= this.#restore();
    return this.#started;
  }

  async #restore(): Promise<void> {
    for (const layer of (await keptLayers()) ?? []) {
      const kept = await keptFeatures(layer.id);
      if (!kept || this.layer(layer.id)) continue;
      const worker = startOwnWorker();
      this.#workers[layer.id] = worker;
      await worker.ask.restore(kept.features, layer.mended, {
        name: layer.source,
        crs: kept.crs,
        places: kept.places ?? [],
      });
      await worker.ask.filter(layer.filter);
      this.layers = [layer, ...this.layers];
      this.#drawings.renew(layer);
    }
    await this.#findPlaces();
  }

  /** Reads a file into a new layer. */
  async importFile(file: Blob, name: string): Promise<void> {
    const id = crypto.randomUUID();
    this.failures = this.failures.filter((failure) => failure.name !== name);
    if (this.layers.length >= MAX_LAYERS) {
      this.#fail(name, 'too-many-layers', `at most ${MAX_LAYERS} own layers`);
      return;
    }
    const worker = startOwnWorker();
    let giveUp = (): void => {};
    const gone = new Promise<undefined>((resolve) => (giveUp = () => resolve(undefined)));
    const cancel = (): void => {
      worker.end();
      giveUp();
    };
    const entry = { id, name, progress: { done: 0, total: file.size, features: 0 }, cancel };
    this.imports = [...this.imports, entry];
    const tell = progressPort((progress) => {
      this.imports = this.imports.map((other) =>
        other.id === id ? { ...other, progress } : other,
      );
    });
    try {
      const answer = await Promise.race([worker.ask.read(file, name, tell), gone]);
      if (!answer) return;
      if (!answer.ok) {
        worker.end();
        this.#fail(name, answer.code, answer.message);
        return;
      }
      if (answer.value.encoding) this.files = { ...this.files, [id]: file };
      await this.#adopt(id, name, nameOf(name), worker, answer.value);
      this.open = id;
    } catch (cause) {
      worker.end();
      this.#fail(name, 'unexpected', String(cause));
    } finally {
      this.imports = this.imports.filter((other) => other.id !== id);
    }
  }

  /** Reads a table anew in an encoding that the person names; what hung on its columns goes. */
  async readAgain(id: string, encoding: Encoding): Promise<void> {
    const [layer, file] = [this.layer(id), this.files[id]];
    if (!layer || !file) return;
    const worker = startOwnWorker();
    const noProgress = progressPort(() => {});
    const answer = await worker.ask.read(file, layer.source, noProgress, encoding);
    if (!answer.ok || !this.layer(id)) {
      worker.end();
      if (!answer.ok) this.#fail(layer.source, answer.code, answer.message);
      return;
    }
    this.#workers[id]?.end();
    this.#workers[id] = worker;
    const { summary, reading } = answer.value;
    const label = labelField(summary.fields.map((field) => field.name));
    const fresh = { summary, reading, encoding, label, filter: [], mended: [] };
    await this.#store({ ...layer, ...fresh }, answer.value);
  }

  /** Keeps features that the page has made as a new layer, and answers its id. */
  async add(
    features: Feature[],
    about: { name: string; source: string; label?: string; style?: Partial<OwnStyle> },
  ): Promise<string> {
    const id = crypto.randomUUID();
    const worker = startOwnWorker();
    const answer = await worker.ask.take(features);
    if (!answer.ok) throw new Error(answer.message);
    await this.#adopt(id, about.source, about.name, worker, answer.value, about);
    return id;
  }

  /** Puts other features in the place of a layer's; for layers that the page itself has made. */
  async replace(id: string, features: Feature[]): Promise<void> {
    const [layer, worker] = [this.layer(id), this.#workers[id]];
    if (!layer || !worker) return;
    const answer = await worker.ask.take(features);
    if (!answer.ok) throw new Error(answer.message);
    await this.#store({ ...layer, summary: answer.value.summary, mended: [] }, answer.value);
  }

  /** All features of a layer, mended and filtered. */
  async features(id: string): Promise<Feature[]> {
    const blob = await this.#workers[id]?.ask.download('good');
    if (!blob) return [];
    return (JSON.parse(await blob.text()) as { features: Feature[] }).features;
  }

  async remove(id: string): Promise<void> {
    this.#workers[id]?.end();
    delete this.#workers[id];
    this.#drawings.forget(id);
    this.layers = this.layers.filter((layer) => layer.id !== id);
    if (this.open === id) this.open = undefined;
    if (this.picked?.layer === id) this.picked = undefined;
    const { [id]: _, ...unkept } = this.unkept;
    this.unkept = unkept;
    const { [id]: __, ...files } = this.files;
    this.files = files;
    await forgetLayer(id);
    await this.#findPlaces();
  }

  /** Changes how a layer is called and drawn. */
  async change(
    id: string,
    changes: Partial<Pick<OwnLayer, 'name' | 'style' | 'label' | 'visible'>>,
  ): Promise<void> {
    const layer = this.layer(id);
    if (!layer) return;
    const changed = { ...layer, ...changes };
    this.#put(changed);
    if ('label' in changes || changes.visible) this.#drawings.renew(changed);
    await this.#keepChange(changed);
    if ('label' in changes || 'visible' in changes) await this.#findPlaces();
  }

  async filter(id: string, filter: OwnFilter[]): Promise<void> {
    const layer = this.layer(id);
    if (!layer) return;
    this.#put({ ...layer, filter });
    await this.#workers[id]?.ask.filter(filter);
    const now = this.layer(id);
    if (!now) return;
    this.#drawings.renew(now);
    await this.#keepChange(now);
  }

  /** Mends a layer anew from what its file says; no repairs give the file's own features back. */
  async repair(id: string, mended: Repair[]): Promise<void> {
    const worker = this.#workers[id];
    const summary = await worker?.ask.repair(
      mended,
      progressPort(() => {}),
    );
    const layer = this.layer(id);
    if (!layer || !summary) return;
    const changed = { ...layer, mended, summary };
    this.#put(changed);
    await worker?.ask.filter(changed.filter);
    this.#drawings.renew(changed);
    await this.#keepChange(changed);
    await this.#findPlaces();
  }

  /** The map shows another part of the world. */
  look(view: View): void {
    this.#drawings.look(view, this.layers);
  }

  order(id: string, order: TableOrder): Promise<number | undefined> {
    return this.#workers[id]?.ask.order(order) ?? Promise.resolve(undefined);
  }

  async rows(id: string, from: number, count: number, fields: string[]): Promise<OwnRow[]> {
    return (await this.#workers[id]?.ask.rows(from, count, fields)) ?? [];
  }

  async feature(id: string, index: number): Promise<Feature | undefined> {
    return await this.#workers[id]?.ask.feature(index);
  }

  async inside(
    id: string,
    outline: Polygon | MultiPolygon,
    fields: string[],
  ): Promise<OwnInside | undefined> {
    return await this.#workers[id]?.ask.inside(outline, fields);
  }

  /** Good features, or the bad ones as they stand in the file with the pieces that are none. */
  async download(id: string, which: 'good' | 'bad'): Promise<Blob> {
    const features = await this.#workers[id]?.ask.download(which);
    const rejected = which === 'bad' ? (await keptFeatures(id))?.rejected : undefined;
    return new Blob([features ?? '', ...(rejected && rejected.size > 0 ? [rejected] : [])]);
  }

  /** Named points of one layer, such as origins and destinations of a matrix. */
  async placesOf(id: string, limit: number): Promise<OwnPlace[]> {
    return (await this.#workers[id]?.ask.places(this.layer(id)?.label, limit)) ?? [];
  }

  async #adopt(
    id: string,
    source: string,
    name: string,
    worker: OwnWorkerHandle,
    read: OwnRead,
    about: { label?: string; style?: Partial<OwnStyle> } = {},
  ): Promise<void> {
    this.#workers[id] = worker;
    const names = read.summary.fields.map((field) => field.name);
    const color = COLORS[this.layers.length % COLORS.length]!;
    const many = read.summary.points > 20_000;
    await this.#store(
      {
        id,
        name,
        source,
        format: read.format as OwnFormat,
        created: now(),
        style: { color, size: many ? 2 : 5, opacity: 0.9, ...about.style },
        filter: [],
        label: about.label ?? (many ? undefined : labelField(names)),
        visible: true,
        mended: [],
        summary: read.summary,
        reading: read.reading,
        encoding: read.encoding,
      },
      read,
    );
  }

  async #store(layer: OwnLayer, read: OwnRead): Promise<void> {
    this.#put(layer);
    this.#drawings.renew(layer);
    this.#noteKept(
      layer.id,
      await keepLayer(layer, {
        ...{ features: read.features, rejected: read.rejected },
        ...{ crs: read.crs, places: read.places },
      }),
    );
    await this.#findPlaces();
  }

  #put(layer: OwnLayer): void {
    const known = this.layers.some(({ id }) => id === layer.id);
    this.layers = known
      ? this.layers.map((other) => (other.id === layer.id ? layer : other))
      : [layer, ...this.layers];
  }

  async #keepChange(layer: OwnLayer): Promise<void> {
    if (!this.unkept[layer.id]) this.#noteKept(layer.id, await keepChange(layer));
  }

  #noteKept(id: string, kept: Kept): void {
    if (kept !== 'kept') this.unkept = { ...this.unkept, [id]: kept };
  }

  #fail(name: string, code: string, message: string): void {
    this.failures = [...this.failures, { name, code, message }];
  }

  async #findPlaces(): Promise<void> {
    const named = this.layers.filter(({ visible, label }) => visible && label !== undefined);
    const lists = await Promise.all(
      named.map(async ({ id }) =>
        (await this.placesOf(id, MAX_FOUND)).map((place) => ({ ...place, layer: id })),
      ),
    );
    this.places = lists.flat().slice(0, MAX_FOUND);
  }
}

/** `mines.2024.geojson` is called "mines.2024". */
const nameOf = (file: string): string => file.replace(/\.[^.]{1,8}$/, '') || file;

/** The property that most likely names a feature. */
const labelField = (fields: readonly string[]): string | undefined =>
  fields.find((field) => /^(name|title|label|名称|名字|名|название|имя|нэр)$/i.test(field)) ??
  fields.find((field) => /^(name|title)[_:.-]|_name$|name$/i.test(field));

export const own = new OwnLayers();
