/** Most pixels that a browser's canvas surely holds. */
const MAX_PIXELS = 120_000_000;

/** The widest picture of a page with these sides. */
export const maxPngWidth = (page: { width: number; height: number }): number =>
  Math.floor(Math.min(16_000, Math.sqrt((MAX_PIXELS * page.width) / page.height)));

/** An SVG whose text is outlines as a PNG of a width in pixels. */
export async function pngFile(
  svg: string,
  page: { width: number; height: number },
  widthPx: number,
): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = widthPx;
    canvas.height = Math.round((widthPx * page.height) / page.width);
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('the canvas gave no picture'))),
        'image/png',
      ),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
