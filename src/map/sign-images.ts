import type { Map as MapLibreMap } from 'maplibre-gl';
import { signParts, type SignId } from '../layers/signs';
import { THEMES, type ThemeId } from '../layers/theme';

/** Pixels per unit of a sign's box: sharp on a screen of threefold density. */
const DENSITY = 3;
const BOX = 24;

/** Draws signs as the style asks for them, by the names that `signImage` gives. */
export function drawSigns(map: MapLibreMap): void {
  map.setMissingStyleImageResolver((id) => {
    const [kind, sign, state, theme] = id.split(':');
    if (kind !== 'sign' || map.hasImage(id)) return;
    const image = drawSign(sign as SignId, theme as ThemeId, state === 'closed');
    if (image) map.addImage(id, image, { pixelRatio: DENSITY });
  });
}

function drawSign(sign: SignId, theme: ThemeId, closed: boolean): ImageData | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = BOX * DENSITY;
  // Read at once: a canvas on the graphics card would have to wait for all that the map has it draw.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.scale(DENSITY, DENSITY);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const part of signParts(sign, THEMES[theme], closed)) {
    const path = new Path2D(part.d);
    if (part.fill) {
      context.fillStyle = part.fill;
      context.fill(path);
    }
    if (part.stroke) {
      context.strokeStyle = part.stroke;
      context.lineWidth = part.width ?? 1;
      context.stroke(path);
    }
  }
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
