import type { Feature, FeatureCollection } from 'geojson';
import type { Issue } from '../../core/errors';
import { checkGeometry } from './geometry';
import { error, quote, warning } from './issue';
import { isNullIsland, isSound } from './sound';

export interface Checked {
  /** The features without an error; the bad ones are left out. */
  good: Feature[];
  bad: number;
  issues: Issue[];
}

/** Most issues that are listed; more are only counted. */
export const MAX_ISSUES = 1000;

/**
 * Checks any GeoJSON against RFC 7946 and keeps the good features: types, positions, ranges,
 * swapped axes, rings, winding, 180 degrees, duplicate ids. Nothing is thrown for bad data.
 */
export function checkGeoJson(value: unknown): Checked {
  const issues: Issue[] = [];
  const features = featuresOf(value, issues);
  const good: Feature[] = [];
  const seen = new Set<string | number>();
  features.forEach((item, i) => {
    const place = `features[${i}]`;
    let errors = 0;
    if (isSound(item) && isNewId(item as Feature, seen)) {
      good.push(item as Feature);
      return;
    }
    checkFeature(item, place, seen, (issue) => {
      if (issue.severity === 'error') errors += 1;
      if (issues.length < MAX_ISSUES) issues.push(issue);
    });
    if (errors === 0) good.push(item as Feature);
  });
  return { good, bad: features.length - good.length, issues };
}

/** Whether a sound feature has no id, or one that was not seen before; it is seen then. */
export function isNewId({ id }: Feature, seen: Set<string | number>): boolean {
  if (id === undefined) return true;
  const before = seen.size;
  return seen.add(id).size > before;
}

/** A FeatureCollection, a Feature or a bare geometry as a list of features. */
function featuresOf(value: unknown, issues: Issue[]): unknown[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    issues.push(
      error('not-geojson', '$', `${quote(value)} is not GeoJSON`, 'an object with a type'),
    );
    return [];
  }
  const { type, features, geometry, coordinates, geometries } = value as Record<string, unknown>;
  if (type === 'FeatureCollection') {
    if (Array.isArray(features)) return features;
    issues.push(
      error(
        'features-missing',
        '$.features',
        'a FeatureCollection without features',
        'an array of features',
      ),
    );
    return [];
  }
  if (type === 'Feature' || geometry !== undefined) return [value];
  if (coordinates !== undefined || geometries !== undefined)
    return [{ type: 'Feature', properties: {}, geometry: value }];
  issues.push(
    error(
      'not-geojson',
      '$.type',
      `${quote(type)} is no type of GeoJSON`,
      'FeatureCollection, Feature or a geometry',
    ),
  );
  return [];
}

/**
 * Every defect of one feature. `seen` holds the ids of the features before it.
 */
export function checkFeature(
  item: unknown,
  place: string,
  seen: Set<string | number>,
  report: (issue: Issue) => void,
): void {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    report(
      error(
        'feature-not-object',
        place,
        `${quote(item)} is not a feature`,
        'an object of type Feature',
      ),
    );
    return;
  }
  const { type, id, properties, geometry } = item as Record<string, unknown>;
  if (type !== 'Feature')
    report(
      error(
        'feature-type',
        `${place}.type`,
        type === undefined ? 'the feature has no type' : `${quote(type)} stands where Feature must`,
        '"type": "Feature"',
      ),
    );
  if (properties !== null && (typeof properties !== 'object' || Array.isArray(properties)))
    report(
      error(
        'properties-not-object',
        `${place}.properties`,
        properties === undefined
          ? 'the feature has no properties'
          : `${quote(properties)} are no properties`,
        '"properties": an object, or null',
      ),
    );
  if (id !== undefined) {
    if (typeof id !== 'string' && typeof id !== 'number')
      report(error('id-type', `${place}.id`, `${quote(id)} is no id`, 'a string or a number'));
    else if (seen.has(id))
      report(
        warning(
          'id-duplicate',
          `${place}.id`,
          `the id ${quote(id)} stands twice`,
          'an id of its own for every feature',
        ),
      );
    else seen.add(id);
  }
  if (geometry === null)
    report(
      warning(
        'geometry-null',
        `${place}.geometry`,
        'a feature without geometry',
        'a geometry, or leave the feature out',
      ),
    );
  else {
    checkGeometry(geometry, `${place}.geometry`, report);
    if (typeof geometry === 'object' && isNullIsland(geometry))
      report(
        warning(
          'null-island',
          `${place}.geometry`,
          'a point at 0, 0, off Africa',
          'the true place; programs write 0, 0 when they found none',
        ),
      );
  }
}

export const collection = (features: Feature[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});
