import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LAYER_FILES } from '../../src/data/catalogue';
import { secondOpinion } from '../../src/data/validate/text';
import { checkLayer } from '../../src/data/validate/layer';

const read = (name: string): string => readFileSync(`geodata/${name}`, 'utf8');

describe('the layers of geodata/', () => {
  it('are, to the byte, what the build makes from extracts and curated tables', () => {
    const run = () =>
      execFileSync('node_modules/.bin/tsx', ['geodata/build/main.ts', '--check'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    expect(run).not.toThrow();
  });

  it('are all in the catalogue, and the catalogue names no other', () => {
    const files = readdirSync('geodata').filter((name) => name.endsWith('.geojson'));
    expect(files.sort()).toEqual(LAYER_FILES.map(({ id }) => `${id}.geojson`).sort());
  });

  it.each(LAYER_FILES.map(({ id }) => id))(
    '%s passes geojson-validation and the own checks',
    async (id) => {
      const layer = LAYER_FILES.find((candidate) => candidate.id === id)!;
      const value: unknown = JSON.parse(read(`${id}.geojson`));
      const { features, issues } = checkLayer(layer, value);
      expect(issues).toEqual([]);
      expect(await secondOpinion(value)).toEqual([]);
      expect(features.length).toBeGreaterThan(0);
    },
  );

  it('carry ids that are unique over everything an edge may end on', () => {
    const ids = ['hubs', 'ports', 'crossings', 'nodes'].flatMap((layer) =>
      (JSON.parse(read(`${layer}.geojson`)) as { features: { id: string }[] }).features.map(
        ({ id }) => id,
      ),
    );
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('hold coordinates of five decimals at most', () => {
    for (const { id } of LAYER_FILES) {
      const coordinates = read(`${id}.geojson`).match(/"coordinates":[^a-z]*/g) ?? [];
      expect(
        coordinates.some((text) => /\.\d{6}/.test(text)),
        id,
      ).toBe(false);
    }
  });
});
