import * as v from 'valibot';
import * as c from './common';

/** geodata/corridors.json. */
export const corridor = v.object({
  id: c.slug,
  name: c.fullName,
  summary: c.fullName,
  rank: v.number(),
  via: v.pipe(v.array(c.slug), v.minLength(2)),
  edges: v.pipe(v.array(c.slug), v.minLength(1)),
  publishedKm: v.optional(
    v.object({ value: c.positive, source: c.source, note: v.optional(c.text) }),
  ),
  sources: c.sources,
});
