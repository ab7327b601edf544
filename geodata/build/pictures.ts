/**
 * `npm run pictures`: the pictures of the README, in geodata/pictures/. They are pages of the
 * composer, drawn by other programs than ours: rsvg-convert from the SVG, poppler from the PDF. Made
 * again when the look of the map changes.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { composePage } from '../../src/print/compose';
import { pdfFile } from '../../src/print/pdf';
import { svgFile } from '../../src/print/svg';
import { ensureProgram } from '../../src/setup/programs.mjs';
import { pageRequest, TRANS_SIBERIAN_PAGE, typesetter, type Wanted } from './paper-page';

const OUT = fileURLToPath(new URL('../pictures/', import.meta.url));
const WIDTH_PX = 1280;
/** A reader on a slow line sees them too. */
const MAX_BYTES = 300_000;

const PICTURES: Record<string, { by: 'svg' | 'pdf'; page: Wanted }> = {
  'trans-siberian': {
    by: 'svg',
    page: TRANS_SIBERIAN_PAGE,
  },
  'northern-sea-route': {
    by: 'pdf',
    page: {
      lang: 'zh',
      title: '北方海航道',
      corridor: 'northern-sea-route',
      projection: 'arctic',
      sheet: { id: 'a4', landscape: true },
      points: [
        [20, 66],
        [20, 74],
        [60, 78],
        [130, 77],
        [176, 66],
        [166, 50],
        [128, 41],
      ],
      view: { bearing: -8 },
    },
  },
};

ensureProgram('rsvg-convert', 'librsvg2-bin');
ensureProgram('pdftoppm', 'poppler-utils');
mkdirSync(OUT, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'nv-pictures-'));
const type = typesetter();
for (const [name, { by, page }] of Object.entries(PICTURES)) {
  const composed = composePage(await pageRequest(page), type);
  const drawn = join(folder, name);
  const wide = String(WIDTH_PX * 2);
  if (by === 'svg') {
    writeFileSync(`${drawn}.svg`, svgFile(composed, type));
    execFileSync('rsvg-convert', ['-w', wide, '-o', `${drawn}.png`, `${drawn}.svg`]);
  } else {
    writeFileSync(`${drawn}.pdf`, await pdfFile(composed, type));
    const size = ['-scale-to-x', wide, '-scale-to-y', '-1'];
    execFileSync('pdftoppm', ['-png', '-singlefile', ...size, `${drawn}.pdf`, drawn]);
  }
  const file = join(OUT, `${name}.png`);
  await sharp(`${drawn}.png`)
    .resize(WIDTH_PX)
    .png({ palette: true, colours: 48, effort: 10, compressionLevel: 9 })
    .toFile(file);
  const { size } = statSync(file);
  console.log(`${name}.png: ${Math.round(size / 1000)} kB`);
  if (size > MAX_BYTES) throw new Error(`${file} is larger than ${MAX_BYTES} bytes`);
}
rmSync(folder, { recursive: true });
