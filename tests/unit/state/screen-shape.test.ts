import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SHAPES } from '../../../src/state/screen-shape';

const styled = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.(svelte|css)$/.test(path),
);

test('every style sheet that asks for a size asks for one of the three shapes', () => {
  const asked = styled.flatMap((path) =>
    [...readFileSync(join('src', path), 'utf8').matchAll(/@media ([^{]*(?:width|height)[^{]*) \{/g)]
      .map(([, query]) => query!)
      .filter((query) => !Object.values<string>(SHAPES).includes(query))
      .map((query) => `${path}: ${query}`),
  );
  expect(asked).toEqual([]);
});

test('a small screen has one of two shapes', () => {
  // Numbers for the lengths, so that the queries can be asked without a browser.
  const holds = (query: string, width: number, height: number): boolean =>
    query.split(', ').some((all) =>
      all.split(' and ').every((part) => {
        const [, bound, side, px] = /\((min|max)-(width|height): ([\d.]+)px\)/.exec(part)!;
        const length = side === 'width' ? width : height;
        return bound === 'min' ? length >= Number(px) : length <= Number(px);
      }),
    );
  const shapes = (width: number, height: number): string[] =>
    Object.entries(SHAPES).flatMap(([name, query]) => (holds(query, width, height) ? [name] : []));
  expect(shapes(390, 844)).toEqual(['narrow', 'small']);
  expect(shapes(320, 480)).toEqual(['narrow', 'small']);
  expect(shapes(760, 800)).toEqual(['narrow', 'small']);
  expect(shapes(740, 360)).toEqual(['low', 'small']);
  expect(shapes(844, 390)).toEqual(['low', 'small']);
  expect(shapes(480, 320)).toEqual(['low', 'small']);
  expect(shapes(800, 500)).toEqual([]);
  expect(shapes(1280, 800)).toEqual([]);
});
