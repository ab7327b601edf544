import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { History } from '../../../src/state/history.svelte';

describe('a history', () => {
  it('goes back to the beginning and forth to the end, whatever was changed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 150 }), (values) => {
        const history = new History(0);
        for (const value of values) history.change(value);
        const back = [];
        while (history.canUndo) {
          back.unshift(history.value);
          history.undo();
        }
        expect(history.value).toBe(0);
        expect(back).toEqual(values);
        while (history.canRedo) history.redo();
        expect(history.value).toBe(values.at(-1) ?? 0);
      }),
    );
  });

  it('stays where it is at its ends', () => {
    const history = new History('a');
    history.undo();
    history.redo();
    expect([history.value, history.canUndo, history.canRedo]).toEqual(['a', false, false]);
  });

  it('forgets the undone future once something else is done', () => {
    const history = new History('a');
    history.change('b');
    history.undo();
    history.change('c');
    expect(history.canRedo).toBe(false);
    history.undo();
    expect(history.value).toBe('a');
  });

  it('takes changes of one thing in a row as one step, but not across other changes', () => {
    const history = new History(0);
    history.change(1, 'speed');
    history.change(2, 'speed');
    history.change(3, 'dwell');
    history.change(4, 'speed');
    history.undo();
    expect(history.value).toBe(3);
    history.change(5, 'dwell');
    history.undo();
    expect(history.value).toBe(3);
    history.undo();
    expect(history.value).toBe(2);
    history.undo();
    expect(history.value).toBe(0);
    expect(history.canUndo).toBe(false);
  });

  it('remembers the latest 200 steps', () => {
    const history = new History(0);
    for (let i = 1; i <= 250; i++) history.change(i);
    while (history.canUndo) history.undo();
    expect(history.value).toBe(50);
  });

  it('corrects the present without a step, and begins anew', () => {
    const history = new History('a');
    history.amend('b');
    expect(history.canUndo).toBe(false);
    history.change('c');
    history.undo();
    expect(history.value).toBe('b');
    history.reset('d');
    expect([history.value, history.canUndo, history.canRedo]).toEqual(['d', false, false]);
  });
});
