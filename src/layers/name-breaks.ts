/**
 * Where a Han name may go on in the next line, marked by a zero-width space: a text in Han may be broken
 * between any two letters, and a name that is broken so is read as two. MapLibre prefers these marks,
 * paper keeps to them. No dictionary helps: ICU's takes foreign names to pieces.
 */
export const BREAK = '\u200b';

/** Words that say what kind of place a name is, and can stand in a line of their own after a long one. */
const KINDS = '边疆区|自治区|自治州|共和国|群岛|海峡|水库';

/**
 * After a dash or a dot, before a bracket, before the last word where it says the kind. Names that need
 * no second line have no mark there: where letters are spaced it shows.
 */
const PLACES = new RegExp(
  String.raw`(?<=\p{Script=Han}[–—·-])(?=\p{Script=Han})|(?<=\p{Script=Han})(?=（)|(?<=\p{Script=Han}{6})(?=(?:${KINDS})$)`,
  'gu',
);

/** The name with its marks; without Han it has none. */
export const withBreaks = (name: string): string => name.replace(PLACES, BREAK);

/** The name as it is read. */
export const withoutBreaks = (name: string): string => name.replaceAll(BREAK, '');
