import * as v from 'valibot';
import * as c from './common';

/** Properties of the places that are nodes of the network: hubs, ports, crossings, other nodes. */

export const nodeProps = v.object({
  ...c.provenance,
  id: c.slug,
  name: c.partialName,
  kind: v.picklist(['station', 'junction', 'waypoint', 'town']),
  country: c.country,
  gaugeBreak: v.optional(v.boolean()),
  posts: c.posts,
});

export const hubProps = v.object({
  ...c.provenance,
  id: c.slug,
  name: c.fullName,
  country: c.country,
  region: v.optional(c.regionId),
  roles: v.pipe(
    v.array(
      v.picklist([
        'national-capital',
        'regional-capital',
        'border-town',
        'port',
        'science',
        'logistics',
        'industry',
        'resource',
        'gateway',
      ]),
    ),
    v.minLength(1),
  ),
  rank: v.picklist([1, 2, 3, 4]),
  population: v.optional(c.population),
  airport: v.optional(
    v.object({
      iata: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
      name: c.text,
      source: c.source,
    }),
  ),
  gaugeBreak: v.optional(v.boolean()),
  posts: c.posts,
});

export const portProps = v.object({
  ...c.provenance,
  id: c.slug,
  name: c.fullName,
  country: c.country,
  region: v.optional(c.regionId),
  kind: v.picklist(['sea', 'river', 'river-sea']),
  locode: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2} ?[A-Z0-9]{3}$/))),
  status: c.status,
  asOf: c.date,
  months: c.months,
  hub: v.optional(c.slug),
});

const post = v.object({
  country: c.country,
  name: c.fullName,
  gauge: v.optional(c.gauge),
});

export const crossingProps = v.object({
  ...c.provenance,
  id: c.slug,
  name: c.fullName,
  posts: v.tuple([post, post]),
  modes: v.pipe(v.array(v.picklist(['rail', 'road', 'river', 'ice'])), v.minLength(1)),
  status: c.status,
  asOf: c.date,
  months: c.months,
  opened: v.optional(c.date),
  capacity: v.optional(v.array(v.object({ text: c.text, source: c.source }))),
  traffic: v.optional(
    v.array(v.object({ value: c.notNegative, unit: c.text, period: c.text, source: c.source })),
  ),
  dwellHours: v.pipe(
    v.object({
      low: c.notNegative,
      typical: c.notNegative,
      high: c.notNegative,
      source: v.optional(c.source),
      assumption: v.boolean(),
    }),
    v.check((h) => h.low <= h.typical && h.typical <= h.high, 'must rise from low to high'),
    v.check((h) => h.assumption || h.source !== undefined, 'needs a source or the word assumption'),
  ),
  unknown: v.optional(v.array(v.picklist(['opened', 'capacity', 'traffic']))),
  note: v.optional(c.partialName),
});
