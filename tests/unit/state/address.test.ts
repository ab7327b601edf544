import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MATRIX_MEASURES } from '../../../src/core/analysis/matrix-figures';
import { PROJECTION_IDS } from '../../../src/core/projections';
import { LANGS, LINKAGE_KINDS, MODES } from '../../../src/core/types';
import { LABELS } from '../../../src/layers/labels';
import { THEME_IDS } from '../../../src/layers/theme';
import { formatAddress, parseAddress, type Address } from '../../../src/state/address';
import { CONTROLS, PANELS } from '../../../src/state/choices';

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,6}){0,2}$/);
const slugs = fc.uniqueArray(
  slug.filter((id) => id !== 'none'),
  { maxLength: 8 },
);
const decimal = (min: number, max: number, digits: number) =>
  fc
    .integer({ min: min * 10 ** digits, max: max * 10 ** digits })
    .map((n) => Number((n / 10 ** digits).toFixed(digits)) + 0);

const place = fc.oneof(
  slug,
  fc.tuple(decimal(-180, 180, 4), decimal(-90, 90, 4)).map((point) => point.join(',')),
);

const address: fc.Arbitrary<Address> = fc.record(
  {
    lang: fc.constantFrom(...LANGS),
    theme: fc.constantFrom(...THEME_IDS),
    projection: fc.constantFrom(...PROJECTION_IDS),
    layers: slugs,
    corridors: slugs,
    radiusKm: decimal(1, 2000, 1),
    panel: fc.constantFrom(...PANELS),
    selected: fc.tuple(slug, slug).map(([, id]) => `hubs:${id}`),
    from: place,
    to: place,
    via: fc.array(place, { minLength: 1, maxLength: 3 }),
    hub: place,
    bands: fc
      .uniqueArray(decimal(1, 9000, 1), { minLength: 1, maxLength: 12 })
      .map((bounds) => bounds.sort((a, b) => a - b)),
    modes: fc.subarray([...MODES], { minLength: 1 }),
    matrix: fc.array(place, { minLength: 1, maxLength: 60 }),
    matrixTo: fc.array(place, { minLength: 1, maxLength: 60 }),
    measure: fc.constantFrom(...MATRIX_MEASURES),
    area: slug,
    border: slug,
    within: decimal(1, 9000, 1),
    by: fc.constantFrom('distance' as const, 'time' as const),
    month: fc.integer({ min: 1, max: 12 }),
    scenario: fc.stringMatching(/^[A-Za-z0-9_-]{1,80}$/),
    scenarios: fc.array(fc.stringMatching(/^[A-Za-z0-9_-]{5,40}$/), { maxLength: 5 }),
    pairs: fc.array(fc.record({ from: place, to: place }), { minLength: 1, maxLength: 8 }),
    baseline: fc.integer({ min: 1, max: 5 }),
    labels: fc.constantFrom(...LABELS),
    links: fc.constant(true),
    kinds: fc.subarray([...LINKAGE_KINDS], { minLength: 1 }),
    place: slug,
    year: fc.integer({ min: 1900, max: 2099 }),
    pair: fc.tuple(slug, slug).filter(([a, b]) => a !== b),
    story: slug,
    scene: slug,
    embed: fc.constant(true),
    controls: fc
      .uniqueArray(fc.constantFrom(...CONTROLS), { minLength: 1 })
      .map((some) => CONTROLS.filter((control) => some.includes(control))),
    camera: fc.record({
      zoom: decimal(0, 12, 2),
      lat: decimal(-90, 90, 4),
      lng: decimal(-180, 180, 4),
      bearing: decimal(-180, 180, 1),
      pitch: decimal(0, 60, 1),
    }),
  },
  { requiredKeys: [] },
);

describe('the address', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(address, (state) => {
        const { search, hash } = formatAddress(state);
        expect(parseAddress(search, hash)).toEqual({ address: state, bad: [] });
      }),
    );
  });

  it('is empty where everything is as usual', () => {
    expect(formatAddress({})).toEqual({ search: '', hash: '' });
  });

  it('keeps commas and colons readable', () => {
    const { search } = formatAddress({ corridors: ['bam', 'ayam'], selected: 'hubs:harbin' });
    expect(search).toBe('?corridor=bam,ayam&selected=hubs:harbin');
  });

  it('names every bad value and leaves it out', () => {
    const { address, bad } = parseAddress(
      '?lang=fr&projection=flat&radius=-5&corridor=a%20b&theme=dark',
      '#map=9/91/0',
    );
    expect(address).toEqual({ theme: 'dark' });
    expect(bad.map(({ param }) => param).sort()).toEqual([
      'corridor',
      'lang',
      'map',
      'projection',
      'radius',
    ]);
  });

  it.each(['0', '-1', '1e9', 'NaN', 'Infinity', '2001', '', '__proto__'])(
    'refuses the radius "%s"',
    (text) => {
      expect(parseAddress(`?radius=${text}`, '').bad).toHaveLength(1);
    },
  );

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (search, hash) => {
        parseAddress(search, hash);
      }),
    );
  });
});
