import type { LngLat } from '../core/types';
import { atlas } from './atlas.svelte';
import type { PinSet } from './drawn.svelte';
import { picking, placeOf } from './picking.svelte';
import { linkLine, positionOf } from './scenario-ways';
import { linkEnd } from './scenario-edit';
import type { Way } from '../layers/ways';

/** The field that waits for clicks while a link is being drawn. */
const FIELD = 'link-draw';

/**
 * A link that is being drawn, before it is added: its two ends and the points between them, ids or
 * `LNG,LAT`.
 */
export class LinkDraft {
  from = $state<string | undefined>();
  to = $state<string | undefined>();
  through = $state.raw<readonly string[]>([]);

  get drawing(): boolean {
    return picking.waiting?.field === FIELD;
  }

  /** Every click on the map carries the line on, until this is called again or Escape is pressed. */
  draw(label: string): void {
    picking.waiting = this.drawing
      ? undefined
      : { field: FIELD, label, keeps: true, take: (place) => this.carryOn(place) };
  }

  /** The line goes on to a place: what was its end is then a point between. */
  carryOn(place: string): void {
    if (this.from === undefined) this.from = place;
    else {
      if (this.to !== undefined) this.through = [...this.through, this.to];
      this.to = place;
    }
  }

  /** Takes over a line of two points or more that was drawn elsewhere. */
  take(points: readonly LngLat[]): void {
    this.clear();
    for (const point of points) this.carryOn(point.join(','));
  }

  /** A point before the end. */
  addPoint(place: string): void {
    this.through = [...this.through, place];
  }

  removePoint(index: number): void {
    this.through = this.through.filter((_, i) => i !== index);
  }

  clear(): void {
    this.from = undefined;
    this.to = undefined;
    this.through = [];
    if (this.drawing) picking.cancel();
  }

  /** The points between as a scenario writes them. */
  get throughPoints(): LngLat[] {
    return this.through.flatMap((place) => {
      const end = linkEnd(place);
      const position = typeof end === 'string' ? positionOf(end, atlas.layers) : end;
      return position ? [position] : [];
    });
  }

  /** The line so far, for the map. */
  readonly ways = $derived.by((): Way[] => {
    if (this.from === undefined || this.to === undefined) return [];
    const ends = { from: linkEnd(this.from), to: linkEnd(this.to) };
    const coordinates = linkLine({ ...ends, through: this.throughPoints }, atlas.layers);
    return coordinates ? [{ geometry: { type: 'LineString', coordinates }, role: 'gained' }] : [];
  });

  /** The ends and the points between can be dragged. */
  readonly pins = $derived.by((): PinSet => {
    const stops = [
      { id: 'from', sign: 'A', place: this.from },
      ...this.through.map((place, i) => ({ id: `through-${i}`, sign: String(i + 1), place })),
      { id: 'to', sign: 'B', place: this.to },
    ];
    return {
      pins: stops.flatMap(({ id, sign, place }) => {
        const end = place === undefined ? undefined : linkEnd(place);
        const at = typeof end === 'string' ? positionOf(end, atlas.layers) : end;
        return at ? [{ id, sign, label: place!, lng: at[0], lat: at[1] }] : [];
      }),
      drag: () => undefined,
      drop: (pin, ref, at) => this.#move(pin, placeOf(ref, at)),
    };
  });

  #move(pin: string, place: string): void {
    if (pin === 'from') this.from = place;
    else if (pin === 'to') this.to = place;
    else {
      const moved = Number(pin.slice('through-'.length));
      this.through = this.through.map((old, i) => (i === moved ? place : old));
    }
  }
}

export const linkDraft = new LinkDraft();
