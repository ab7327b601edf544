import { expect, test } from 'vitest';
import { withBreaks, withoutBreaks } from '../../../src/layers/name-breaks';
import { setLabel, type LabelStyle } from '../../../src/print/label';
import { typesetter } from '../../../geodata/build/paper-page';

const type = typesetter();

/** The lines of a label that may be so many letters wide. */
function lines(name: string, letters: number, whole = true): string {
  const style: LabelStyle = {
    face: 'regular',
    size: 10,
    color: '#000000',
    opacity: 1,
    halo: undefined,
    spacing: 0,
    maxWidth: letters * 10 + 1,
    lineHeight: 1.2,
  };
  const set = setLabel([{ text: name, scale: 1 }], style, type, whole)!;
  return set.lines.map(({ text }) => text).join('/');
}

test.each([
  ['符拉迪沃斯托克', 6, '符拉迪沃斯托克'],
  ['符拉迪沃斯托克（海参崴）', 9, '符拉迪沃斯托克/（海参崴）'],
  ['符拉迪沃斯托克（海参崴）', 12, '符拉迪沃斯托克（海参崴）'],
  ['堪察加彼得罗巴甫洛夫斯克', 9, '堪察加彼得罗巴甫洛夫斯克'],
  ['戈尔诺-阿尔泰斯克', 8, '戈尔诺-/阿尔泰斯克'],
  ['哈巴罗夫斯克边疆区', 8, '哈巴罗夫斯克/边疆区'],
  ['外贝加尔边疆区', 8, '外贝加尔边疆区'],
  ['德米特里·拉普捷夫海峡', 7, '德米特里·/拉普捷夫海峡'],
  ['克麦罗沃州—库兹巴斯', 8, '克麦罗沃州—/库兹巴斯'],
  ['Petropavlovsk-Kamchatsky', 6, 'Petropavlovsk-Kamchatsky'],
  ['Sea of Okhotsk', 5, 'Sea of/Okhotsk'],
])('the name %s in lines of %i letters', (name, letters, set) => {
  expect(lines(withBreaks(name), letters)).toBe(set);
  expect(withoutBreaks(withBreaks(name))).toBe(name);
  expect([...type.missing]).toEqual([]);
});

test('a name that has no room as it is, and a remark, are broken between letters', () => {
  expect(lines(withBreaks('符拉迪沃斯托克（海参崴）'), 9, false)).toBe('符拉迪沃斯托/克（海参崴）');
  expect(lines('经蒙古的天然气管道尚在规划之中没有日期', 5)).toBe(
    '经蒙古的天/然气管道尚/在规划之中/没有日期',
  );
});
