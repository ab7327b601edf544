/**
 * Chinese names in Russian letters by the Palladius rule (the practical transcription used on
 * Russian maps), from Hanyu Pinyin without tone marks. Names made with it are marked
 * `transliterated: ['ru']`.
 */

const INITIALS: Record<string, string> = {
  b: 'б',
  p: 'п',
  m: 'м',
  f: 'ф',
  d: 'д',
  t: 'т',
  n: 'н',
  l: 'л',
  g: 'г',
  k: 'к',
  h: 'х',
  j: 'цз',
  q: 'ц',
  x: 'с',
  zh: 'чж',
  ch: 'ч',
  sh: 'ш',
  r: 'ж',
  z: 'цз',
  c: 'ц',
  s: 'с',
};

const FINALS: Record<string, string> = {
  a: 'а',
  o: 'о',
  e: 'э',
  i: 'и',
  u: 'у',
  ü: 'юй',
  ai: 'ай',
  ei: 'эй',
  ui: 'уй',
  ao: 'ао',
  ou: 'оу',
  iu: 'ю',
  ie: 'е',
  üe: 'юэ',
  an: 'ань',
  en: 'энь',
  in: 'инь',
  un: 'унь',
  ün: 'юнь',
  ang: 'ан',
  eng: 'эн',
  ing: 'ин',
  ong: 'ун',
  ia: 'я',
  iao: 'яо',
  ian: 'янь',
  iang: 'ян',
  iong: 'юн',
  ua: 'уа',
  uo: 'о',
  uai: 'уай',
  uan: 'уань',
  üan: 'юань',
  uang: 'уан',
};

/** Syllables that no initial and final make up, or not by rule. */
const WHOLE: Record<string, string> = {
  er: 'эр',
  hui: 'хуэй',
  zi: 'цзы',
  ci: 'цы',
  si: 'сы',
  yi: 'и',
  ya: 'я',
  ye: 'е',
  yao: 'яо',
  you: 'ю',
  yan: 'янь',
  yin: 'инь',
  yang: 'ян',
  ying: 'ин',
  yong: 'юн',
  yu: 'юй',
  yue: 'юэ',
  yuan: 'юань',
  yun: 'юнь',
  wu: 'у',
  wa: 'ва',
  wo: 'во',
  wai: 'вай',
  wei: 'вэй',
  wan: 'вань',
  wen: 'вэнь',
  wang: 'ван',
  weng: 'вэн',
};

/**
 * A place name in Russian letters, or undefined where it cannot be read as `syllables` syllables
 * of Pinyin (a name such as "Hohhot" that is not Chinese).
 */
export function palladius(pinyin: string, syllables: number): string | undefined {
  const parts = pinyin.toLowerCase().split(/['’\s-]/);
  const split = splitAll(parts, syllables);
  if (!split) return undefined;
  let name = '';
  for (const one of split) {
    const written = syllable(one)!;
    name += /н$/.test(name) && /^[аоэиуюяе]/.test(written) ? `ъ${written}` : written;
  }
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The only way (or the first) to read the parts as so many syllables altogether. */
function splitAll(parts: string[], count: number): string[] | undefined {
  const [first, ...rest] = parts;
  if (first === undefined) return count === 0 ? [] : undefined;
  if (first === '') return splitAll(rest, count);
  for (let length = Math.min(6, first.length); length > 0; length--) {
    const head = first.slice(0, length);
    if (count < 1 || !syllable(head)) continue;
    const tail = splitAll([first.slice(length), ...rest], count - 1);
    if (tail) return [head, ...tail];
  }
  return undefined;
}

function syllable(pinyin: string): string | undefined {
  if (WHOLE[pinyin]) return WHOLE[pinyin];
  const initial = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcs])?/.exec(pinyin)![0];
  const rest = pinyin.slice(initial.length);
  if (!initial && !/^[aeo]/.test(rest)) return undefined;
  // After j, q and x the letter u stands for ü.
  const final = FINALS[/^[jqx]$/.test(initial) ? rest.replace(/^u/, 'ü') : rest];
  return final && `${INITIALS[initial] ?? ''}${final}`;
}
