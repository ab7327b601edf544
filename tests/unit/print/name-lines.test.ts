import { expect, test } from 'vitest';
import { typesetter } from '../../../geodata/build/paper-page';

const type = typesetter();
const lines = (name: string, letters: number): string =>
  type.nameLines(name, 'regular', 10, letters * 10 + 1, letters * 10 + 1).join('/');

test.each([
  ['符拉迪沃斯托克', 6, '符拉迪沃斯托克'],
  ['符拉迪沃斯托克（海参崴）', 9, '符拉迪沃斯托克/（海参崴）'],
  ['堪察加彼得罗巴甫洛夫斯克', 9, '堪察加彼得罗巴甫洛夫斯克'],
  ['戈尔诺-阿尔泰斯克', 8, '戈尔诺-/阿尔泰斯克'],
  ['哈巴罗夫斯克边疆区', 8, '哈巴罗夫斯克/边疆区'],
  ['外贝加尔边疆区', 8, '外贝加尔边疆区'],
  ['德米特里·拉普捷夫海峡', 7, '德米特里·/拉普捷夫海峡'],
  ['克麦罗沃州—库兹巴斯', 8, '克麦罗沃州—/库兹巴斯'],
  ['Petropavlovsk-Kamchatsky', 6, 'Petropavlovsk-Kamchatsky'],
  ['Sea of Okhotsk', 5, 'Sea of/Okhotsk'],
])('the name %s in lines of %i letters', (name, letters, set) => {
  expect(lines(name, letters)).toBe(set);
});

test('a text in Han is broken where its lines are full, as a note beside a point is', () => {
  expect(lines('经蒙古的天然气管道尚在规划之中没有日期', 5)).toBe(
    '经蒙古的天/然气管道尚/在规划之中/没有日期',
  );
});
