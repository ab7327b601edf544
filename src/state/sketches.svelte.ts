import type { FeatureCollection } from 'geojson';
import { wrapLongitude } from '../core/geo/antimeridian';
import type { LngLat } from '../core/types';
import type { LengthUnit } from '../core/units';
import type { FeatureRef } from '../layers/ids';
import { History } from './history.svelte';
import { KeptList } from './kept-list';
import { freeId } from './scenario-edit';
import {
  isWhole,
  readSketches,
  SKETCH_LIMITS,
  takesPoint,
  withoutPoint,
  withPoint,
  withPointBefore,
  type Sketch,
  type SketchKind,
} from './sketch';

interface SketchesState {
  list: readonly Sketch[];
  /** Id of the sketch in hand. */
  inHand: string | undefined;
  /** Clicks on the map add points to the sketch in hand. */
  drawing: boolean;
}

const EMPTY: SketchesState = { list: [], inHand: undefined, drawing: false };
const KEPT = new KeptList('northern-vector-sketches', 'sketches');

/** Five decimals, about a metre; longitudes within 180. */
const placed = ([lng, lat]: LngLat): LngLat => [
  Number(wrapLongitude(lng).toFixed(5)),
  Number(lat.toFixed(5)),
];

/** What a person has drawn and measured. Every change can be undone, every sketch is kept. */
export class Sketches {
  /** Points stick to places and lines of the network where one is clicked. */
  snaps = $state(true);
  /** What lengths are shown in. */
  unit = $state<LengthUnit>('km');
  /** False where the browser refuses to keep anything. */
  keeps = $state(true);
  /** A point of the sketch in hand that is being dragged, and where it is now. */
  dragged = $state.raw<{ at: number; inserts: boolean; point: LngLat } | undefined>();

  /** Where the pointer is while drawing: the next point would be here. */
  pointed = $state.raw<LngLat | null>(null);

  readonly #history = new History<SketchesState>(EMPTY);
  #loading: Promise<void> | undefined;
  #ready = $state(false);
  #stored: readonly Sketch[] | undefined;

  get list(): readonly Sketch[] {
    return this.#history.value.list;
  }

  get current(): Sketch | undefined {
    const { list, inHand } = this.#history.value;
    return list.find(({ id }) => id === inHand);
  }

  get drawing(): boolean {
    return this.#history.value.drawing;
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  /**
   * All of them as the map shows them now: the point that is dragged where it is dragged to, and
   * while drawing the way to the pointer.
   */
  readonly shown: readonly Sketch[] = $derived.by(() => {
    const { dragged, current, pointed } = this;
    if (!current) return this.list;
    if (!dragged) {
      const next = this.drawing && pointed && current.points.length > 0 && takesPoint(current);
      if (!next) return this.list;
      const longer = { ...current, points: [...current.points, placed(pointed)] };
      return this.list.map((each) => (each.id === current.id ? longer : each));
    }
    const moved = dragged.inserts
      ? withPointBefore(current, dragged.at, placed(dragged.point))
      : withPoint(current, dragged.at, placed(dragged.point));
    return this.list.map((each) => (each.id === current.id ? moved : each));
  });

  /** The one in hand as the map shows it now. */
  readonly shownCurrent: Sketch | undefined = $derived(
    this.shown.find(({ id }) => id === this.#history.value.inHand),
  );

  /** Reads what the browser keeps, once. */
  start(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /** Begins a sketch; clicks on the map give its points. False where there are too many already. */
  draw(kind: SketchKind, name: string): boolean {
    const { list } = this.#settled();
    if (list.length >= SKETCH_LIMITS.sketches) return false;
    const taken = list.map(({ id }) => id);
    const id = freeId(`${kind}-1`, taken);
    const sketch: Sketch = { id, kind, name: freeName(name, list), points: [] };
    this.#history.change({ list: [...list, sketch], inHand: id, drawing: true });
    return true;
  }

  /** A click on the map while drawing. */
  async click(
    ref: FeatureRef | undefined,
    at: LngLat,
    layers: Readonly<Partial<Record<string, FeatureCollection>>>,
  ): Promise<void> {
    const { snapped } = await import('./snap');
    this.add(this.snaps ? snapped(ref, at, layers) : at);
  }

  /** Adds a point to the sketch in hand. A sketch that takes no more is finished. */
  add(point: LngLat): void {
    const { current } = this;
    if (!current || !takesPoint(current)) return;
    const next = { ...current, points: [...current.points, placed(point)] };
    this.#replace(next, takesPoint(next) && this.drawing);
  }

  /** Ends drawing; what has too few points is dropped. */
  finish(): void {
    if (this.drawing) this.#history.change(this.#settled());
  }

  /** Ends drawing and drops what was being drawn; undo brings it back. */
  cancel(): void {
    const { list, inHand, drawing } = this.#history.value;
    if (!drawing) return;
    const rest = list.filter(({ id }) => id !== inHand);
    this.#history.change({ list: rest, inHand: undefined, drawing: false });
  }

  /** Takes a sketch in hand, or none. */
  take(id: string | undefined): void {
    this.#history.amend({ ...this.#settled(), inHand: id });
  }

  movePoint(at: number, point: LngLat): void {
    if (this.current) this.#replace(withPoint(this.current, at, placed(point)));
  }

  insertPoint(before: number, point: LngLat): void {
    if (this.current && takesPoint(this.current))
      this.#replace(withPointBefore(this.current, before, placed(point)));
  }

  /** Removes a point; with too few left the sketch goes too, unless it is still being drawn. */
  removePoint(at: number): void {
    const { current, drawing } = this;
    if (!current) return;
    const next = withoutPoint(current, at);
    if (drawing || isWhole(next)) this.#replace(next);
    else this.remove(current.id);
  }

  rename(id: string, name: string): void {
    const wanted = name.trim().slice(0, SKETCH_LIMITS.nameLength);
    if (wanted === '') return;
    const { list } = this.#history.value;
    const renamed = list.map((each) => (each.id === id ? { ...each, name: wanted } : each));
    this.#history.change({ ...this.#history.value, list: renamed }, `rename ${id}`);
  }

  remove(id: string): void {
    const { list, inHand, drawing } = this.#history.value;
    const rest = list.filter((each) => each.id !== id);
    const same = inHand === id;
    this.#history.change({
      list: rest,
      inHand: same ? undefined : inHand,
      drawing: drawing && !same,
    });
  }

  /** Drops all of them; undo brings them back. */
  clear(): void {
    this.#history.change(EMPTY);
  }

  undo(): void {
    this.#history.undo();
  }

  redo(): void {
    this.#history.redo();
  }

  /** Keeps the list as it is now. */
  async keepList(): Promise<void> {
    const whole = this.list.filter(isWhole);
    if (!this.#ready || this.list === this.#stored) return;
    this.#stored = this.list;
    this.keeps = await KEPT.write(whole);
  }

  /** The state with nothing half-drawn in it. */
  #settled(): SketchesState {
    const { list, inHand } = this.#history.value;
    const whole = list.filter(isWhole);
    const held = whole.some(({ id }) => id === inHand) ? inHand : undefined;
    return { list: whole, inHand: held, drawing: false };
  }

  #replace(next: Sketch, drawing = this.drawing): void {
    const { list, inHand } = this.#history.value;
    const replaced = list.map((each) => (each.id === next.id ? next : each));
    this.#history.change({ list: replaced, inHand, drawing });
  }

  async #load(): Promise<void> {
    const documents = await KEPT.read();
    this.keeps = documents !== undefined;
    const kept = readSketches(documents ?? []);
    // What was drawn while the browser was reading stays.
    const drawn = this.list.filter(({ id }) => !kept.some((each) => each.id === id));
    this.#history.reset({ ...this.#history.value, list: [...kept, ...drawn] });
    this.#stored = kept;
    this.#ready = true;
  }
}

/** The name itself, or with the first number from 2 on that no sketch has. */
function freeName(wanted: string, list: readonly Sketch[]): string {
  const taken = list.map((sketch) => sketch.name);
  for (let n = 1; ; n++) {
    const name = `${wanted} ${n}`;
    if (!taken.includes(name)) return name;
  }
}

export const sketches = new Sketches();
