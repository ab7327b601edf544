import type { ImageSource, Map as MapLibreMap } from 'maplibre-gl';
import { RELIEF_LEVEL } from '../layers/relief-frames';
import type { Theme } from '../layers/theme';

/**
 * The relief shade comes as grey, which compresses well, and is turned here into ink of the theme:
 * shadow where it is darker than level ground, light where it is brighter, nothing on level ground
 * and at sea. So it lies on the colours of the land as printed shade does.
 */
export async function drawRelief(map: MapLibreMap, url: string, theme: Theme): Promise<void> {
  const image = tint(await greyPixels(url), theme);
  const source = map.getSource('relief');
  if (source?.type === 'image') (source as ImageSource).updateImage({ image });
}

/** Until the shade is there an empty picture stands for it: a source without one never loads. */
export function clearRelief(map: MapLibreMap): void {
  const source = map.getSource('relief');
  if (source?.type === 'image') (source as ImageSource).updateImage({ image: new ImageData(1, 1) });
}

const loads = new Map<string, Promise<ImageData>>();

function greyPixels(url: string): Promise<ImageData> {
  const known = loads.get(url);
  if (known) return known;
  const load = fetchPixels(url);
  loads.set(url, load);
  // A failed load may be tried again.
  load.catch(() => loads.delete(url));
  return load;
}

async function fetchPixels(url: string): Promise<ImageData> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the relief image ${url} answered ${response.status}`);
  const bitmap = await createImageBitmap(await response.blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** Greys this near to level are noise of the compression. */
const DEAD_ZONE = 5;

function tint(grey: ImageData, { shade }: Theme): ImageData {
  const image = new ImageData(grey.width, grey.height);
  const shadow = rgb(shade.shadow);
  const light = rgb(shade.light);
  for (let i = 0; i < grey.data.length; i += 4) {
    const off = grey.data[i]! - RELIEF_LEVEL;
    const strength = Math.max(0, Math.abs(off) - DEAD_ZONE) / (RELIEF_LEVEL - DEAD_ZONE);
    const [r, g, b] = off < 0 ? shadow : light;
    image.data[i] = r;
    image.data[i + 1] = g;
    image.data[i + 2] = b;
    image.data[i + 3] = 255 * strength * (off < 0 ? shade.shadowOpacity : shade.lightOpacity);
  }
  return image;
}

const rgb = (hex: string): [number, number, number] => [
  parseInt(hex.slice(1, 3), 16),
  parseInt(hex.slice(3, 5), 16),
  parseInt(hex.slice(5, 7), 16),
];
