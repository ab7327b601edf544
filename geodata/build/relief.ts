/**
 * `npm run relief`: shades the heights of extracts/relief.webp into one image per projection,
 * warped into the boxes of src/layers/relief-frames.ts. Only land is shaded (the sheet's sea floor
 * is of uneven scale), by the coast that the map draws.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import sharp from 'sharp';
import {
  RELIEF_FRAMES,
  RELIEF_LEVEL,
  frameConverter,
  type FrameId,
  type ReliefFrame,
} from '../../src/layers/relief-frames';
import { EXTRACTS_DIR, GEODATA_DIR } from './lib/paths';

const STATIC_DIR = fileURLToPath(new URL('../../static/', import.meta.url));

/** The sheet: 30 pixels a degree from 0 E and 90 N. */
const SHEET = { pxPerDegree: 30, west: 0, north: 90 };
/** Takes out the steps of the 8-bit JPEG tiles before they become terraces. */
const BLUR_PX = 2.6;
/** Steepness of one grey step over one pixel; chosen by eye, greys are no linear metres. */
const EXAGGERATION = 0.11;
/** Where the light comes from: the upper left of the sheet, halfway up, as atlases have it. */
const LIGHT = normalise([-1, -1, 1.25]);
const FLAT = LIGHT[2];
/** Grey of level ground and of the sea: darker is shadow, lighter is lit. */
const LEVEL = RELIEF_LEVEL;

interface Sheet {
  grey: Uint8Array;
  width: number;
  height: number;
}

async function readSheet(): Promise<Sheet> {
  const { data, info } = await sharp(readFileSync(join(EXTRACTS_DIR, 'relief.webp')))
    .greyscale()
    .blur(BLUR_PX)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { grey: data, width: info.width, height: info.height };
}

/** Height grey at a place, bilinear; NaN outside of the sheet. */
function heightAt({ grey, width, height }: Sheet, lng: number, lat: number): number {
  const east = lng < SHEET.west ? lng + 360 : lng;
  const x = (east - SHEET.west) * SHEET.pxPerDegree - 0.5;
  const y = (SHEET.north - lat) * SHEET.pxPerDegree - 0.5;
  if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) return NaN;
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - x0, y - y0];
  const at = (dx: number, dy: number): number => grey[(y0 + dy) * width + x0 + dx]!;
  return (
    (at(0, 0) * (1 - fx) + at(1, 0) * fx) * (1 - fy) + (at(0, 1) * (1 - fx) + at(1, 1) * fx) * fy
  );
}

async function shade(id: FrameId, frame: ReliefFrame, sheet: Sheet): Promise<Buffer> {
  const { widthPx: width, heightPx: height, box } = frame;
  const [west, south, east, north] = box;
  const { inverse } = frameConverter(id);
  const heights = new Float32Array(width * height);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const x = west + ((column + 0.5) / width) * (east - west);
      const y = north - ((row + 0.5) / height) * (north - south);
      const place = inverse([x, y]);
      heights[row * width + column] = place ? heightAt(sheet, place[0], place[1]) : NaN;
    }

  const land = await landMask(id, frame);
  const pixels = Buffer.alloc(width * height, LEVEL);
  for (let row = 1; row < height - 1; row++)
    for (let column = 1; column < width - 1; column++) {
      const i = row * width + column;
      const normal = normalise([
        (heights[i - 1]! - heights[i + 1]!) * EXAGGERATION,
        (heights[i - width]! - heights[i + width]!) * EXAGGERATION,
        1,
      ]);
      const light = normal[0] * LIGHT[0] + normal[1] * LIGHT[1] + normal[2] * LIGHT[2];
      const strength = light < FLAT ? (light - FLAT) / FLAT : (light - FLAT) / (1 - FLAT);
      if (!Number.isFinite(strength)) continue;
      const share = Math.max(-1, strength) * (land[i]! / 255);
      pixels[i] = Math.round(LEVEL + share * (share < 0 ? LEVEL : 255 - LEVEL));
    }
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .webp({ quality: 46, effort: 6 })
    .toBuffer();
}

/** 255 on land and 0 at sea, drawn from the land polygons in the plane of the frame. */
async function landMask(id: FrameId, frame: ReliefFrame): Promise<Uint8Array> {
  const { widthPx, heightPx, box } = frame;
  const [west, south, east, north] = box;
  const { forward } = frameConverter(id);
  const land = JSON.parse(
    readFileSync(join(GEODATA_DIR, 'land.geojson'), 'utf8'),
  ) as FeatureCollection<Polygon | MultiPolygon>;
  const rings = land.features.flatMap(({ geometry }) =>
    (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat(),
  );
  const paths = rings.map((ring) => {
    const points = ring.map(([lng, lat]) => {
      const [x, y] = forward([lng!, lat!]);
      const px = ((x - west) / (east - west)) * widthPx;
      const py = ((north - y) / (north - south)) * heightPx;
      return `${px.toFixed(1)} ${py.toFixed(1)}`;
    });
    return `M${points.join('L')}z`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}"><path fill="#fff" fill-rule="evenodd" d="${paths.join('')}"/></svg>`;
  return sharp(Buffer.from(svg)).extractChannel('alpha').raw().toBuffer();
}

function normalise([x, y, z]: readonly [number, number, number]): [number, number, number] {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

const sheet = await readSheet();
for (const [id, frame] of Object.entries(RELIEF_FRAMES) as [FrameId, ReliefFrame][]) {
  const bytes = await shade(id, frame, sheet);
  writeFileSync(join(STATIC_DIR, frame.file), bytes);
  console.error(`${frame.file}: ${bytes.length} bytes`);
}
