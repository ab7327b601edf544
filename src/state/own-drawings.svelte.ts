import type { Remote } from 'comlink';
import type { View } from '../data/own/drawing';
import type { OwnLayer } from '../data/own/types';
import { latest } from '../worker/latest';
import type { BlobDrawing, OwnWorker } from '../worker/own-messages';

/** Until the map has said what it shows. */
const WORLD: View = { west: -180, south: -90, east: 180, north: 90, degreesPerPixel: 0.1 };

interface Question {
  id: string;
  view: View;
  label: string | undefined;
}

/**
 * The drawings of own layers as addresses that the map's worker reads: features never pass through
 * the page. A layer that is drawn in part is drawn anew when the map moves; of several moves while
 * one drawing is made, only the last counts.
 */
export class OwnDrawings {
  urls = $state.raw<Readonly<Record<string, string>>>({});
  /** Layers that are drawn in part: how much. */
  parts = $state.raw<Readonly<Record<string, { drawn: number; present: number }>>>({});

  #view = WORLD;
  readonly #askers: Record<string, (question: Question) => void> = {};
  /** The address before the present one: the map may still be reading it. */
  readonly #former: Record<string, string> = {};

  constructor(readonly workerOf: (id: string) => Remote<OwnWorker> | undefined) {}

  /** Draws a layer whose features, filter or label have changed. */
  renew({ id, label }: OwnLayer): void {
    let ask = this.#askers[id];
    if (!ask) {
      ask = latest(
        async ({ id, view, label }: Question) => await this.workerOf(id)?.draw(view, label),
        (settled) => {
          if ('answer' in settled && settled.answer)
            this.#show(settled.question.id, settled.answer);
        },
      );
      this.#askers[id] = ask;
    }
    ask({ id, view: this.#view, label });
  }

  look(view: View, layers: readonly OwnLayer[]): void {
    this.#view = view;
    for (const layer of layers) if (layer.visible && this.parts[layer.id]) this.renew(layer);
  }

  forget(id: string): void {
    delete this.#askers[id];
    for (const url of [this.urls[id], this.#former[id]]) if (url) URL.revokeObjectURL(url);
    delete this.#former[id];
    const { [id]: _url, ...urls } = this.urls;
    const { [id]: _part, ...parts } = this.parts;
    this.urls = urls;
    this.parts = parts;
  }

  #show(id: string, { blob, drawn, present, whole }: BlobDrawing): void {
    if (!this.#askers[id]) return;
    const former = this.#former[id];
    if (former) URL.revokeObjectURL(former);
    const current = this.urls[id];
    if (current) this.#former[id] = current;
    this.urls = { ...this.urls, [id]: URL.createObjectURL(blob) };
    const { [id]: _, ...parts } = this.parts;
    this.parts = whole ? parts : { ...parts, [id]: { drawn, present } };
  }
}
