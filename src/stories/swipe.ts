import type { Attachment } from 'svelte/attachments';

/** Pixels that a finger must go sideways, and by how much more than up or down. */
const FAR_PX = 48;
const SIDEWAYS = 1.6;

/** A finger drawn to the left goes on, to the right goes back. */
export const swipe =
  (next: () => void, back: () => void): Attachment<HTMLElement> =>
  (node) => {
    let from: { x: number; y: number } | undefined;
    const down = ({ pointerType, clientX: x, clientY: y }: PointerEvent): void => {
      from = pointerType === 'touch' ? { x, y } : undefined;
    };
    const up = ({ clientX, clientY }: PointerEvent): void => {
      if (!from) return;
      const [dx, dy] = [clientX - from.x, clientY - from.y];
      from = undefined;
      if (Math.abs(dx) < FAR_PX || Math.abs(dx) < Math.abs(dy) * SIDEWAYS) return;
      if (dx < 0) next();
      else back();
    };
    const cancel = (): void => void (from = undefined);
    node.addEventListener('pointerdown', down);
    node.addEventListener('pointerup', up);
    node.addEventListener('pointercancel', cancel);
    return () => {
      node.removeEventListener('pointerdown', down);
      node.removeEventListener('pointerup', up);
      node.removeEventListener('pointercancel', cancel);
    };
  };
