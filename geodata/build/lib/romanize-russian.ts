const LETTERS: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'zh', з: 'z', и: 'i', й: 'y',
  к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f',
  х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
}; // prettier-ignore

/**
 * English form of a Russian place name by the rule of Russian road signs and maps (BGN/PCGN without
 * its apostrophes): е is ye at the beginning of a word and after a vowel, ъ or ь; -ый and -ий end
 * in y; ё is yo. Roman numerals and other Latin letters stay.
 */
export function romanizeRussian(name: string): string {
  return name
    .replace(/[ыи]й(?![а-яё])/giu, 'ы')
    .replace(/[а-яё]/giu, (letter, at: number, whole: string) => {
      const small = letter.toLowerCase();
      const before = (whole[at - 1] ?? ' ').toLowerCase();
      const latin =
        small === 'е' && /[^бвгджзйклмнпрстфхцчшщ]/u.test(before) ? 'ye' : LETTERS[small]!;
      return letter === small ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
    });
}
