import type { Anchor, Labels } from '../network/search';
import type { Network } from '../network/types';
import { arrivalAt, doorPosition } from '../network/way';
import { addChain, addPiece, sumLayout } from './route-sums';

/**
 * Sums of the ways of a search without unpacking them: the row of a junction is that of the one
 * before it and one chain more, so ways that share their beginning share its work. Piece by piece in
 * the order of the way, as `sumPieces` adds, so that both agree to the bit.
 */
export class SumsTree {
  readonly #network: Network;
  readonly #layout;
  /** Row of junction j from `j * width`, where the search in hand has been there. */
  readonly #rows: Float64Array;
  /** The search that a junction's row is of. */
  readonly #madeFor: Int32Array;
  #search = 0;
  #labels: Labels | undefined;
  readonly #branch: number[] = [];

  constructor(network: Network) {
    const { junctionCount } = network.joined;
    this.#network = network;
    this.#layout = sumLayout(network);
    this.#rows = new Float64Array(junctionCount * this.#layout.width);
    this.#madeFor = new Int32Array(junctionCount);
  }

  /** What follows is about the ways of this search. */
  follow(labels: Labels): void {
    this.#labels = labels;
    this.#search++;
  }

  /** The sums of the way to an anchor, as `sumLayout` has them, until the next call; undefined: no way. */
  rowTo(anchor: Anchor): Float64Array | undefined {
    const [network, labels, row] = [this.#network, this.#labels!, this.#layout.scratch];
    const { joined } = network;
    const arrival = arrivalAt(joined, labels, anchor);
    if (!arrival) return undefined;
    row.fill(0);
    if ('seed' in arrival.by) {
      const from = labels.seeds[arrival.by.seed]!.anchor;
      if ('chain' in from && 'chain' in anchor)
        addPiece(network, this.#layout, row, {
          ...{ chain: anchor.chain, start: from.position, end: anchor.position },
        });
      return row;
    }
    const { junction } = arrival.by;
    this.#reach(junction);
    const { width } = this.#layout;
    row.set(this.#rows.subarray(junction * width, (junction + 1) * width));
    if ('chain' in anchor) {
      const start = doorPosition(joined, labels.metric, anchor, junction);
      if (start !== anchor.position)
        addPiece(network, this.#layout, row, { chain: anchor.chain, start, end: anchor.position });
    }
    return row;
  }

  /** Makes the row of a junction and of those before it. */
  #reach(junction: number): void {
    const { chainFrom, chainTo } = this.#network.joined;
    const { parent } = this.#labels!;
    const branch = this.#branch;
    branch.length = 0;
    while (this.#madeFor[junction] !== this.#search) {
      branch.push(junction);
      const chain = parent[junction]!;
      if (chain < 0) break;
      junction = chainTo[chain] === junction ? chainFrom[chain]! : chainTo[chain]!;
    }
    for (let i = branch.length - 1; i >= 0; i--) this.#add(branch[i]!);
  }

  #add(junction: number): void {
    const { chainFrom, chainTo } = this.#network.joined;
    const { width } = this.#layout;
    const rows = this.#rows;
    const at = junction * width;
    const chain = this.#labels!.parent[junction]!;
    if (chain < 0) rows.set(this.#seedRow(-1 - chain, junction), at);
    else {
      const before = chainTo[chain] === junction ? chainFrom[chain]! : chainTo[chain]!;
      rows.copyWithin(at, before * width, (before + 1) * width);
      addChain(this.#layout, rows, at, chain);
    }
    this.#madeFor[junction] = this.#search;
  }

  /** The sums from a seed to the junction by which it leaves its chain. */
  #seedRow(seed: number, junction: number): Float64Array {
    const [network, labels] = [this.#network, this.#labels!];
    const row = new Float64Array(this.#layout.width);
    const from = labels.seeds[seed]!.anchor;
    if (!('chain' in from)) return row;
    const end = doorPosition(network.joined, labels.metric, from, junction);
    if (from.position !== end)
      addPiece(network, this.#layout, row, { chain: from.chain, start: from.position, end });
    return row;
  }
}
