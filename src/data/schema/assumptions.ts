import * as v from 'valibot';
import * as c from './common';

/** geodata/assumptions.json: one row of the table of speeds and times. */
export const assumption = v.pipe(
  v.object({
    id: c.slug,
    group: v.picklist(['speed', 'border', 'gauge', 'port', 'transfer']),
    appliesTo: c.text,
    unit: v.picklist(['km/h', 'h']),
    low: c.notNegative,
    typical: c.notNegative,
    high: c.notNegative,
    source: v.optional(c.source),
    note: c.fullName,
  }),
  v.check((row) => row.low <= row.typical && row.typical <= row.high, 'must rise from low to high'),
);

/** geodata/scenarios.json: a scenario that comes with the product; its document has its own check. */
export const scenarioPreset = v.object({
  id: c.slug,
  name: c.fullName,
  scenario: v.unknown(),
  // Where its links come from; a thought experiment (a crossing closed) has none.
  sources: v.array(c.source),
});
