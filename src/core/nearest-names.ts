import { distance } from 'fastest-levenshtein';

/** Lower case, compatibility forms and accents unified: how names are compared loosely. */
export const foldName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

/** The candidates that look most like a text, best first, at most `count`, none where all are far. */
export function nearestNames(text: string, candidates: Iterable<string>, count = 3): string[] {
  const wanted = foldName(text).slice(0, 100);
  if (wanted === '') return [];
  const rated: { candidate: string; score: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const folded = foldName(candidate);
    const edits = distance(wanted, folded);
    // A name that begins with what was typed, or holds it, is near however long it is.
    const score = wanted.length >= 3 && folded.includes(wanted) ? Math.min(edits, 2) : edits;
    if (score <= Math.max(2, Math.ceil(wanted.length / 2))) rated.push({ candidate, score });
  }
  rated.sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1));
  // An id and a name that differ in their capitals are one suggestion: the id.
  const byFolded = new Map<string, string>();
  for (const { candidate } of rated) byFolded.set(foldName(candidate), candidate);
  return [...byFolded.values()].slice(0, count);
}

/** `; did you mean a, b or c?`, or nothing. */
export function suggestion(names: readonly string[]): string {
  if (names.length === 0) return '';
  const last = names[names.length - 1]!;
  const list = names.length === 1 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
  return `; did you mean ${list}?`;
}
