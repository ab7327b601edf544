/**
 * Reader of Marble's PN2 files (version 2), in which KDE Marble ships Natural Earth. Big-endian.
 * Head: version u8, number of features u32, map colour u8. Record: flag u8, feature id u32, number
 * of absolute nodes u32, and where the file has map colours, one byte more on rings. An absolute
 * node is i16 latitude, i16 longitude (1/120 degree) and i16 n, followed by n pairs of i8 offsets
 * from it. Flag 4 stands before the parts of a feature: u32 id, u8 number.
 */
export interface Pn2Part {
  kind: 'line' | 'outer' | 'inner';
  /** Parts of one feature share it. */
  id: number;
  /** Longitude and latitude in 1/120 degree. */
  points: [number, number][];
}

const KINDS: Record<number, Pn2Part['kind']> = { 0: 'line', 2: 'outer', 3: 'inner' };
const PARTS_FOLLOW = 4;

export function readPn2(bytes: Buffer): Pn2Part[] {
  const reader = new Reader(bytes);
  if (reader.u8() !== 2) throw new Error('only version 2 of PN2 is known');
  reader.u32();
  if (reader.u8() !== 0) throw new Error('PN2 with map colours is not read here');
  const parts: Pn2Part[] = [];
  while (!reader.isAtEnd()) {
    const flag = reader.u8();
    const id = reader.u32();
    if (flag === PARTS_FOLLOW) {
      reader.u8();
      continue;
    }
    const kind = KINDS[flag];
    if (!kind) throw new Error(`PN2 record of unknown kind ${flag}`);
    parts.push({ kind, id, points: readPoints(reader) });
  }
  return parts;
}

function readPoints(reader: Reader): [number, number][] {
  const points: [number, number][] = [];
  for (let node = reader.u32(); node > 0; node--) {
    const lat = reader.i16();
    const lng = reader.i16();
    points.push([lng, lat]);
    for (let relative = reader.i16(); relative > 0; relative--) {
      const dLat = reader.i8();
      points.push([lng + reader.i8(), lat + dLat]);
    }
  }
  return points;
}

class Reader {
  private at = 0;
  constructor(private readonly bytes: Buffer) {}
  isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }
  u8(): number {
    return this.bytes.readUInt8(this.at++);
  }
  i8(): number {
    return this.bytes.readInt8(this.at++);
  }
  i16(): number {
    this.at += 2;
    return this.bytes.readInt16BE(this.at - 2);
  }
  u32(): number {
    this.at += 4;
    return this.bytes.readUInt32BE(this.at - 4);
  }
}
