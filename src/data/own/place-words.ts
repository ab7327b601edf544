/** How the features of one file are called in messages: plain data, to be kept with the layer. */
export interface PlaceWords {
  what: 'line' | 'record' | 'placemark' | 'feature';
  /** The first feature of the layer that is called so. */
  from: number;
  /** From which feature on the numbers count up, and from which number, in order. */
  runs: [index: number, number: number][];
}

/** By number from 1, as people count, where the format has no member names that tell more. */
export const numberedFrom1 = (what: PlaceWords['what'], from: number): PlaceWords => ({
  what,
  from,
  runs: [[from, 1]],
});

/** Says the number of the feature that comes, which is not before those that came. */
export function noteNumber({ runs }: PlaceWords, index: number, number: number): void {
  const last = runs[runs.length - 1];
  if (last && last[1] + index - last[0] === number) return;
  // The row that was to be this feature was none.
  if (last?.[0] === index) runs.pop();
  runs.push([index, number]);
}

/** What a feature is called, with what lies within it; undefined where no words are known of it. */
export function placeInWords(
  words: readonly PlaceWords[],
  index: number,
  within: string,
): string | undefined {
  const own = words.findLast(({ from }) => from <= index);
  const run = own?.runs.findLast(([from]) => from <= index);
  if (!own || !run) return undefined;
  const place = `${own.what} ${run[1] + index - run[0]}`;
  // In a line of a table there are no members.
  const member = own.what === 'line' ? '' : within.replace(/^\./, '');
  return [place, member].filter(Boolean).join(', ');
}
