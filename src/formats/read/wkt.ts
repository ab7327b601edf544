import type { Geometry, Position } from 'geojson';

/** A geometry from well-known text (OGC 06-103r4), with or without `SRID=...;`; undefined where it is none. */
export function geometryOfWkt(text: string): Geometry | undefined {
  const words = text
    .replace(/^\s*SRID=\d+;/i, '')
    .match(/[A-Za-z]+|-?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|[(),]/g);
  if (!words || words.length > 5_000_000) return undefined;
  const parser = new Parser(words);
  try {
    const geometry = parser.geometry();
    return parser.atEnd ? geometry : undefined;
  } catch {
    return undefined;
  }
}

const TYPES: Readonly<Record<string, [Exclude<Geometry['type'], 'GeometryCollection'>, number]>> = {
  POINT: ['Point', 0],
  MULTIPOINT: ['MultiPoint', 1],
  LINESTRING: ['LineString', 1],
  MULTILINESTRING: ['MultiLineString', 2],
  POLYGON: ['Polygon', 2],
  MULTIPOLYGON: ['MultiPolygon', 3],
};

class Parser {
  #at = 0;
  constructor(readonly words: readonly string[]) {}

  get atEnd(): boolean {
    return this.#at === this.words.length;
  }

  geometry(depth = 0): Geometry {
    const name = this.#next().toUpperCase();
    if (/^(Z|M|ZM|EMPTY)$/i.test(this.#peek())) this.#at += 1;
    if (name === 'GEOMETRYCOLLECTION' && depth < 8) {
      const geometries = this.#list(() => this.geometry(depth + 1));
      return { type: 'GeometryCollection', geometries };
    }
    const known = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
    if (!known) throw new Error(name);
    const [type, levels] = known;
    const coordinates = levels === 0 ? this.#list(() => this.#position())[0] : this.#nested(levels);
    return { type, coordinates } as Geometry;
  }

  #nested(levels: number): unknown {
    if (levels === 1)
      // MULTIPOINT may have brackets around each of its points.
      return this.#list(() =>
        this.#peek() === '(' ? this.#list(() => this.#position())[0] : this.#position(),
      );
    return this.#list(() => this.#nested(levels - 1));
  }

  #list<T>(item: () => T): T[] {
    this.#expect('(');
    const items = [item()];
    while (this.#peek() === ',') {
      this.#at += 1;
      items.push(item());
    }
    this.#expect(')');
    return items;
  }

  #position(): Position {
    const numbers: number[] = [];
    while (/^-?\d/.test(this.#peek())) numbers.push(Number(this.#next()));
    if (numbers.length < 2) throw new Error('no position');
    return numbers.slice(0, 3);
  }

  #peek(): string {
    return this.words[this.#at] ?? '';
  }

  #next(): string {
    const word = this.#peek();
    this.#at += 1;
    return word;
  }

  #expect(word: string): void {
    if (this.#next() !== word) throw new Error(`no ${word}`);
  }
}
