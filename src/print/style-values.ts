import { expression, featureFilter, latest } from '@maplibre/maplibre-gl-style-spec';
import type { LayerSpecification } from 'maplibre-gl';
import type { Feature } from 'geojson';

/**
 * What the screen's style says of a feature: its expressions evaluated as MapLibre does, at the zoom
 * that the paper has. So paper has no second style that could differ.
 */
export class StyleValues {
  readonly #parsed = new Map<string, { evaluate: (globals: object, feature: object) => unknown }>();
  readonly #filter: (feature: Feature) => boolean;

  constructor(
    readonly layer: LayerSpecification,
    readonly zoom: number,
  ) {
    const filter = 'filter' in layer ? layer.filter : undefined;
    const compiled = featureFilter(filter as never, `layers.${layer.id}.filter`);
    this.#filter = (feature) =>
      compiled.filter({ zoom } as never, evaluated(feature) as never) as boolean;
  }

  /** Whether the layer draws at this zoom. */
  get drawn(): boolean {
    return this.zoom >= (this.layer.minzoom ?? -99) && this.zoom < (this.layer.maxzoom ?? 99);
  }

  takes(feature: Feature): boolean {
    return this.#filter(feature);
  }

  number(property: string, feature: Feature): number {
    return Number(this.#evaluate(property, feature) ?? 0);
  }

  text(property: string, feature: Feature): string {
    return String(this.#evaluate(property, feature) ?? '');
  }

  /** A list, such as a dash or anchors; undefined where the style has none. */
  list<T>(property: string, feature: Feature): T[] | undefined {
    const value = this.#evaluate(property, feature) as { values?: T[] } | T[] | undefined | null;
    return Array.isArray(value) ? value : value?.values;
  }

  /** `#rrggbb` and the colour's own opacity. */
  color(property: string, feature: Feature): { color: string; opacity: number } | undefined {
    const value = this.#evaluate(property, feature) as Rgba | undefined;
    return value ? hex(value) : undefined;
  }

  /** A label's sections: text, its size relative to the label's, its colour. */
  sections(feature: Feature): LabelSection[] {
    const value = this.#evaluate('text-field', feature) as Formatted | string | undefined;
    if (!value) return [];
    if (typeof value === 'string') return [{ text: value, scale: 1 }];
    return value.sections.map(({ text, scale, textColor }) => ({
      text,
      scale: scale ?? 1,
      ...(textColor ? { color: hex(textColor).color } : {}),
    }));
  }

  #evaluate(property: string, feature: Feature): unknown {
    let parsed = this.#parsed.get(property);
    if (!parsed) {
      const { type } = this.layer;
      const reference = latest as unknown as Record<string, Record<string, { default?: unknown }>>;
      const kind = property in (reference[`paint_${type}`] ?? {}) ? 'paint' : 'layout';
      const spec = reference[`${kind}_${type}`]?.[property];
      if (!spec) throw new Error(`a ${type} layer has no property ${property}`);
      const given = this.layer[kind as 'paint'] as Record<string, unknown> | undefined;
      const value = given?.[property] ?? spec.default;
      parsed =
        value === undefined
          ? { evaluate: () => undefined }
          : (expression.normalizePropertyExpression(
              value as never,
              `layers.${this.layer.id}.${property}`,
              spec as never,
            ) as never);
      this.#parsed.set(property, parsed!);
    }
    return parsed!.evaluate({ zoom: this.zoom }, evaluated(feature));
  }
}

export interface LabelSection {
  text: string;
  scale: number;
  color?: string;
}

interface Rgba {
  r: number;
  g: number;
  b: number;
  a: number;
}

interface Formatted {
  sections: { text: string; scale: number | null; textColor: Rgba | null }[];
}

/** Colours come premultiplied by their opacity. */
function hex({ r, g, b, a }: Rgba): { color: string; opacity: number } {
  const part = (value: number): string =>
    Math.round((a === 0 ? 0 : value / a) * 255)
      .toString(16)
      .padStart(2, '0');
  return { color: `#${part(r)}${part(g)}${part(b)}`, opacity: a };
}

const TYPE: Record<string, 1 | 2 | 3> = { Point: 1, LineString: 2, Polygon: 3 };

/** A feature as MapLibre's expressions see it. */
function evaluated(feature: Feature): object {
  return {
    type: TYPE[feature.geometry.type.replace('Multi', '')] ?? 1,
    id: feature.id,
    properties: feature.properties ?? {},
  };
}
