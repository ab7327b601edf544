import { describe, expect, it } from 'vitest';
import { zipSync } from 'fflate';
import { encodingNamed } from '../../../../src/formats/read/dbf-encoding';
import { encoded, zippedShapefile } from '../../../fixtures/encoded';
import { read } from './read';

const TOWNS = ['Чита', 'Омск', 'Улан-Удэ'];
const named = ({ good }: Awaited<ReturnType<typeof read>>, field: string): unknown[] =>
  good.map(({ properties }) => properties?.[field]);

describe('the text of a zipped shapefile', () => {
  it('is guessed where nothing tells its encoding, which is told and can be overruled', async () => {
    const zip = zippedShapefile(['имя', ...TOWNS], 'koi8-r');
    const guessed = await read(zip, 'a.zip');
    expect(named(guessed, 'имя')).toEqual(TOWNS);
    expect(guessed.codes).toEqual({ 'encoding-guessed': 1 });
    expect(guessed.reading.encoding).toBe('koi8-r');
    const asked = await read(zip, 'a.zip', { good: true }, 'windows-1251');
    expect(asked.codes).toEqual({});
    expect(asked.reading.encoding).toBe('windows-1251');
    const other = new TextDecoder('windows-1251');
    expect(named(asked, other.decode(encoded('имя', 'koi8-r')))).toEqual(
      TOWNS.map((town) => other.decode(encoded(town, 'koi8-r'))),
    );
  });

  it('is guessed from the names of its fields too', async () => {
    const { good } = await read(zippedShapefile(['名称', '1', '2'], 'gb18030'), 'a.zip');
    expect(Object.keys(good[0]!.properties!)).toEqual(['名称']);
  });

  it.each([
    ['CP936', ['名', '哈尔滨'], 'gb18030'],
    ['ANSI 1251', ['имя', 'Чита'], 'windows-1251'],
    ['866', ['имя', 'Чита'], 'ibm866'],
  ] as const)('is read as its .cpg says (%s), which is no guess', async (cpg, cells, encoding) => {
    const result = await read(zippedShapefile(cells, encoding, { cpg }), 'a.zip');
    expect(named(result, cells[0])).toEqual([cells[1]]);
    expect(result.codes).toEqual({});
    expect(result.reading.encoding).toBe(encoding);
  });

  it('is read as another is asked for where its .cpg is wrong', async () => {
    const zip = zippedShapefile(['имя', 'Чита'], 'windows-1251', { cpg: 'ISO-8859-1' });
    expect(named(await read(zip, 'a.zip'), 'имя')).toEqual([undefined]);
    expect(named(await read(zip, 'a.zip', { good: true }, 'windows-1251'), 'имя')).toEqual([
      'Чита',
    ]);
  });

  it('in sure UTF-8 needs no choice', async () => {
    const result = await read(zippedShapefile(['имя', 'Чита'], 'utf-8', { cpg: 'UTF-8' }), 'a.zip');
    expect(named(result, 'имя')).toEqual(['Чита']);
    expect(result.reading.encoding).toBeUndefined();
  });

  it.each([
    ['UTF-8', 'utf-8'],
    ['65001\r\n', 'utf-8'],
    ['gbk', 'gb18030'],
    ['windows-1252', 'windows-1252'],
    ['88595', 'iso-8859-5'],
    ['1254', undefined],
    ['nonsense', undefined],
    ['', undefined],
  ])('a .cpg that says %j means %s', (cpg, encoding) => {
    expect(encodingNamed(cpg)).toBe(encoding);
  });
});

it('tables in one archive are guessed each for itself', async () => {
  const zip = zipSync({
    'a.csv': encoded('имя,lat,lon\nЧита,52,113\n', 'koi8-r'),
    'b.csv': encoded('имя,lat,lon\nОмск и Чита,55,73\n', 'windows-1251'),
  });
  expect(named(await read(zip as Uint8Array<ArrayBuffer>, 'tables.zip'), 'имя')).toEqual([
    'Чита',
    'Омск и Чита',
  ]);
});
