import * as v from 'valibot';
import { MACRO_REGIONS } from '../../core/types';
import * as c from './common';

/** Properties of regions, settlements, linkages and of what is drawn for orientation. */

export const regionProps = v.object({
  ...c.provenance,
  id: c.regionId,
  iso: v.pipe(v.string(), v.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/)),
  name: c.fullName,
  country: c.country,
  macroRegion: v.optional(v.picklist(MACRO_REGIONS)),
  areaKm2: c.positive,
  population: v.optional(c.population),
  programmes: v.optional(v.array(c.slug)),
  knownFor: v.optional(v.array(v.object({ text: c.fullName, source: c.source }))),
});

export const settlementProps = v.object({
  id: c.slug,
  name: c.partialName,
  country: c.country,
  region: v.optional(c.regionId),
  population: c.positive,
  year: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100)),
  sources: c.sources,
});

export const linkageProps = v.object({
  ...c.provenance,
  id: c.slug,
  name: c.fullName,
  kind: v.picklist(['science', 'trade', 'investment', 'energy', 'twinning', 'culture']),
  from: v.string(),
  to: v.string(),
  since: c.date,
  until: v.optional(c.date),
  text: c.fullName,
});

/** Countries, land, borders, waters, seas: drawn and named; each layer may add its own words. */
export const contextProps = v.looseObject({
  id: c.slug,
  name: v.optional(c.partialName),
  sources: c.sources,
});
