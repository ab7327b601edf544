import type { Feature } from 'geojson';
import { UserError, type Issue } from '../../core/errors';
import { checkFeature, isNewId, MAX_ISSUES } from '../validate/geojson';
import { isSound } from '../validate/sound';
import { FeatureBytes } from './feature-bytes';
import { FieldCounts } from './field-counts';
import { mend } from './mend';
import { placeInWords, type PlaceWords } from './place-words';
import { fittingRepairs } from './fitting-repairs';
import { AREAS, LINES, POINTS, shapeOf, type Shape } from './shape';
import { MAX_FEATURES, type OwnSummary, type Repair } from './types';

/**
 * The features of one own layer, checked as they come. Kept are the bytes of the file's features
 * and, beside them, what drawing and counting need in typed arrays: about 40 bytes a feature more
 * than the file has. Bad features are kept too, so that they can be mended or downloaded.
 */
export class FeatureStore {
  readonly bytes = new FeatureBytes();
  /** Four numbers a feature: west, south, east, north. */
  boxes = new Float64Array(4 * 1024);
  vertices = new Uint32Array(1024);
  /** As in shape.ts; NO_SHAPE where the feature is bad or has no geometry. */
  kinds = new Uint8Array(1024);
  bad = new Uint8Array(1024);
  mended: readonly Repair[] = [];
  fields = new FieldCounts();
  /** What is suspected of all features together, beside the defects of each. */
  suspicion: Issue | undefined;

  /** How features are called in messages, from the first of each file on; else `features[7]`. */
  places: PlaceWords[] = [];
  #seen = new Set<string | number>();
  #counts = new Map<string, number>();
  #issues: Issue[] = [];
  #badCount = 0;
  #change: (feature: Feature) => Feature = (feature) => feature;

  get count(): number {
    return this.bytes.count;
  }

  /**
   * Takes one feature of the file. `json` are its bytes where they are at hand.
   * @throws UserError `too-many-features`
   */
  add(feature: unknown, json?: Uint8Array): void {
    const index = this.#next();
    if (json) this.bytes.addBytes(json);
    else this.bytes.add(feature);
    this.#take(index, feature);
  }

  /**
   * Takes one feature of the file that is known to be free of defects, as its JSON, unless its id was
   * there before: false then, and it is for `add` to say so. Its fields are counted by the caller.
   * @throws UserError `too-many-features`
   */
  addSound(json: Uint8Array | string, shape: Shape, id: string | number | undefined): boolean {
    if (id !== undefined && this.#seen.has(id)) return false;
    const index = this.#next();
    if (id !== undefined) this.#seen.add(id);
    if (typeof json === 'string') this.bytes.addText(json);
    else this.bytes.addBytes(json);
    this.#shape(index, shape);
    return true;
  }

  /** The number of the feature that comes. */
  #next(): number {
    if (this.count >= MAX_FEATURES)
      throw new UserError(
        'too-many-features',
        `more than ${MAX_FEATURES} features; split the file, or serve it as a remote layer`,
      );
    if (this.count === this.vertices.length) this.#grow();
    return this.count;
  }

  /** A feature of the layer as it is mended. */
  feature(index: number): Feature {
    return this.#change(this.bytes.feature(index));
  }

  /** Applies these repairs to the file's own features and checks all of them again. */
  *repair(repairs: readonly Repair[]): Generator<number> {
    this.mended = repairs;
    this.#change = mend(repairs);
    this.#seen = new Set();
    this.fields = new FieldCounts();
    this.#counts = new Map();
    this.#issues = [];
    this.#badCount = 0;
    this.suspicion = undefined;
    for (let index = 0; index < this.count; index++) {
      this.#take(index, this.bytes.feature(index));
      if (index % 5000 === 4999) yield index;
    }
  }

  summary(crs?: string): OwnSummary {
    const kinds = [0, 0, 0, 0];
    let vertices = 0;
    const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < this.count; i++) {
      const kind = this.kinds[i]!;
      kinds[kind]! += 1;
      if (kind === 0) continue;
      vertices += this.vertices[i]!;
      const b = 4 * i;
      if (this.boxes[b]! < box[0]) box[0] = this.boxes[b]!;
      if (this.boxes[b + 1]! < box[1]) box[1] = this.boxes[b + 1]!;
      if (this.boxes[b + 2]! > box[2]) box[2] = this.boxes[b + 2]!;
      if (this.boxes[b + 3]! > box[3]) box[3] = this.boxes[b + 3]!;
    }
    const counts = Object.fromEntries(this.#counts);
    if (this.suspicion) counts[this.suspicion.code] = 1;
    return {
      good: this.count - this.#badCount,
      bad: this.#badCount,
      points: kinds[POINTS]!,
      lines: kinds[LINES]!,
      areas: kinds[AREAS]!,
      vertices,
      box: box[0] <= box[2] ? box : undefined,
      fields: this.fields.list(),
      counts,
      issues: this.suspicion ? [this.suspicion, ...this.#issues] : this.#issues,
      repairs: fittingRepairs(this, counts, crs),
    };
  }

  #take(index: number, raw: unknown): void {
    const isObject = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
    const feature = (isObject ? this.#changed(raw as Feature) : raw) as Feature;
    const isGood =
      (isSound(feature) && isNewId(feature, this.#seen)) || this.#check(index, feature);
    this.bad[index] = isGood ? 0 : 1;
    if (!isGood) {
      this.#badCount += 1;
      this.kinds[index] = 0;
      return;
    }
    this.#shape(index, shapeOf(feature.geometry));
    if (feature.properties) this.fields.note(feature.properties);
  }

  #shape(index: number, { kind, vertices, west, south, east, north }: Shape): void {
    this.kinds[index] = kind;
    this.vertices[index] = vertices;
    this.boxes[4 * index] = west;
    this.boxes[4 * index + 1] = south;
    this.boxes[4 * index + 2] = east;
    this.boxes[4 * index + 3] = north;
  }

  /** A repair meets features of every shape: one that it cannot mend stays as it is and is bad. */
  #changed(feature: Feature): Feature {
    if (this.mended.length === 0) return feature;
    try {
      return this.#change(feature);
    } catch {
      return feature;
    }
  }

  #check(index: number, feature: unknown): boolean {
    let errors = 0;
    const named = (within: string): string =>
      placeInWords(this.places, index, within) ?? `features[${index}]${within}`;
    checkFeature(feature, '', this.#seen, (issue) => {
      if (issue.severity === 'error') errors += 1;
      this.#counts.set(issue.code, (this.#counts.get(issue.code) ?? 0) + 1);
      if (this.#issues.length < MAX_ISSUES)
        this.#issues.push({ ...issue, place: named(issue.place) });
    });
    return errors === 0;
  }

  #grow(): void {
    const length = this.vertices.length * 2;
    const wider = <T extends Float64Array | Uint32Array | Uint8Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.boxes = wider(this.boxes, new Float64Array(4 * length));
    this.vertices = wider(this.vertices, new Uint32Array(length));
    this.kinds = wider(this.kinds, new Uint8Array(length));
    this.bad = wider(this.bad, new Uint8Array(length));
  }
}
