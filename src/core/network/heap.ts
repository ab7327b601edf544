/**
 * A heap with four children a node over the integers 0 to size - 1, smallest key first; a key may be
 * lowered in place. Four children a node need half the levels of two and stay in one cache line.
 */
export class QuaternaryHeap {
  private readonly items: Int32Array;
  private readonly keys: Float64Array;
  /** Position of an item in the heap; -1 where it is not in it. */
  private readonly at: Int32Array;
  size = 0;

  constructor(capacity: number) {
    this.items = new Int32Array(capacity);
    this.keys = new Float64Array(capacity);
    this.at = new Int32Array(capacity).fill(-1);
  }

  /** The smallest key; Infinity where the heap is empty. */
  get minKey(): number {
    return this.size === 0 ? Infinity : this.keys[0]!;
  }

  clear(): void {
    for (let i = 0; i < this.size; i++) this.at[this.items[i]!] = -1;
    this.size = 0;
  }

  /** Adds an item, or lowers its key where it is in the heap already. */
  push(item: number, key: number): void {
    const { items, keys, at } = this;
    let i = at[item]!;
    if (i < 0) i = this.size++;
    while (i > 0) {
      const parent = (i - 1) >> 2;
      const parentKey = keys[parent]!;
      if (parentKey <= key) break;
      const parentItem = items[parent]!;
      items[i] = parentItem;
      keys[i] = parentKey;
      at[parentItem] = i;
      i = parent;
    }
    items[i] = item;
    keys[i] = key;
    at[item] = i;
  }

  /** Takes the item with the smallest key; -1 where there is none. */
  pop(): number {
    if (this.size === 0) return -1;
    const { items, keys, at } = this;
    const top = items[0]!;
    at[top] = -1;
    const last = --this.size;
    if (last === 0) return top;
    const item = items[last]!;
    const key = keys[last]!;
    let i = 0;
    for (;;) {
      const first = 4 * i + 1;
      if (first >= last) break;
      const end = Math.min(first + 4, last);
      let least = first;
      for (let child = first + 1; child < end; child++)
        if (keys[child]! < keys[least]!) least = child;
      const leastKey = keys[least]!;
      if (leastKey >= key) break;
      const leastItem = items[least]!;
      items[i] = leastItem;
      keys[i] = leastKey;
      at[leastItem] = i;
      i = least;
    }
    items[i] = item;
    keys[i] = key;
    at[item] = i;
    return top;
  }
}
