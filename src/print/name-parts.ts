/**
 * Where a name may go on in the next line. A text in Han may be broken between any two letters; a name
 * that is broken so is read as two. No dictionary helps: ICU's takes foreign names to pieces.
 */

/** What names of their kind end in, as a line of its own. */
const KIND = /(?=(?:边疆区|自治区|自治州|共和国|群岛|海峡|水库)$)/u;

/** Past so many times the widest line a name is a text, such as a remark of an own layer. */
const LONG = 2;

/**
 * A name's parts in order, which together are the name.
 *
 * @param pieces the name cut wherever a text may be broken
 * @param widths how many of the widest lines a part is wide
 */
export function nameParts(pieces: readonly string[], widths: (part: string) => number): string[] {
  const parts: string[][] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (last && !mayBreak(last.at(-1)!, piece)) last.push(piece);
    else parts.push([piece]);
  }
  return parts.flatMap((letters) => {
    const part = letters.join('');
    const wide = widths(part);
    return wide <= 1 ? [part] : wide <= LONG ? part.split(KIND) : letters;
  });
}

/** After a space, a dash or a dot, and before a bracket. */
const mayBreak = (before: string, after: string): boolean =>
  /[\s–—·-]$/u.test(before) || /^[（《「]/u.test(after);
