/**
 * `npm run fonts`: subsets Noto Sans (SIL Open Font License 1.1) to the characters that the layers
 * and the interface really use, into static/fonts/. Needs the network for the pinned packages.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { FONT_FILES, type FontFile, type FontScript } from '../../src/layers/font-faces';
import { readSource, type SourceFile } from './extract/packages';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const STATIC_DIR = at('../../static/');
const VERSION = '5.3.0';

/** Letters, figures and signs that typed text needs, whatever the data hold. */
const ALWAYS = [
  chars(0x20, 0x7e),
  chars(0xa0, 0xff),
  chars(0x410, 0x44f),
  'ЁёӨөҮү–—‘’“”„…№−€₽₮↑↓',
].join('');

const PACKAGES: Record<FontScript, { package: string; prefix: string }> = {
  latin: { package: '@fontsource/noto-sans', prefix: 'noto-sans-latin' },
  'latin-ext': { package: '@fontsource/noto-sans', prefix: 'noto-sans-latin-ext' },
  cyrillic: { package: '@fontsource/noto-sans', prefix: 'noto-sans-cyrillic' },
  'cyrillic-ext': { package: '@fontsource/noto-sans', prefix: 'noto-sans-cyrillic-ext' },
  han: { package: '@fontsource/noto-sans-sc', prefix: 'noto-sans-sc-chinese-simplified' },
  kana: { package: '@fontsource/noto-sans-jp', prefix: 'noto-sans-jp-japanese' },
  hangul: { package: '@fontsource/noto-sans-kr', prefix: 'noto-sans-kr-korean' },
};

/** SHA-256 of each file of the packages. */
const SHA256: Record<string, string> = {
  'latin-400-normal': '09aee8065d25508f23a4c3d92cd777ac869c52d93fd868a88f025d888a7937d6',
  'latin-600-normal': '79e274470d1c5a0118eb325e2ea6f2eb2a449336d7fde1a4f20a2f32fe1119ed',
  'latin-400-italic': 'c302cbfdd98d628d60b6ef8de3c8459c70449df3a5ff2baacfa7481d95e79f4c',
  'latin-ext-400-normal': 'c8e6bf928ae88c948ebc49dbe1df01ea5505d12408904ea3302309b26487fbca',
  'latin-ext-600-normal': '6f1b7d6ef64f6014c3e0a446285021a93f7020f01603a9150b3c73d471d8a6a4',
  'latin-ext-400-italic': '8931874d4c940ef6eed0e231e74e3048fdd36eb5333246235aeb2b0113a8b361',
  'cyrillic-400-normal': '05af9e705d3b63aedba67197d19fb448b97353e1386930716c7e835b08f126ba',
  'cyrillic-600-normal': 'b9e717b1a40cfc81a2939da178c0bf99e955fac7f05cb307f8b43e1903ea7777',
  'cyrillic-400-italic': '8d37eb626fdbb4188026558df33ea1d5c62c96e630f2ef367e9c370adf48a8e7',
  'cyrillic-ext-400-normal': 'fa8331498f2c20fe4e4288eb00ed832c9ebcd8f5e7529a45a557e870baeaed93',
  'cyrillic-ext-600-normal': '0648d7d3b25c56770394ace0722271c138e79f263aa101726f6354031f8a74f9',
  'cyrillic-ext-400-italic': '74c34f5ce7414f353e4d5beba0dc4ef173bc3e930d628c51d785e1b8fbda629c',
  'han-400-normal': '95e3633b6a98f764ba3adfb54504a0cd4799328c009adf9081d6c1850f9c4c78',
  'han-600-normal': '578fb41a3dc2817b703611ad94b5c27dac96a3907c9d6b843c513217b562e1a2',
  'kana-400-normal': '4a7b928d4d75e7fc0bace614030664a7ea7eb7d2f754fd2b2da9c3c0ed350570',
  'kana-600-normal': 'e84ff1511c5021d688f1099c7d1846978ece3043b52696fe8fef9ce8e75c3a66',
  'hangul-400-normal': '3aa0d1d63f3b5b2a33053a41a34512eac63abfb1dc2112aeda04733656a1a6d9',
  'hangul-600-normal': 'ca35dea0414e4ccf58fe5f2aa8e681f38aa89cf90186bf048d324e7f9c2e83a9',
};

function sourceOf({ script, weight, italic }: FontFile): SourceFile {
  const cut = `${weight}-${italic ? 'italic' : 'normal'}`;
  const from = PACKAGES[script];
  return {
    registry: 'npm',
    package: from.package,
    version: VERSION,
    file: `files/${from.prefix}-${cut}.woff2`,
    sha256: SHA256[`${script}-${cut}`] ?? '',
  };
}

/** Every character of the layers and of the source text of the page, its languages included. */
function usedCharacters(): Set<string> {
  const used = new Set(ALWAYS);
  const add = (path: string): void => {
    for (const char of readFileSync(path, 'utf8')) used.add(char);
  };
  for (const name of readdirSync(at('../'))) if (/\.(geo)?json$/.test(name)) add(at(`../${name}`));
  for (const entry of readdirSync(at('../../src/'), { recursive: true, withFileTypes: true }))
    if (entry.isFile() && /\.(ts|json|svelte|html)$/.test(entry.name))
      add(join(entry.parentPath, entry.name));
  return used;
}

const used = usedCharacters();
const sorted = [...used].sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!);

for (const font of FONT_FILES) {
  const text = sorted.filter((char) => covers(font.ranges, char.codePointAt(0)!)).join('');
  const subset = await subsetFont(readSource(sourceOf(font)), text || ' ', {
    targetFormat: 'woff2',
  });
  writeFileSync(join(STATIC_DIR, font.path), subset);
  console.error(`${font.path}: ${[...text].length} characters, ${subset.length} bytes`);
}

// The test that the fonts hold every letter of the layers reads this.
writeFileSync(join(STATIC_DIR, 'fonts/characters.txt'), sorted.filter((c) => c > ' ').join(''));
writeFileSync(join(STATIC_DIR, 'fonts/fonts.css'), FONT_FILES.map(fontFace).join(''));

/** The interface writes in the same files as the map. */
function fontFace({ path, weight, italic, ranges }: FontFile): string {
  return [
    '@font-face {',
    "  font-family: 'Noto Sans';",
    `  font-style: ${italic ? 'italic' : 'normal'};`,
    `  font-weight: ${weight};`,
    '  font-display: swap;',
    `  src: url('./${path.slice('fonts/'.length)}') format('woff2');`,
    `  unicode-range: ${ranges.join(', ')};`,
    '}\n',
  ].join('\n');
}

function covers(ranges: string[], codePoint: number): boolean {
  return ranges.some((range) => {
    const [first, last] = range.slice(2).split('-');
    return codePoint >= parseInt(first!, 16) && codePoint <= parseInt(last ?? first!, 16);
  });
}

function chars(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));
}
