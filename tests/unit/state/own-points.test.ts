import { expect, it } from 'vitest';
import { pointId, readPoints } from '../../../src/state/own-points';

it('reads points as people paste them, with and without names', () => {
  const { points, bad } = readPoints(
    '126.63,45.75\r\n87.62;43.83;Үрэмчи\n\n-173.2\t64.4\t"Провидения, порт"\n 113.5 52.03 赤塔 ',
  );
  expect(bad).toEqual([]);
  expect(points.map((each) => [pointId(each), each.name])).toEqual([
    ['126.63,45.75', undefined],
    ['87.62,43.83', 'Үрэмчи'],
    ['-173.2,64.4', 'Провидения, порт'],
    ['113.5,52.03', '赤塔'],
  ]);
});

it('names the lines that hold no point, and says where the axes seem swapped', () => {
  const { points, bad } = readPoints('name,lng,lat\n45.75,126.63\n999,1\n<b>1,2</b>');
  expect(points).toEqual([]);
  expect(bad).toEqual([
    { line: 1, text: 'name,lng,lat', swapped: false },
    { line: 2, text: '45.75,126.63', swapped: true },
    { line: 3, text: '999,1', swapped: false },
    { line: 4, text: '<b>1,2</b>', swapped: false },
  ]);
});
