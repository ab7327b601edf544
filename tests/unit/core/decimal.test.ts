import { expect, it } from 'vitest';
import { readDecimal } from '../../../src/core/decimal';

it.each([
  ['75', 75],
  ['-0.5', -0.5],
  ['+12.25', 12.25],
  ['.5', 0.5],
  [' 3 ', 3],
  ['007', 7],
])('reads %j as people do', (text, value) => {
  expect(readDecimal(text)).toBe(value);
});

it.each([
  '',
  ' ',
  '0x10',
  '0b1',
  '1e3',
  'Infinity',
  'NaN',
  '1,5',
  '1 000',
  '5.',
  '.',
  '-',
  '٣',
  '1_0',
])('takes %j for no number', (text) => {
  expect(readDecimal(text)).toBeNaN();
});
