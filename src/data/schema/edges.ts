import * as v from 'valibot';
import * as c from './common';

/** Properties of one edge of the network: railways, roads and sea routes alike. */
export const edgeProps = v.pipe(
  v.object({
    ...c.provenance,
    id: c.slug,
    line: c.slug,
    name: c.fullName,
    from: c.slug,
    to: c.slug,
    mode: c.mode,
    gauges: v.optional(v.pipe(v.array(c.gauge), v.minLength(1))),
    status: c.status,
    asOf: c.date,
    months: c.months,
    country: c.country,
    lengthKm: v.optional(v.object({ value: c.positive, source: c.source })),
    tracks: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6))),
    electrified: v.optional(v.boolean()),
    speedClass: c.slug,
    surface: v.optional(v.picklist(['paved', 'gravel', 'earth', 'bridge', 'ferry', 'ice'])),
    opened: v.optional(c.date),
    geometryGrade: c.geometryGrade,
    ratioReason: v.optional(c.text),
    note: v.optional(c.text),
  }),
  v.check(
    (edge) => (edge.mode === 'rail') === (edge.gauges !== undefined),
    'rail needs gauges, other modes have none',
  ),
  v.check(
    (edge) => (edge.mode === 'sea') === (edge.country === 'sea'),
    'sea edges lie in "sea", others in a country',
  ),
);
