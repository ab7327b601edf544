/** Type size of names in the strip diagram, px. */
export const NAME_PX = 12;

let context: CanvasRenderingContext2D | null | undefined;

/** Width of a text in the diagram's type, px. */
export function textWidth(text: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  // Without a canvas (a browser that keeps it back against tracking) widths are taken as wide.
  if (!context) return text.length * NAME_PX;
  context.font = `${NAME_PX}px 'Noto Sans', 'Noto Sans SC', sans-serif`;
  return context.measureText(text).width;
}
