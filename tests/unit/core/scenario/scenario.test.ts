import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../../src/core/errors';
import { decodeScenario, encodeScenario } from '../../../../src/core/scenario/codec';
import { parseScenario } from '../../../../src/core/scenario/parse';
import type { AddedLink, Scenario } from '../../../../src/core/scenario/types';
import { scenarioVocabulary } from '../../../../src/core/scenario/vocabulary';
import { MODES, STATUSES, type Gauge, type LngLat } from '../../../../src/core/types';
import { smallNetwork } from '../../../fixtures/network-small';

const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((s) => s.trim() !== '');
const coordinate = (max: number): fc.Arbitrary<number> =>
  fc.integer({ min: -max * 1e5, max: max * 1e5 }).map((value) => value / 1e5 + 0);
const lngLat: fc.Arbitrary<LngLat> = fc.tuple(coordinate(180), coordinate(90));
const number = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true }).map((value) => value + 0);

const link = (id: string): fc.Arbitrary<AddedLink> =>
  fc
    .record({
      name: fc.option(text, { nil: undefined }),
      from: slug,
      to: lngLat,
      through: fc.array(lngLat, { maxLength: 3 }),
      mode: fc.constantFrom(...MODES),
      gauges: fc.subarray<Gauge>([1520, 1435, 1067, 762], { minLength: 1 }),
      speedKmh: number(1, 500),
      status: fc.constantFrom(...STATUSES),
      lengthFactor: number(1, 3),
      borderAt: number(0, 1),
      opens: fc.option(fc.integer({ min: 1800, max: 2200 }), { nil: undefined }),
    })
    .map(({ name, opens, gauges, ...rest }) => ({
      id,
      ...rest,
      gauges: rest.mode === 'rail' ? gauges : [],
      ...(name === undefined ? {} : { name }),
      ...(opens === undefined ? {} : { opens }),
    }));

const range = fc
  .tuple(number(0.1, 100), number(0, 100), number(0, 100))
  .map(([low, more, most]) => ({ low, typical: low + more, high: low + more + most }));

const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    id: slug,
    name: text,
    on: fc.uniqueArray(text, { maxLength: 4 }),
    off: fc.uniqueArray(text, { maxLength: 4 }),
    add: fc.tuple(link('added-1'), link('b')).chain((links) => fc.subarray(links)),
    set: fc.dictionary(
      fc.oneof(slug, fc.constant('__proto__'), fc.constant('constructor')),
      range,
      {
        maxKeys: 3,
        noNullPrototype: true,
      },
    ),
    month: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
  })
  .map(({ month, ...rest }) => ({ version: 1, ...rest, ...(month ? { month } : {}) }));

describe('a scenario', () => {
  it('comes back from its code as it was', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const code = encodeScenario(scenario);
        expect(code).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(decodeScenario(code)).toEqual(scenario);
      }),
    );
  });

  it('comes back from its document as it was', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        expect(parseScenario(JSON.stringify(scenario))).toEqual(scenario);
      }),
    );
  });

  it('is short: one switched line fits in eighty characters', () => {
    const scenario = parseScenario({ version: 1, id: 'west', on: ['western-corridor'] });
    expect(encodeScenario(scenario).length).toBeLessThan(80);
  });

  it('is read with defaults where the document is brief', () => {
    const brief = { version: 1, add: [{ from: 'a', to: 'b', gauge: 1520, speedKmh: 60 }] };
    expect(parseScenario(brief)).toEqual({
      ...{ version: 1, id: 'scenario', name: 'scenario', on: [], off: [], set: {} },
      add: [
        {
          ...{ id: 'added-1', from: 'a', to: 'b', through: [], mode: 'rail', gauges: [1520] },
          ...{ speedKmh: 60, status: 'planned', lengthFactor: 1, borderAt: 0.5 },
        },
      ],
    });
  });

  it('is refused with one line that says where and what would be right', () => {
    const known = scenarioVocabulary(smallNetwork());
    const of = (document: object) => (): unknown =>
      parseScenario({ version: 1, ...document }, known);
    expect(of({ on: ['steppe-lnik'] })).toThrow(/on: .*"steppe-lnik"; did you mean steppe-link\?/);
    expect(of({ off: ['cx-rial'] })).toThrow(/did you mean cx-rail/);
    expect(of({ set: { 'gauge-chnage': {} } })).toThrow(/gauge-change/);
    expect(of({ set: { 'gauge-change': { low: 3, typical: 2, high: 4 } } })).toThrow(
      /low <= typical/,
    );
    expect(of({ set: { 'speed-rail-main': { low: 0, typical: 2, high: 4 } } })).toThrow(/above 0/);
    expect(of({ version: 2 })).toThrow(/version is 2; it must be 1/);
    expect(of({ month: 13 })).toThrow(/month is 13.*1 to 12/);
    expect(of({ colour: 'red' })).toThrow(/scenario\.colour/);
    const link = { from: 'ansk', to: 'eshan', gauge: 1520, speedKmh: 60 };
    expect(of({ add: [{ ...link, to: 'eshna' }] })).toThrow(/add\[0\]\.to.*did you mean eshan/);
    expect(of({ add: [{ ...link, gauge: 1000 }] })).toThrow(/gauge is 1000/);
    expect(of({ add: [{ ...link, to: 'ansk' }] })).toThrow(/another place/);
    expect(of({ add: [{ ...link, to: [200, 0] }] })).toThrow(/-180 to 180/);
    expect(of({ add: [{ ...link, speedKmh: 0 }] })).toThrow(/1 to 500/);
    expect(() => parseScenario('{')).toThrow(/not JSON/);
    expect(() => parseScenario('[]')).toThrow(/an object/);
  });

  it('accepts what the network knows', () => {
    const known = scenarioVocabulary(smallNetwork());
    const document = {
      ...{ version: 1, on: ['steppe-link', 'rail-ansk-px'], off: ['cx-rail', 'heron-port'] },
      set: {
        'cx-rail': { low: 0, typical: 0, high: 0 },
        'dwell-rail': { low: 1, typical: 2, high: 3 },
      },
    };
    expect(parseScenario(document, known).on).toEqual(['steppe-link', 'rail-ansk-px']);
  });

  it('never crashes on any input', () => {
    const readable = (read: () => unknown): boolean => {
      try {
        read();
        return true;
      } catch (error) {
        return error instanceof UserError && !error.message.includes('\n');
      }
    };
    fc.assert(fc.property(fc.anything(), (input) => readable(() => parseScenario(input))));
    fc.assert(fc.property(fc.json(), (input) => readable(() => parseScenario(input))));
    fc.assert(fc.property(fc.string(), (input) => readable(() => decodeScenario(input))));
    fc.assert(
      fc.property(fc.json(), (json) =>
        readable(() => decodeScenario(Buffer.from(json).toString('base64url'))),
      ),
    );
  });
});
