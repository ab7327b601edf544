/**
 * `npm run icons`: the icons of the installed page from static/icon.svg. A maskable icon is cut to
 * whatever shape a system likes, so its picture keeps to the middle and its ground goes to the edge.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const STATIC_DIR = fileURLToPath(new URL('../../static/', import.meta.url));
const SVG = readFileSync(join(STATIC_DIR, 'icon.svg'), 'utf8');
const GROUND = /<rect [^>]*fill="(#[0-9a-f]{6})"/.exec(SVG)![1]!;
/** Side of the part of a maskable icon that is never cut away. */
const SAFE = 0.8;

const OUT = join(STATIC_DIR, 'icons');
mkdirSync(OUT, { recursive: true });

const drawn = (px: number) => sharp(Buffer.from(SVG), { density: (72 * px) / 64 }).resize(px, px);

/** On its ground up to the edge. */
async function full(px: number, share: number) {
  const inner = await drawn(Math.round(px * share)).toBuffer();
  return sharp({ create: { width: px, height: px, channels: 4, background: GROUND } }).composite([
    { input: inner },
  ]);
}

const png = { compressionLevel: 9, palette: true };
for (const px of [192, 512])
  await drawn(px)
    .png(png)
    .toFile(join(OUT, `${px}.png`));
await (await full(512, SAFE)).png(png).toFile(join(OUT, 'maskable-512.png'));
await (await full(180, 1)).png(png).toFile(join(OUT, 'apple-180.png'));
