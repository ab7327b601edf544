import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AfterFigures } from '../../../src/map/after-figures.svelte';
import type { Highlights, Way } from '../../../src/map/types';

const highlights = (ways: readonly Way[], hovered?: Highlights['hovered']): Highlights => ({
  corridors: CORRIDORS,
  catchment: NONE,
  ways,
  hovered,
});
const CORRIDORS: string[] = [];
const NONE: Highlights['catchment'] = [];
const [OLD, NEW, NEWER]: Way[][] = [[], [], []];

describe('what answers draw', () => {
  let frames: (() => void)[];
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    frames = [];
    vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  /** The next frame, and what it posts. */
  async function painted(): Promise<void> {
    frames.splice(0).forEach((frame) => frame());
    const { port1, port2 } = new MessageChannel();
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(undefined);
    });
    port1.close();
  }

  it('comes one picture after the figures, the last of it', async () => {
    const answers = new AfterFigures(highlights(OLD!));
    answers.follow(highlights(NEW!), 'after-figures');
    answers.follow(highlights(NEWER!), 'after-figures');
    expect(answers.marks.ways).toBe(OLD);
    expect(answers.behind).toBe(true);
    await painted();
    expect(answers.marks.ways).toBe(NEWER);
    expect(answers.behind).toBe(false);
  });

  it('waits for figures that are coming, but not long', async () => {
    const answers = new AfterFigures(highlights(OLD!));
    answers.follow(highlights(NEW!), 'with-figures');
    await painted();
    expect(answers.marks.ways).toBe(OLD);
    vi.advanceTimersByTime(250);
    await painted();
    expect(answers.marks.ways).toBe(NEW);
  });

  it('waits for figures that are asked for only once the change is seen', async () => {
    const answers = new AfterFigures(highlights(OLD!));
    answers.follow(highlights(NEW!), 'after-figures');
    answers.follow(highlights(NEW!), 'with-figures');
    await painted();
    expect(answers.marks.ways).toBe(OLD);
    answers.follow(highlights(NEWER!), 'after-figures');
    await painted();
    expect(answers.marks.ways).toBe(NEWER);
  });

  it('leaves what a pointer marks at once, and the object as it is where nothing is another', () => {
    const answers = new AfterFigures(highlights(OLD!));
    const hovered = { layer: 'hubs', id: 'harbin' } as const;
    answers.follow(highlights(NEW!, hovered), 'with-figures');
    expect(answers.marks).toMatchObject({ hovered });
    expect(answers.marks.ways).toBe(OLD);
    const before = answers.marks;
    answers.follow(highlights(NEWER!, hovered), 'with-figures');
    expect(answers.marks).toBe(before);
    answers.follow(highlights(OLD!, hovered), 'with-figures');
    expect(answers.behind).toBe(false);
  });

  it('does not wait where the map is only being made', () => {
    const answers = new AfterFigures(highlights(OLD!));
    answers.follow(highlights(NEW!), 'now');
    expect(answers.marks.ways).toBe(NEW);
    expect(answers.behind).toBe(false);
  });
});
