import type { Feature } from 'geojson';

/**
 * Features are kept as the bytes of their JSON, a tenth of what objects take, in slabs: the first is
 * small for small layers, each further one twice as large, up to this.
 */
const MAX_SLAB_BYTES = 4 * 1024 * 1024;
const FIRST_SLAB_BYTES = 16 * 1024;
/** Most bytes of UTF-8 that one unit of a text takes. */
const BYTES_PER_UNIT = 3;

const encoder = new TextEncoder();
/** A comma and a line break follow each feature. */
const BETWEEN = encoder.encode(',\n');
const decoder = new TextDecoder();

/** Features as JSON texts, one after another, that are found by their number and parsed when they are wanted. */
export class FeatureBytes {
  readonly #slabs: Uint8Array<ArrayBuffer>[] = [];
  #used = 0;
  #slab = new Uint32Array(1024);
  #start = new Uint32Array(1024);
  #length = new Uint32Array(1024);
  count = 0;

  add(feature: unknown): void {
    this.addText(JSON.stringify(feature));
  }

  /** One JSON text. */
  addText(json: string): void {
    const slab = this.#room(json.length * BYTES_PER_UNIT);
    this.#took(encoder.encodeInto(json, slab.subarray(this.#used)).written, slab);
  }

  /** The bytes of one JSON text; line breaks outside strings do no harm. They are copied. */
  addBytes(json: Uint8Array): void {
    const slab = this.#room(json.length);
    slab.set(json, this.#used);
    this.#took(json.length, slab);
  }

  /** The slab with room for so many bytes more. */
  #room(bytes: number): Uint8Array<ArrayBuffer> {
    const last = this.#slabs[this.#slabs.length - 1];
    const needed = bytes + BETWEEN.length;
    if (last && this.#used + needed <= last.length) return last;
    const wanted = last ? Math.min(2 * last.length, MAX_SLAB_BYTES) : FIRST_SLAB_BYTES;
    const slab = new Uint8Array(Math.max(wanted, needed));
    this.#slabs.push(slab);
    this.#used = 0;
    return slab;
  }

  /** So many bytes of the slab are the next feature. */
  #took(length: number, slab: Uint8Array): void {
    if (this.count === this.#slab.length) this.#grow();
    this.#slab[this.count] = this.#slabs.length - 1;
    this.#start[this.count] = this.#used;
    this.#length[this.count] = length;
    slab.set(BETWEEN, this.#used + length);
    this.#used += length + BETWEEN.length;
    this.count += 1;
  }

  text(index: number): string {
    const start = this.#start[index]!;
    const slab = this.#slabs[this.#slab[index]!]!;
    return decoder.decode(slab.subarray(start, start + this.#length[index]!));
  }

  feature(index: number): Feature {
    return JSON.parse(this.text(index)) as Feature;
  }

  /** All of them as a FeatureCollection. */
  blob(): Blob {
    const last = this.#slabs.length - 1;
    const parts = this.#slabs.map((slab, i) =>
      i === last ? slab.subarray(0, this.#used - BETWEEN.length) : slab.subarray(0, end(slab)),
    );
    return new Blob(['{"type":"FeatureCollection","features":[\n', ...parts, '\n]}\n'], {
      type: 'application/geo+json',
    });
  }

  #grow(): void {
    const wider = (from: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
      const to = new Uint32Array(from.length * 2);
      to.set(from);
      return to;
    };
    this.#slab = wider(this.#slab);
    this.#start = wider(this.#start);
    this.#length = wider(this.#length);
  }
}

/** Where the zeros at the end of a slab begin, which it does not fill: JSON holds none. */
function end(slab: Uint8Array): number {
  let at = slab.length;
  while (at > 0 && slab[at - 1] === 0) at -= 1;
  return at;
}
