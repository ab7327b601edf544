import sharp from 'sharp';
import { writeExtract } from './manifest';
import { readSource } from './packages';
import { RELIEF_TILES } from './relief-tiles';

const TILE_PX = 675;
/** Columns from 0 eastward to 180, then the first one, which begins at 180 W. */
const COLUMN_OF = (column: number): number => (column >= 8 ? column - 8 : 8);

/**
 * Heights as grey, 30 pixels a degree, 0 eastward to 157.5 W and 22.5 to 90 N. The tiles are JPEGs
 * already; WebP at this quality adds less than their own steps.
 */
export async function extractRelief(): Promise<void> {
  const tiles = RELIEF_TILES.map(({ row, column, source }) => ({
    input: readSource(source),
    left: COLUMN_OF(column) * TILE_PX,
    top: row * TILE_PX,
  }));
  const sheet = sharp({
    create: { width: 9 * TILE_PX, height: 3 * TILE_PX, channels: 3, background: '#000' },
  }).composite(tiles);
  // Composed first: sharp would take the grey of the empty sheet otherwise.
  const composed = await sheet.png({ compressionLevel: 1 }).toBuffer();
  const bytes = await sharp(composed).greyscale().webp({ quality: 72, effort: 6 }).toBuffer();
  writeExtract(
    'relief.webp',
    bytes,
    RELIEF_TILES.map(({ source }) => source),
  );
}
