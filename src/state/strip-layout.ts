/** A place along a corridor as a strip diagram asks for it. */
export interface StripPlace {
  id: string;
  atKm: number;
  /** Names of places with a low rank are put down first; absent: a tick without a name. */
  rank?: number | undefined;
  label: string;
}

/** What a band says of a stretch; the same value runs on without a seam. */
export interface BandPart {
  value: string;
  fromKm: number;
  toKm: number;
}

export interface PlacedName {
  /** 0 is next to the axis. */
  row: number;
  /** Left end and width of the text, px. */
  x: number;
  width: number;
}

export interface PlacedMark {
  id: string;
  /** px from the left end of the strip. */
  x: number;
  /** Absent where there is no room for it, or no name is wanted. */
  name?: PlacedName | undefined;
}

/** Free space between two names, px. */
const GAP_PX = 6;
/** How far a name beside its leader reaches over it, px. */
const BESIDE_PX = 3;

/** Where the strip is drawn, px: the axis from 0 to `axis`, names from `from` to `to`. */
export interface StripRoom {
  from: number;
  axis: number;
  to: number;
}

/**
 * Marks of places on an axis, in the order given. Names are put down by rank, each over its mark,
 * else beside its leader, in the lowest row that has room; those of rank 0, which stand at the ends,
 * in the highest. Names do not overlap, and no leader runs through a name.
 */
export function placeMarks(
  places: readonly StripPlace[],
  lengthKm: number,
  room: StripRoom,
  rows: number,
  textWidth: (text: string) => number,
): PlacedMark[] {
  const marks: PlacedMark[] = places.map(({ id, atKm }) => ({
    id,
    x: lengthKm > 0 ? (atKm / lengthKm) * room.axis : 0,
  }));
  const byRank = places
    .map((place, i) => ({ place, mark: marks[i]! }))
    .filter(({ place }) => place.rank !== undefined)
    .sort((a, b) => a.place.rank! - b.place.rank! || a.mark.x - b.mark.x);
  const placed: { x: number; name: PlacedName }[] = [];
  for (const { place, mark } of byRank) {
    const width = textWidth(place.label);
    const inRoom = (x: number): number => Math.max(room.from, Math.min(x, room.to - width));
    const starts = [mark.x - width / 2, mark.x - BESIDE_PX, mark.x - width + BESIDE_PX].map(inRoom);
    const candidates = Array.from({ length: rows }, (_, i) => (place.rank === 0 ? rows - 1 - i : i))
      .flatMap((row) => starts.map((x): PlacedName => ({ row, x, width })))
      .filter((name) => placed.every((other) => goTogether({ x: mark.x, name }, other)));
    const [name] = candidates;
    if (!name) continue;
    mark.name = name;
    placed.push({ x: mark.x, name });
  }
  return marks;
}

/** Neither does one name lie on the other, nor a leader on a name. */
function goTogether(
  a: { x: number; name: PlacedName },
  b: { x: number; name: PlacedName },
): boolean {
  if (a.name.row === b.name.row)
    return (
      a.name.x + a.name.width + GAP_PX <= b.name.x || b.name.x + b.name.width + GAP_PX <= a.name.x
    );
  const [lower, upper] = a.name.row < b.name.row ? [a, b] : [b, a];
  const { x, width } = lower.name;
  return upper.x < x - GAP_PX / 2 || upper.x > x + width + GAP_PX / 2;
}

/** Neighbouring stretches of the same value as one; those without a value leave a gap. */
export function bandParts(
  stretches: readonly { km: number; value: string | undefined }[],
): BandPart[] {
  const parts: BandPart[] = [];
  let atKm = 0;
  for (const { km, value } of stretches) {
    const last = parts[parts.length - 1];
    if (last && last.value === value && last.toKm === atKm) last.toKm += km;
    else if (value !== undefined) parts.push({ value, fromKm: atKm, toKm: atKm + km });
    atKm += km;
  }
  return parts;
}

/** Steps of 1, 2 or 5 times a power of ten, so that the ticks lie at least `minPx` apart. */
export function axisTicks(lengthKm: number, widthPx: number, minPx = 70): number[] {
  if (!(lengthKm > 0) || !(widthPx > 0)) return [0];
  const least = (lengthKm * minPx) / widthPx;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((s) => s >= least)!;
  const ticks: number[] = [];
  for (let i = 0; i * step <= lengthKm; i++) ticks.push(i * step);
  return ticks;
}
