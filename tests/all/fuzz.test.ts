import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAYER_FILES } from '../../src/data/catalogue';
import { checkLayerText } from '../../src/data/validate/text';

/** Printed, so that a failure can be made again. */
const SEED = 20261122;

describe('the check of GeoJSON', () => {
  it(`never throws on text, and pollutes no prototype (seed ${SEED})`, async () => {
    const word = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"type"',
      '"Feature"',
      '"FeatureCollection"',
      '"features"',
      '"geometry"',
      '"coordinates"',
      '"Point"',
      '"Polygon"',
      '"__proto__"',
      '"constructor"',
      '1e999',
      '-180',
      '91',
      'null',
      '"\\u0000"',
      '[[0,0],[1,1],[1,0],[0,0]]',
    );
    let texts = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 24 }), async (words) => {
        texts += 1;
        await checkLayerText(words.join(''), LAYER_FILES[0]!);
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      }),
      { numRuns: 1_000_000, seed: SEED },
    );
    console.log(`${texts} texts, seed ${SEED}`);
  });
});
