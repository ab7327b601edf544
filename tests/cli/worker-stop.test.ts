import { proxy } from 'comlink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CatchmentResult } from '../../src/core/analysis/catchment-types';
import { asWritten } from '../../src/formats/json';
import { latest } from '../../src/worker/latest';
import type { Answer } from '../../src/worker/messages';
import { Stopped, stoppable } from '../../src/worker/stoppable';
import { answer } from './nv';
import { startPageWorker, type PageWorker } from './page-worker';

let worker: PageWorker;
let page: PageWorker['page'];
let hubs: string[];
beforeAll(async () => {
  worker = await startPageWorker();
  page = worker.page;
  hubs = (await page.findables()).filter(({ kind }) => kind === 'hub').map(({ id }) => id);
  await page.route({ from: 'harbin', to: 'chita' }, {});
});
afterAll(() => worker.end());

const ALL_BY_ALL = 100;

describe("the page's worker, asked for long work", () => {
  it('tells how much is done, and ends within a turn when it is cancelled', async () => {
    const controller = new AbortController();
    const told: [number, number][] = [];
    const long = stoppable(
      controller.signal,
      (watch) => page.matrixFigures({ places: hubs.slice(0, ALL_BY_ALL), by: 'time' }, {}, watch),
      (done, total) => {
        told.push([done, total]);
        if (told.length === 2) controller.abort();
      },
    );
    await expect(long).rejects.toBeInstanceOf(Stopped);
    expect(told).toHaveLength(2);
    const [[first, total], [second]] = told as [[number, number], [number, number]];
    expect(total).toBe(ALL_BY_ALL);
    expect(first).toBeLessThan(second);
    expect(second).toBeLessThan(total);
  });

  it('answers another question before it is ready', async () => {
    const order: string[] = [];
    const long = page
      .matrixFigures(
        { places: hubs.slice(0, ALL_BY_ALL), by: 'time' },
        {},
        proxy(() => true),
      )
      .then(() => order.push('matrix'));
    await page.route({ from: 'harbin', to: 'chita' }, {}).then(() => order.push('route'));
    await long;
    expect(order).toEqual(['route', 'matrix']);
  });

  it.each([
    ['a matrix', (watch: never) => page.matrixFigures({ places: hubs, by: 'distance' }, {}, watch)],
    ['the pairs of a scenario', (watch: never) => page.changedPairs(4, 'time', {}, watch)],
    [
      'a ranking',
      (watch: never) => page.ranking({ rank: 4, within: 72, by: 'time' }, { month: 3 }, watch),
    ],
    ['a catchment', (watch: never) => page.catchment('trans-siberian', 12, watch)],
    ['a belt', (watch: never) => page.borderBelt('border-cn-ru', 12, watch)],
    ['a comparison', (watch: never) => page.compare(['bam', 'tea-road'], 12, {}, watch)],
    [
      'what would help',
      (watch: never) => page.helpingLinks({ from: 'harbin', to: 'chita' }, {}, watch),
    ],
    ['a command', (watch: never) => page.command(['matrix', '--all'], {}, watch)],
  ] as [string, (watch: never) => Promise<Answer<unknown>>][])(
    'stops %s when the watch says so',
    async (_what, ask) => {
      const found = await ask(proxy(() => false) as never);
      expect(found).toMatchObject({ ok: false, code: 'stopped' });
    },
  );

  it('under a slider drops what is superseded, and ends with what nv says of the last', async () => {
    const radii = Array.from({ length: 40 }, (_, i) => 20 + i);
    const answered: number[] = [];
    const last = await new Promise<CatchmentResult>((resolve, reject) => {
      const ask = latest(
        (radius: number, signal) =>
          stoppable(signal, (watch) => page.catchment('bam', radius, watch)),
        (result) => {
          if (!('answer' in result) || !result.answer.ok) return reject(new Error('no answer'));
          answered.push(result.question);
          if (result.question === radii.at(-1)) resolve(result.answer.value);
        },
      );
      for (const radius of radii) ask(radius);
    });
    // The first was begun, perhaps finished; of those that came meanwhile only the last was asked.
    expect(answered.length).toBeLessThanOrEqual(2);
    // Whose figures the settlements are, the page reads from its layers.
    const { settlementSources: _, ...told } = await answer<{ settlementSources: object[] }>(
      ...['catchment', 'bam', '--radius', '59'],
    );
    expect(asWritten(last)).toEqual(told);
  });
});
