import { UserError } from '../core/errors';
import type { View } from '../data/own/drawing';
import type { OwnStyle } from '../data/own/types';
import type { OwnDrawn } from '../layers/own';
import { remoteKind, tilesOf, type RemoteKind } from './remote-source';
import { featuresInView } from './remote-flatgeobuf';

const COLORS = ['#b3007a', '#006fb3', '#a85400', '#007a5a', '#6a3fa0', '#8a1c1c'];

/** A layer of another host. */
export interface RemoteLayer {
  id: string;
  name: string;
  address: string;
  kind: RemoteKind;
  style: OwnStyle;
  visible: boolean;
  drawn: OwnDrawn;
  /** FlatGeobuf: features drawn of the view, and whether there are more. */
  part?: { count: number; more: boolean } | undefined;
}

/** Layers of other hosts: asked only after a person has agreed to it, and forgotten with the page. */
export class RemoteLayers {
  layers = $state.raw<readonly RemoteLayer[]>([]);
  failure = $state.raw<{ code: string; message: string } | undefined>();
  busy = $state(false);
  /** The feature that was clicked. */
  picked = $state.raw<{ layer: string; properties: Record<string, unknown> } | undefined>();

  #view: View | undefined;
  /** Counts the views, so that what an earlier one asked for comes to nothing. */
  #looked = 0;

  readonly drawn: readonly OwnDrawn[] = $derived(
    this.layers
      .filter(({ visible, drawn }) => visible && (drawn.tiles || drawn.url))
      .map(({ drawn, style }) => ({ ...drawn, style })),
  );

  /** Asks the host of an address what it has there. The person has agreed. */
  async add(address: string, layersInTiles: readonly string[]): Promise<void> {
    this.failure = undefined;
    this.busy = true;
    try {
      const kind = remoteKind(address);
      const id = crypto.randomUUID();
      const color = COLORS[this.layers.length % COLORS.length]!;
      const style = { color, size: 4, opacity: 0.9 };
      const base = { id, address, kind, style, visible: true };
      if (kind === 'flatgeobuf') {
        const layer = { ...base, name: nameOf(address), drawn: { id, url: '', style } };
        await this.#fill(layer);
      } else {
        const { name, ...tiles } = await tilesOf(kind, address, layersInTiles);
        const layer = {
          ...base,
          name: name ?? nameOf(address),
          drawn: { id, url: '', style, tiles },
        };
        this.layers = [layer, ...this.layers];
      }
    } catch (cause) {
      this.fail(cause);
    } finally {
      this.busy = false;
    }
  }

  /** What went wrong in asking; browsers say of a host that cannot be read only that it failed. */
  fail(cause: unknown): void {
    const message = cause instanceof Error ? cause.message : String(cause);
    const unread = cause instanceof TypeError || /failed to fetch|networkerror/i.test(message);
    const code = cause instanceof UserError ? cause.code : unread ? 'unreachable' : 'failed';
    this.failure = { code, message };
  }

  change(id: string, changes: Partial<Pick<RemoteLayer, 'style' | 'visible'>>): void {
    this.layers = this.layers.map((layer) => (layer.id === id ? { ...layer, ...changes } : layer));
  }

  layer(id: string | undefined): RemoteLayer | undefined {
    return this.layers.find((layer) => layer.id === id);
  }

  remove(id: string): void {
    if (this.picked?.layer === id) this.picked = undefined;
    this.layers = this.layers.filter((layer) => layer.id !== id);
  }

  /** The map shows another part of the world: FlatGeobuf is asked for it. */
  look(view: View): void {
    this.#view = view;
    this.#looked += 1;
    for (const layer of this.layers)
      if (layer.kind === 'flatgeobuf' && layer.visible)
        void this.#fill(layer).catch((cause: unknown) => {
          this.fail(cause);
        });
  }

  async #fill(layer: RemoteLayer): Promise<void> {
    const looked = this.#looked;
    const { blob, count, more } = await featuresInView(
      layer.address,
      this.#view,
      () => looked !== this.#looked,
    );
    if (looked !== this.#looked && this.layers.some(({ id }) => id === layer.id)) return;
    const current = this.layers.find(({ id }) => id === layer.id);
    const filled = {
      ...(current ?? layer),
      drawn: { ...layer.drawn, url: URL.createObjectURL(blob) },
      part: { count, more },
    };
    this.layers = current
      ? this.layers.map((other) => (other.id === layer.id ? filled : other))
      : [filled, ...this.layers];
  }
}

const nameOf = (address: string): string =>
  decodeURI(new URL(address.replaceAll(/[{}]/g, '')).pathname)
    .split('/')
    .findLast((part) => part !== '') ?? address;

export const remote = new RemoteLayers();
