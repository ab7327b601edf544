/**
 * `npm run fonts:paper`: the TrueType fonts that exports embed, into static/fonts/paper/. Files for
 * the screen do not serve: PDF takes no woff2, and theirs are split by script. These hold every letter
 * that somebody may type: Latin and Cyrillic whole, Han as far as GB 2312 goes (6,763 characters),
 * and what the layers use beyond. Needs the network for the pinned packages.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { PAPER_FONT_FILES } from '../../src/print/paper-fonts';
import { readSource, type SourceFile } from './extract/packages';

const STATIC_DIR = fileURLToPath(new URL('../../static/', import.meta.url));

const latin = (file: string, sha256: string): SourceFile => ({
  registry: 'npm',
  package: '@expo-google-fonts/noto-sans',
  version: '0.4.2',
  file,
  sha256,
});

const SOURCES: Record<keyof typeof PAPER_FONT_FILES, SourceFile> = {
  regular: latin(
    '400Regular/NotoSans_400Regular.ttf',
    'fe8c022f48d8dd29f17b744d16f9346f4357e16f7d4f7be58b000ae7c291b614',
  ),
  bold: latin(
    '600SemiBold/NotoSans_600SemiBold.ttf',
    'e691fe27813ec6ed11d0a5be4c6c1f6739996ed682462eaa3244a6185217dd6c',
  ),
  italic: latin(
    '400Regular_Italic/NotoSans_400Regular_Italic.ttf',
    'feb3e57888ce3acb604f270c278cfb304c674306518771619ddbdefca42a066b',
  ),
  han: {
    registry: 'npm',
    package: '@expo-google-fonts/noto-sans-sc',
    version: '0.4.3',
    file: '400Regular/NotoSansSC_400Regular.ttf',
    sha256: 'd45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16',
  },
};

const range = (first: number, last: number): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));

const ALPHABETS = [
  range(0x20, 0x7e),
  range(0xa0, 0x24f),
  range(0x300, 0x304),
  range(0x400, 0x52f),
  range(0x1e00, 0x1eff),
  range(0x2010, 0x2044),
  range(0x20a0, 0x20bf),
  '№™←↑→↓−≈≤≥',
].join('');

/** Every character of GB 2312, by its own table: rows 1 to 87 of 94 cells. */
function gb2312(): string {
  const decoder = new TextDecoder('gb2312');
  let text = '';
  for (let row = 0xa1; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++)
      text += decoder.decode(Uint8Array.of(row, cell)).replace('\ufffd', '');
  return text;
}

const used = readFileSync(`${STATIC_DIR}fonts/characters.txt`, 'utf8');
const han = [...new Set(gb2312() + used)].filter((char) => char.codePointAt(0)! > 0x2e7f).join('');

for (const [key, path] of Object.entries(PAPER_FONT_FILES)) {
  const name = key as keyof typeof PAPER_FONT_FILES;
  const text = name === 'han' ? han : ALPHABETS;
  const font = await subsetFont(readSource(SOURCES[name]), text, { targetFormat: 'truetype' });
  writeFileSync(STATIC_DIR + path, font);
  console.error(`${path}: ${[...text].length} characters asked for, ${font.length} bytes`);
}
