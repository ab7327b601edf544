import type { Feature } from 'geojson';
import * as v from 'valibot';
import type { Issue } from '../../core/errors';
import { GEOMETRY_TYPES, type LayerFile } from '../catalogue';
import { checkGeoJson } from './geojson';
import { error } from './issue';

export interface CheckedLayer {
  features: Feature[];
  issues: Issue[];
}

/**
 * Checks one layer of the product: RFC 7946, geometry types, an id that equals the property `id`,
 * and the layer's schema. Good features are kept, bad ones listed. Used by the build, by the loader
 * and by the tests alike.
 */
export function checkLayer(layer: LayerFile, value: unknown): CheckedLayer {
  const checked = checkGeoJson(value);
  const issues = checked.issues.map((issue) => ({
    ...issue,
    place: `${layer.id}: ${issue.place}`,
  }));
  const allowed = layer.geometry.flatMap((kind) => GEOMETRY_TYPES[kind]);
  const features = checked.good.filter((feature) => {
    const found = featureIssues(layer, feature, allowed);
    issues.push(...found);
    return found.length === 0;
  });
  return { features, issues };
}

function featureIssues(layer: LayerFile, feature: Feature, allowed: string[]): Issue[] {
  const place = `${layer.id}: ${String(feature.id ?? feature.properties?.id ?? '(no id)')}`;
  const issues: Issue[] = [];
  const type = feature.geometry?.type ?? 'null';
  if (!allowed.includes(type))
    issues.push(
      error('geometry-type', place, `geometry ${type} in layer ${layer.id}`, allowed.join(' or ')),
    );
  if (feature.id === undefined || feature.id !== feature.properties?.id)
    issues.push(
      error(
        'id-missing',
        place,
        'the feature’s id differs from its property id',
        'the same slug in both',
      ),
    );
  const result = v.safeParse(layer.props, feature.properties);
  for (const issue of result.issues ?? [])
    issues.push(
      error(
        'schema',
        `${place}.${v.getDotPath(issue) ?? 'properties'}`,
        issue.message,
        'see src/data/schema',
      ),
    );
  return issues;
}
