import type { Piece, Step } from '../network/way';
import { stepsOf } from '../network/way';
import { LINK_KINDS, type KmSource, type Network } from '../network/types';
import { MODES, STATUSES, type HoursRange } from '../types';
import type { RouteSums } from './answers';

/**
 * Sums of a way as one row of numbers, so that ways are added up chain by chain: a matrix of ninety
 * hubs has eight thousand of them. The columns: km by mode, status, source, country and gauge, hours
 * (low, typical, high) by part, then how many crossings and gauge breaks are passed.
 */
export interface SumLayout {
  countries: string[];
  gauges: number[];
  /** First column of each group. */
  statusAt: number;
  sourceAt: number;
  countryAt: number;
  gaugeAt: number;
  hoursAt: number;
  crossingsAt: number;
  gaugeBreaksAt: number;
  width: number;
  /** Columns of every edge: mode, status, source, country. */
  edgeColumns: Int32Array;
  /** Columns and values of every chain's row that are not 0: a chain has about ten. */
  firstEntry: Int32Array;
  entryColumn: Uint16Array;
  entryValue: Float64Array;
  /** The row that is being added up. */
  scratch: Float64Array;
}

const SOURCES: KmSource[] = ['published', 'geometry', 'added', 'straight'];
const COLUMNS_PER_EDGE = 4;
const BORDER = LINK_KINDS.indexOf('border');
const GAUGE = LINK_KINDS.indexOf('gauge');

const layouts = new WeakMap<Network, SumLayout>();

/** The layout of a network's sums, with the sums of its chains; made once a network. */
export function sumLayout(network: Network): SumLayout {
  const known = layouts.get(network);
  if (known) return known;
  const countries = [...new Set(network.edges.map((edge) => edge.country))].sort();
  const gauges = [...new Set(network.edges.flatMap((edge) => edge.gauges))].sort((a, b) => b - a);
  const statusAt = MODES.length;
  const sourceAt = statusAt + STATUSES.length;
  const countryAt = sourceAt + SOURCES.length;
  const gaugeAt = countryAt + countries.length;
  const hoursAt = gaugeAt + gauges.length;
  const crossingsAt = hoursAt + 3 * LINK_KINDS.length;
  const gaugeBreaksAt = crossingsAt + 1;
  const width = gaugeBreaksAt + 1;
  const countryColumn = new Map(countries.map((country, i) => [country, countryAt + i]));
  const edgeColumns = new Int32Array(network.edges.length * COLUMNS_PER_EDGE);
  network.edges.forEach((edge, i) => {
    edgeColumns[COLUMNS_PER_EDGE * i] = MODES.indexOf(edge.mode);
    edgeColumns[COLUMNS_PER_EDGE * i + 1] = statusAt + STATUSES.indexOf(edge.status);
    edgeColumns[COLUMNS_PER_EDGE * i + 2] = sourceAt + SOURCES.indexOf(edge.kmSource);
    edgeColumns[COLUMNS_PER_EDGE * i + 3] = countryColumn.get(edge.country)!;
  });
  const at = { statusAt, sourceAt, countryAt, gaugeAt, hoursAt, crossingsAt, gaugeBreaksAt, width };
  const { firstLink, chainLink, chainCount } = network.joined;
  const scratch = new Float64Array(width);
  const layout: SumLayout = {
    countries,
    gauges,
    ...at,
    edgeColumns,
    firstEntry: new Int32Array(chainCount + 1),
    entryColumn: new Uint16Array(chainCount * width),
    entryValue: new Float64Array(chainCount * width),
    scratch,
  };
  let entries = 0;
  for (let chain = 0; chain < chainCount; chain++) {
    scratch.fill(0);
    for (let p = firstLink[chain]!; p < firstLink[chain + 1]!; p++)
      addStep(network, layout, scratch, { link: chainLink[p]!, start: 0, end: 1 });
    for (let column = 0; column < width; column++) {
      if (scratch[column] === 0) continue;
      layout.entryColumn[entries] = column;
      layout.entryValue[entries++] = scratch[column]!;
    }
    layout.firstEntry[chain + 1] = entries;
  }
  layouts.set(network, layout);
  return layout;
}

function addStep(network: Network, layout: SumLayout, row: Float64Array, step: Step): void {
  const { link } = step;
  const share = Math.abs(step.end - step.start);
  const edge = network.linkEdge[link]!;
  if (edge >= 0) {
    const km = network.linkKm[link]! * share;
    const first = COLUMNS_PER_EDGE * edge;
    for (let c = first; c < first + COLUMNS_PER_EDGE; c++) row[layout.edgeColumns[c]!]! += km;
    const gauge = layout.gauges.indexOf(network.stateGauge[network.linkA[link]!]!);
    if (gauge >= 0) row[layout.gaugeAt + gauge]! += km;
  }
  const kind = network.linkKind[link]!;
  if (kind === BORDER) row[layout.crossingsAt]! += 1;
  else if (kind === GAUGE) row[layout.gaugeBreaksAt]! += 1;
  const hours = layout.hoursAt + 3 * kind;
  row[hours]! += network.linkHoursLow[link]! * share;
  row[hours + 1]! += network.linkHoursTypical[link]! * share;
  row[hours + 2]! += network.linkHoursHigh[link]! * share;
}

/** Adds a piece of a way to a row: in the order of the way, so that two that add it up agree to the bit. */
export function addPiece(
  network: Network,
  layout: SumLayout,
  row: Float64Array,
  piece: Piece,
): void {
  const { joined } = network;
  const first = joined.firstLink[piece.chain]!;
  const last = joined.firstLink[piece.chain + 1]!;
  const whole =
    Math.min(piece.start, piece.end) === first && Math.max(piece.start, piece.end) === last;
  if (whole) addChain(layout, row, 0, piece.chain);
  else for (const step of stepsOf(joined, piece)) addStep(network, layout, row, step);
}

/** Adds a whole chain to the row that begins at `at`. */
export function addChain(layout: SumLayout, row: Float64Array, at: number, chain: number): void {
  const { firstEntry, entryColumn, entryValue } = layout;
  const to = firstEntry[chain + 1]!;
  for (let e = firstEntry[chain]!; e < to; e++) row[at + entryColumn[e]!]! += entryValue[e]!;
}

/** Adds up the pieces of a way. */
export function sumPieces(network: Network, pieces: readonly Piece[]): RouteSums {
  const layout = sumLayout(network);
  const row = layout.scratch.fill(0);
  for (const piece of pieces) addPiece(network, layout, row, piece);
  return readRow(layout, row);
}

/** Km and hours (low, typical, high) of a row. */
export function totalsOf(
  layout: SumLayout,
  row: Float64Array,
): { distanceKm: number; hours: HoursRange } {
  let low = 0;
  let typical = 0;
  let high = 0;
  for (let i = layout.hoursAt; i < layout.crossingsAt; i += 3) {
    low += row[i]!;
    typical += row[i + 1]!;
    high += row[i + 2]!;
  }
  let distanceKm = 0;
  for (let i = 0; i < MODES.length; i++) distanceKm += row[i]!;
  return { distanceKm, hours: { low, typical, high } };
}

/** Of a part that a way has not: one for all, since a matrix has thousands of ways. */
const NO_HOURS: HoursRange = Object.freeze({ low: 0, typical: 0, high: 0 });

function readHours(row: Float64Array, at: number): HoursRange {
  if (row[at + 2] === 0) return NO_HOURS;
  return { low: row[at]!, typical: row[at + 1]!, high: row[at + 2]! };
}

/** The figures of a group that are not 0. */
function readGroup<K extends string | number>(
  row: Float64Array,
  keys: readonly K[],
  at: number,
): Record<K, number> {
  const found = {} as Record<K, number>;
  for (let i = 0; i < keys.length; i++) {
    const km = row[at + i]!;
    if (km > 0) found[keys[i]!] = km;
  }
  return found;
}

/** The sums that a row holds. */
export function readRow(layout: SumLayout, row: Float64Array): RouteSums {
  const at = layout.hoursAt;
  return {
    ...totalsOf(layout, row),
    // In the order of LINK_KINDS.
    hoursByPart: {
      running: readHours(row, at),
      border: readHours(row, at + 3),
      gauge: readHours(row, at + 6),
      port: readHours(row, at + 9),
      transfer: readHours(row, at + 12),
    },
    byMode: readGroup(row, MODES, 0),
    byCountry: readGroup(row, layout.countries, layout.countryAt),
    byGauge: readGroup(row, layout.gauges, layout.gaugeAt),
    byStatus: readGroup(row, STATUSES, layout.statusAt),
    publishedKm: row[layout.sourceAt]!,
    geometryKm: row[layout.sourceAt + 1]!,
    addedKm: row[layout.sourceAt + 2]!,
    straightKm: row[layout.sourceAt + 3]!,
  };
}
