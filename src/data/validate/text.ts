import type { FeatureCollection } from 'geojson';
import type { Issue } from '../../core/errors';
import type { LayerFile } from '../catalogue';
import { error, quote, warning } from './issue';
import { checkLayer } from './layer';

export interface CheckedText {
  /** How many features are good. */
  features: number;
  issues: Issue[];
}

/**
 * Checks a text that should be a layer of the product: that it is JSON, the project's own checks, the
 * layer's schema, and geojson-validation as a second opinion.
 */
export async function checkLayerText(text: string, layer: LayerFile): Promise<CheckedText> {
  const issues: Issue[] = [];
  if (text.startsWith('\uFEFF'))
    issues.push(
      warning(
        'byte-order-mark',
        '$',
        'the file begins with a byte order mark',
        'UTF-8 without one',
      ),
    );
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    issues.push(error('not-json', '$', (cause as Error).message, 'JSON'));
    return { features: 0, issues };
  }
  const checked = checkLayer(layer, value);
  issues.push(...checked.issues);
  if (!checked.issues.some((issue) => issue.severity === 'error'))
    issues.push(...(await secondOpinion(value)));
  return { features: checked.features.length, issues };
}

/** What geojson-validation says. It throws on some types; then its opinion is not to be had. */
export async function secondOpinion(value: unknown): Promise<Issue[]> {
  const { default: validator } = await import('geojson-validation');
  try {
    const found = validator.valid(value as FeatureCollection, true);
    return found.map((message) =>
      error(
        'geojson-validation',
        '$',
        `geojson-validation: ${message}`,
        'GeoJSON as RFC 7946 has it',
      ),
    );
  } catch {
    return [
      warning(
        'geojson-validation',
        '$',
        `geojson-validation cannot read ${quote(value)}`,
        'a GeoJSON type',
      ),
    ];
  }
}
