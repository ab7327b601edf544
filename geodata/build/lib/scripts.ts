/**
 * GeoNames' alternate names carry no language. These rules tell which of them is the local one.
 */

/**
 * Whether every character belongs to GB 2312, the repertoire of simplified Chinese. The decoder's
 * rows B0 to F7 of two bytes from A1 up are exactly its hanzi.
 */
export function isSimplifiedChinese(name: string): boolean {
  return [...name].every((character) => gb2312().has(character));
}

let repertoire: Set<string> | undefined;

function gb2312(): Set<string> {
  if (!repertoire) {
    const decoder = new TextDecoder('gb2312');
    repertoire = new Set();
    for (let row = 0xb0; row <= 0xf7; row++)
      for (let cell = 0xa1; cell <= 0xfe; cell++)
        repertoire.add(decoder.decode(Uint8Array.of(row, cell)));
  }
  return repertoire;
}

const RUSSIAN = /^[А-Яа-яЁё .-]+$/;

const LATIN: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/**
 * The Russian name among Cyrillic ones: written in the Russian alphabet, and its transliteration
 * (BGN/PCGN) closest to the Latin name; the first of equals. Undefined where none is close: more
 * than a third of the letters differ.
 */
export function russianName(cyrillic: string[], latin: string): string | undefined {
  const wanted = letters(latin);
  const ranked = cyrillic
    .filter((name) => RUSSIAN.test(name))
    .map((name) => ({
      name,
      distance:
        editDistance(letters(toLatin(name)), wanted) +
        (name.includes('-') === latin.includes('-') ? 0 : 0.5),
    }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= wanted.length / 3 ? best.name : undefined;
}

const toLatin = (name: string): string =>
  [...name.toLowerCase()].map((letter) => LATIN[letter] ?? letter).join('');

/** A Cyrillic name in Latin letters by the same rule, with capitals where words begin. */
export function romanized(name: string): string {
  return toLatin(name).replace(
    /(^|[ -])(.)/g,
    (_, gap: string, first: string) => gap + first.toUpperCase(),
  );
}

const letters = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

/** Levenshtein's distance between two words. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length]!;
}
