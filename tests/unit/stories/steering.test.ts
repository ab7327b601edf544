import { describe, expect, it } from 'vitest';
import { onStageKey } from '../../../src/stories/stage-keys';
import { swipe } from '../../../src/stories/swipe';

/** What a finger does that is put down at the origin and lifted at a place. */
function drawn(x: number, y: number, pointerType = 'touch'): string[] {
  const node = new EventTarget();
  const done: string[] = [];
  const leave = swipe(
    () => done.push('next'),
    () => done.push('back'),
  )(node as HTMLElement);
  const send = (type: string, clientX: number, clientY: number): void => {
    node.dispatchEvent(Object.assign(new Event(type), { pointerType, clientX, clientY }));
  };
  const stroke = (): void => {
    send('pointerdown', 0, 0);
    send('pointerup', x, y);
  };
  stroke();
  const once = [...done];
  if (typeof leave === 'function') leave();
  stroke();
  expect(done, 'after the stage is gone').toEqual(once);
  return once;
}

describe('a presentation is steered', () => {
  it.each([
    [-120, 10, ['next']],
    [120, -30, ['back']],
    [-30, 0, []],
    [-120, 100, []],
    [0, -300, []],
  ])('by a finger that goes %i across and %i down', (x, y, done) => {
    expect(drawn(x, y)).toEqual(done);
  });

  it('not by a mouse that is drawn aside', () => {
    expect(drawn(-120, 0, 'mouse')).toEqual([]);
  });

  const key = (name: string, within?: string): KeyboardEvent =>
    ({
      key: name,
      target: { closest: (selector: string) => within && selector.split(', ').includes(within) },
    }) as unknown as KeyboardEvent;

  it.each([
    ['ArrowRight', 'next'],
    ['PageDown', 'next'],
    [' ', 'next'],
    ['PageUp', 'back'],
    ['Home', 'first'],
    ['End', 'last'],
    ['Escape', 'leave'],
    ['O', 'overview'],
    ['k', 'legend'],
    ['q', undefined],
  ])('by the key "%s"', (name, act) => {
    expect(onStageKey(key(name))).toBe(act);
  });

  it('leaves keys to fields, and the space bar to a button', () => {
    expect(onStageKey(key('ArrowRight', 'input'))).toBeUndefined();
    expect(onStageKey(key(' ', 'button'))).toBeUndefined();
    expect(onStageKey(key('ArrowRight', 'button'))).toBe('next');
  });
});
