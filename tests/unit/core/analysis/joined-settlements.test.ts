import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CatchmentSettlement } from '../../../../src/core/analysis/catchment-types';
import { joinSettlements } from '../../../../src/core/analysis/joined-settlements';
import { buildNetwork } from '../../../../src/core/network/build';
import { parseScenario } from '../../../../src/core/scenario/parse';
import { smallNetwork } from '../../../fixtures/network-small';

const data = smallNetwork();
const today = buildNetwork(data);
const [west, east, south, north] = [100, 190, 45, 74];

const scenario = fc
  .record({
    on: fc.subarray(['steppe-link']),
    off: fc.subarray(['rail-bersk-cx', 'cx-rail']),
    add: fc.array(
      fc.record({ lng: fc.double({ min: 112, max: 124, noNaN: true }), share: fc.boolean() }),
      { maxLength: 2 },
    ),
  })
  .map(({ on, off, add }) =>
    parseScenario({
      version: 1,
      ...{ on, off },
      add: add.map(({ lng, share }, i) => ({
        ...{ id: `new-${i}`, mode: share ? 'road' : 'rail', from: [lng, 50.5], to: [lng + 2, 49] },
        ...(share ? {} : { gauges: [1520] }),
        speedKmh: 60,
      })),
    }),
  );

const settlements = fc
  .array(
    fc.record({
      lng: fc.double({ min: west, max: east, noNaN: true }),
      lat: fc.double({ min: south, max: north, noNaN: true }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((places) =>
    places.map(({ lng, lat }, i): CatchmentSettlement => {
      const at = { lng: lng > 180 ? lng - 360 : lng, lat };
      return { id: `${i}`, name: { en: 'x' }, country: 'RU', population: 1, year: 2020, ...at };
    }),
  );

it('settlements join a second network as if it were the first', () => {
  fc.assert(
    fc.property(scenario, settlements, (scenario, list) => {
      const other = buildNetwork(data, { scenario });
      joinSettlements(today, list);
      const after = joinSettlements(other, list);
      // Another list of the same settlements has no first network.
      const anew = joinSettlements(other, list.slice());
      expect(after).toEqual(anew);
    }),
    { numRuns: 200 },
  );
});
