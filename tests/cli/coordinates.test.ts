import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nv } from './nv';

const PLACE = '-173.2,64.4';

it.each([
  ['measure', PLACE, '177.5,64.73'],
  ['measure', '177.5,64.73', PLACE],
  ['measure', PLACE, '--corridor', 'northern-sea-route'],
  ['route', PLACE, 'pevek'],
  ['route', 'pevek', PLACE],
  ['route', 'pevek', 'vladivostok', '--via', PLACE],
  ['route', 'pevek', 'vladivostok', `--via=${PLACE}`],
  ['matrix', 'pevek', PLACE],
  ['matrix', 'pevek', '--to', PLACE],
  ['matrix', 'pevek', `--to=${PLACE}`],
  ['reach', PLACE, '--within', '500km'],
  ['catchment', PLACE, '--radius', '50'],
  ['catchment', PLACE, '177,65', '--radius', '50'],
])('takes a negative longitude as a place: nv %s %s %s %s', async (...words) => {
  const { status, stdout, stderr } = await nv(...words, '--format', 'json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/-173\.[12]/);
});

/** A document with a road added from a place to Pevek. */
function addedFrom(from: unknown): string {
  const path = join(mkdtempSync(join(tmpdir(), 'nv-added-')), 'added.json');
  const add = [{ id: 'coast-road', from, to: 'pevek', mode: 'road', speedKmh: 40 }];
  writeFileSync(path, JSON.stringify({ version: 1, add }));
  return path;
}

it('travels a link that a scenario adds from a negative longitude', async () => {
  const words = ['pevek', PLACE, '--modes', 'road', '--scenario', addedFrom([-173.2, 64.4])];
  const { status, stdout } = await nv('route', ...words, '--format', 'json');
  expect(status).toBe(0);
  const { distanceKm, greatCircleKm, edges } = JSON.parse(stdout);
  expect(edges.map(({ id }: { id: string }) => id)).toEqual(['coast-road']);
  expect(distanceKm).toBeCloseTo(greatCircleKm, 3);
});

it('says how a point is written where a scenario has it as text', async () => {
  const scenario = addedFrom(PLACE);
  const { status, stderr } = await nv('route', 'pevek', PLACE, '--scenario', scenario);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^nv: scenario add\[0\]\.from .*\[-173\.2,64\.4\].*\n$/);
});
