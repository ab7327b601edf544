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
