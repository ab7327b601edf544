import * as v from 'valibot';
import * as c from './common';

/** geodata/programmes.json: a development programme and the regions that it covers. */
export const programme = v.object({
  id: c.slug,
  name: c.fullName,
  since: c.date,
  until: v.optional(c.date),
  regions: v.array(v.object({ id: c.regionId, part: v.boolean() })),
  note: v.optional(c.fullName),
  sources: c.sources,
});
export type Programme = v.InferOutput<typeof programme>;
