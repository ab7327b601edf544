import { assetUrl } from '../formats/asset';
import { FONT_FILES } from '../layers/font-faces';

/** In a file that was taken along no stylesheet can name the fonts: the page adds them by itself. */
export function addTakenFonts(): void {
  for (const { path, weight, italic, ranges } of FONT_FILES)
    document.fonts.add(
      new FontFace('Noto Sans', `url(${assetUrl(path)})`, {
        weight: String(weight),
        style: italic ? 'italic' : 'normal',
        unicodeRange: ranges.join(', '),
        display: 'swap',
      }),
    );
}
