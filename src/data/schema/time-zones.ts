import * as v from 'valibot';
import * as c from './common';

/** geodata/time-zones.json: the regions and countries that keep one time. */
export const timeZone = v.object({
  zone: c.text,
  offsetHours: v.pipe(v.number(), v.minValue(-12), v.maxValue(14)),
  areas: v.pipe(v.array(c.text), v.minLength(1)),
  westOf: v.optional(v.number()),
  eastOf: v.optional(v.number()),
  sources: c.sources,
});
