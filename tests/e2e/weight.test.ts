import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { LAYER_FILES } from '../../src/data/catalogue';
import { mapIdle, useBrowser, visit } from './browser';

useBrowser();

const gzipped = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length;

describe('what the first map weighs', () => {
  it('is at most MapLibre and 150 kB of JavaScript, compressed', async () => {
    const scripts = new Set<string>();
    const { page, close } = await visit({
      before: (page) => {
        page.on('request', (request) => {
          const path = request.url().slice(inject('pageUrl').length).split('?')[0]!;
          if (/\.m?js$/.test(path)) scripts.add(path);
        });
        return Promise.resolve();
      },
    });
    await mapIdle(page);
    await close();
    const ours = [...scripts].reduce((sum, path) => sum + gzipped(`dist/${path}`), 0);
    const maplibre = ['maplibre-gl.mjs', 'maplibre-gl-worker.mjs'].reduce(
      (sum, name) => sum + gzipped(`node_modules/maplibre-gl/dist/${name}`),
      0,
    );
    expect(scripts.size).toBeGreaterThanOrEqual(3);
    expect(ours - maplibre).toBeLessThanOrEqual(150_000);
  });

  it('is at most 1 MB of data, compressed', () => {
    const first = LAYER_FILES.filter(({ load }) => load === 'first');
    const bytes = first.reduce((sum, { id }) => sum + gzipped(`geodata/${id}.geojson`), 0);
    expect(bytes + gzipped('geodata/corridors.json')).toBeLessThanOrEqual(1_000_000);
  });
});
