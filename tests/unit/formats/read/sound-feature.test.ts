import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FieldCounts } from '../../../../src/data/own/field-counts';
import { shapeOf } from '../../../../src/data/own/shape';
import { isSound } from '../../../../src/data/validate/sound';
import { SoundFeature } from '../../../../src/formats/read/sound-feature';
import type { Feature } from 'geojson';

const encoder = new TextEncoder();

/** Numbers as programs write them, in and out of range. */
const numberText = fc.oneof(
  { weight: 80, arbitrary: fc.integer({ min: -9, max: 9 }).map(String) },
  { weight: 10, arbitrary: fc.double({ min: -91, max: 91, noNaN: true }).map(String) },
  fc.constantFrom('-0', '0.1', '1e1', '1E-7', '180', '-180.0', '90.0000000000000001'),
  fc.constantFrom('179.99999999999999', '1e999', '01', '1.', '.5', '+1', 'null', '"1"', '- 1'),
);
const space = fc.oneof(
  { weight: 99, arbitrary: fc.constantFrom('', '', '', ' ', '\n  ', '\t') },
  fc.constant('\v'),
);
const listOf = (item: fc.Arbitrary<string>, sizes: { minLength?: number; maxLength: number }) =>
  fc
    .tuple(fc.array(item, sizes), space)
    .map(([items, gap]) => `[${gap}${items.join(`${gap},${gap}`)}${gap}]`);
const position = listOf(numberText, { minLength: 2, maxLength: 3 });
const line = listOf(position, { maxLength: 4 });
/** A square of some size and place, turned either way, sometimes not closed. */
const ring = fc
  .tuple(
    fc.integer({ min: -170, max: 170 }),
    fc.double({ min: 0, max: 15, noNaN: true }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([x, size, turned, closed]) => {
    const points = [
      [x, 0],
      [x + size, 0],
      [x + size, size],
      [x, size],
    ];
    if (turned) points.reverse();
    return JSON.stringify(closed ? [...points, points[0]] : points);
  });
const byType = {
  Point: position,
  MultiPoint: line,
  LineString: line,
  MultiLineString: listOf(line, { maxLength: 2 }),
  Polygon: listOf(ring, { maxLength: 2 }),
  MultiPolygon: listOf(listOf(ring, { maxLength: 2 }), { maxLength: 2 }),
};
const coordinates = fc.oneof(...Object.values(byType));
const typed = fc.constantFrom(...(Object.keys(byType) as (keyof typeof byType)[]));
const oddType = fc.constantFrom('"Circle"', '"GeometryCollection"', '"\\u0050oint"', '"Point"');
const objectOf = (members: fc.Arbitrary<[string, string][]>) =>
  fc
    .tuple(members, space, space)
    .map(
      ([all, a, b]) =>
        `{${a}${all.map(([key, value]) => `${key}${b}:${a}${value}`).join(`,${b}`)}${a}}`,
    );
const extra = fc.constantFrom<[string, string]>(
  ['"bbox"', '[1,2,3,4]'],
  ['"\\u0074ype"', '"Point"'],
  ['"__proto__"', '{"type":"x"}'],
  ['"x"', '{"a":[1,{"b":"}\\""}]}'],
  ['"type"', '"Point"'],
  ['"coordinates"', '[1,2]'],
  ['"y"', 'nul'],
);
const shuffled = (
  members: fc.Arbitrary<[string, string]>[],
  more: fc.Arbitrary<[string, string]>,
) =>
  fc
    .tuple(fc.tuple(...members), fc.option(more, { freq: 3 }), fc.boolean())
    .map(([all, some, turned]) => {
      const list = [...all, ...(some ? [some] : [])];
      return turned ? list.reverse() : list;
    });
const member = (key: string, value: fc.Arbitrary<string>): fc.Arbitrary<[string, string]> =>
  value.map((text) => [JSON.stringify(key), text]);
const geometry = fc.oneof(
  {
    weight: 9,
    arbitrary: typed.chain((type) =>
      objectOf(
        shuffled(
          [member('type', fc.constant(`"${type}"`)), member('coordinates', byType[type])],
          extra,
        ),
      ),
    ),
  },
  objectOf(shuffled([member('type', oddType), member('coordinates', coordinates)], extra)),
);
const propertyValue = fc.oneof(
  { weight: 20, arbitrary: fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify(value)) },
  {
    weight: 20,
    arbitrary: fc.constantFrom('""', '"a\\"b"', '"\\u00e9"', '-1.5e3', 'true', '{"a":[]}'),
  },
  fc.constantFrom('"\\x"', '"\u0001"', 'tru', '01'),
);
const properties = fc.oneof(
  {
    weight: 9,
    arbitrary: objectOf(
      fc
        .array(
          fc.tuple(
            fc.constantFrom('"a"', '"b"', '"名"', '"\\u0061b"', '"__proto__"', '""'),
            propertyValue,
          ),
          { maxLength: 4 },
        )
        .map((all) => all.filter(([key], i) => all.findIndex(([other]) => other === key) === i)),
    ),
  },
  fc.constantFrom('null', 'null', 'null', '[]', '1'),
);
const feature = objectOf(
  shuffled(
    [
      member(
        'type',
        fc.oneof({ weight: 19, arbitrary: fc.constant('"Feature"') }, fc.constant('"feature"')),
      ),
      member('properties', properties),
      member('geometry', fc.oneof({ weight: 19, arbitrary: geometry }, fc.constant('null'))),
    ],
    fc.oneof(extra, member('id', fc.constantFrom('"a"', '1', '-2.5', 'null', '"\\u0062"', '[]'))),
  ),
);
/** What a slip of the pen or a cut makes of it. */
const broken = fc
  .tuple(feature, fc.nat(), fc.constantFrom('', ',', '}', '"', '0', ' '))
  .map(
    ([text, at, put]) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + 1),
  );

/** What JSON.parse and the checks of objects say. */
function slow(text: string): { feature: Feature; fields: object } | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    if (!isSound(value)) return undefined;
    const fields = new FieldCounts();
    const found = value as Feature;
    if (found.properties) fields.note(found.properties);
    return { feature: found, fields: fields.list() };
  } catch {
    return undefined;
  }
}

describe('a feature read straight from its bytes', () => {
  it('is taken only where JSON.parse and the full check find it sound, with the same figures', () => {
    let taken = 0;
    let sound = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 3, arbitrary: feature }, broken), (text) => {
        const bytes = encoder.encode(text);
        const reader = new SoundFeature();
        const end = reader.after(bytes, 0);
        const truth = slow(text);
        if (truth) sound += 1;
        if (end < 0) return;
        taken += 1;
        const whole = slow(new TextDecoder().decode(bytes.subarray(0, end)));
        expect(whole, text).toBeDefined();
        const { kind, vertices, ...box } = shapeOf(whole!.feature.geometry);
        expect([reader.shape.kind, reader.shape.vertices]).toEqual([kind, vertices]);
        for (const [side, degrees] of Object.entries(box))
          expect(Math.abs(reader.shape[side as keyof typeof box] - degrees)).toBeLessThan(
            1e-13 * 180,
          );
        expect(reader.id).toEqual(whole!.feature.id);
        const fields = new FieldCounts();
        reader.count(fields);
        expect(fields.list()).toEqual(whole!.fields);
      }),
      { numRuns: 20_000 },
    );
    // Both happen; what is sound but written oddly (escaped or repeated keys) goes the slow way.
    expect(sound).toBeGreaterThan(1000);
    expect(taken / sound).toBeGreaterThan(0.6);
  });

  it('never looks behind the bytes that are there: every cut of a feature is left for more', () => {
    const text =
      '{"type":"Feature","id":12,"properties":{"a":"x\\u00e9","b":-1.5e3},"geometry":{"coordinates":[[1.25,2],[3,4e0]],"type":"LineString"}}';
    const bytes = encoder.encode(text);
    expect(new SoundFeature().after(bytes, 0)).toBe(bytes.length);
    for (let end = 0; end < bytes.length; end++)
      expect(new SoundFeature().after(bytes.subarray(0, end), 0)).toBe(-1);
  });
});
