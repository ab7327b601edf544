import { beforeEach, describe, expect, it } from 'vitest';
import { decodeScenario, encodeScenario } from '../../../src/core/scenario/codec';
import { TODAY, type Scenario } from '../../../src/core/scenario/types';
import {
  addLink,
  emptyScenario,
  freeId,
  linkEnd,
  moveBound,
  removeLink,
  sameScenario,
  setRange,
  switchOff,
  switchOn,
} from '../../../src/state/scenario-edit';
import { Shelf } from '../../../src/state/shelf.svelte';
import { isToday, world } from '../../../src/state/world.svelte';

const base = emptyScenario('scenario-1', 'First');

const link = {
  from: 'urumqi',
  to: linkEnd('87.5,47.8'),
  through: [],
  mode: 'rail' as const,
  gauges: [1435 as const],
  speedKmh: 50,
  status: 'planned' as const,
  lengthFactor: 1.3,
  borderAt: 0.5,
};

describe('changes to a scenario', () => {
  it('a line is on, off, or as it is, never both', () => {
    const on = switchOn(base, 'western', true);
    expect(on.on).toEqual(['western']);
    const off = switchOff(on, 'western', true);
    expect([off.on, off.off]).toEqual([[], ['western']]);
    expect(isToday(switchOff(off, 'western', false))).toBe(true);
    expect(switchOn(on, 'western', true).on).toEqual(['western']);
  });

  it('added links get ids of their own, also after one was removed', () => {
    const two = addLink(addLink(base, link), link);
    expect(two.add.map(({ id }) => id)).toEqual(['added-1', 'added-2']);
    const again = addLink(removeLink(two, 'added-1'), link);
    expect(again.add.map(({ id }) => id)).toEqual(['added-2', 'added-1']);
    expect(again.add[0]!.to).toEqual([87.5, 47.8]);
  });

  it('ranges keep their order when one bound is moved', () => {
    const range = { low: 2, typical: 6, high: 24 };
    expect(moveBound(range, 'low', 8)).toEqual({ low: 8, typical: 8, high: 24 });
    expect(moveBound(range, 'typical', 30)).toEqual({ low: 2, typical: 30, high: 30 });
    expect(moveBound(range, 'typical', 1)).toEqual({ low: 1, typical: 1, high: 24 });
    expect(moveBound(range, 'high', 1)).toEqual({ low: 1, typical: 1, high: 1 });
  });

  it('an assumption goes back to the default', () => {
    const range = { low: 1, typical: 2, high: 3 };
    const set = setRange(base, 'gauge-change', range);
    expect(set.set).toEqual({ 'gauge-change': range });
    expect(isToday(setRange(set, 'gauge-change', undefined))).toBe(true);
  });

  it('free ids count on', () => {
    expect(freeId('a', ['b'])).toBe('a');
    expect(freeId('a', ['a', 'a-2'])).toBe('a-3');
    expect(freeId('scenario-1', ['scenario-1'])).toBe('scenario-2');
  });

  it('survives the code of an address, and is the same document whatever its order', () => {
    const full = setRange(addLink(switchOff(switchOn(base, 'a', true), 'b', true), link), 'x', {
      low: 1,
      typical: 2,
      high: 3,
    });
    expect(sameScenario(decodeScenario(encodeScenario(full)), full)).toBe(true);
    const on: Scenario = { ...base, on: ['a', 'b'] };
    expect(sameScenario(on, { ...base, on: ['b', 'a'] })).toBe(true);
    expect(sameScenario(on, { ...on, name: 'Other' })).toBe(false);
  });
});

describe('the shelf', () => {
  beforeEach(() => {
    world.scenario = TODAY;
    world.month = undefined;
  });

  const ids = (shelf: Shelf): string[] => shelf.list.map(({ id }) => id);

  it('a change of today begins a scenario; undone to the beginning nothing is left', () => {
    const shelf = new Shelf();
    shelf.edit((s) => switchOn(s, 'western', true), undefined, 'Mine');
    expect(world.scenario.on).toEqual(['western']);
    expect(shelf.current?.name).toBe('Mine');
    shelf.edit((s) => switchOff(s, 'trans', true));
    shelf.rename('Ours');
    while (shelf.canUndo) shelf.undo();
    expect(world.scenario).toBe(TODAY);
    expect(shelf.list).toEqual([]);
    while (shelf.canRedo) shelf.redo();
    expect(world.scenario).toMatchObject({ name: 'Ours', on: ['western'], off: ['trans'] });
  });

  it('copies stand beside their original and change alone', () => {
    const shelf = new Shelf();
    shelf.create('One');
    shelf.edit((s) => switchOn(s, 'western', true));
    shelf.copy('Two');
    shelf.edit((s) => switchOn(s, 'eastern', true));
    expect(shelf.list.map(({ on }) => on)).toEqual([['western'], ['western', 'eastern']]);
    expect(ids(shelf)).toEqual(['scenario-1', 'scenario-2']);
    shelf.remove();
    expect(ids(shelf)).toEqual(['scenario-1']);
    expect(world.scenario).toBe(TODAY);
    shelf.undo();
    expect(world.scenario.on).toEqual(['western', 'eastern']);
  });

  it('the same scenario is taken once, another of its id beside it', () => {
    const shelf = new Shelf();
    const preset = switchOn(emptyScenario('west', 'West'), 'western', true);
    shelf.take(preset);
    shelf.take(undefined);
    expect(world.scenario).toBe(TODAY);
    shelf.take(preset);
    expect(ids(shelf)).toEqual(['west']);
    shelf.take({ ...preset, off: ['trans'] });
    expect(ids(shelf)).toEqual(['west', 'west-2']);
    expect(shelf.current?.off).toEqual(['trans']);
    shelf.clear();
    expect([shelf.list, shelf.current]).toEqual([[], undefined]);
  });

  it('what a slider does in one go is undone in one step', () => {
    const shelf = new Shelf();
    shelf.create('One');
    for (const typical of [3, 4, 5])
      shelf.edit((s) => setRange(s, 'gauge-change', { low: 1, typical, high: 9 }), 'gauge-change');
    shelf.undo();
    expect(world.scenario.set).toEqual({});
    expect(shelf.current?.name).toBe('One');
  });

  it('the month is undone where it was changed here, and left alone by other steps', () => {
    const shelf = new Shelf();
    shelf.setMonth(8);
    shelf.create('One');
    world.month = 2; // as another panel does
    shelf.undo();
    expect(world.month).toBe(2);
    shelf.undo();
    expect(world.month).toBeUndefined();
    shelf.redo();
    expect(world.month).toBe(8);
  });

  it('a month that a document brings becomes the month of the world', () => {
    const shelf = new Shelf();
    shelf.take({ ...base, on: ['ice'], month: 1 });
    expect(world.month).toBe(1);
    expect(shelf.current?.month).toBeUndefined();
    shelf.undo();
    expect(world.month).toBeUndefined();
  });

  it('opening an address is no step', () => {
    const shelf = new Shelf();
    shelf.open([base]);
    shelf.begin(switchOn(base, 'western', true));
    expect(shelf.canUndo).toBe(false);
    expect(ids(shelf)).toEqual(['scenario-1', 'scenario-2']);
    shelf.begin(undefined);
    expect(world.scenario).toBe(TODAY);
  });
});
