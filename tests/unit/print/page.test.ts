import geographiclib from 'geographiclib-geodesic';
import { expect, test, vi } from 'vitest';
import { PROJECTION_IDS, type ProjectionId, type ViewState } from '../../../src/core/projections';
import { planarConverter, PLANAR } from '../../../src/core/geo/planar';
import { LANGS } from '../../../src/core/types';
import { SIGNS } from '../../../src/layers/signs';
import { MAP_WINDOW } from '../../../src/map/window';
import { graticuleStep } from '../../../src/print/graticule-lines';
import { composePage, type ComposedPage } from '../../../src/print/compose';
import type { PaperLegend } from '../../../src/print/legend-block';
import { paperProjection } from '../../../src/print/paper-projection';
import { pdfFile } from '../../../src/print/pdf';
import { scaleBarAt } from '../../../src/print/scale-bar';
import { overlap, type Shape, type TextShape } from '../../../src/print/shapes';
import { escapeXml, svgFile } from '../../../src/print/svg';
import {
  pageRequest,
  TRANS_SIBERIAN_PAGE,
  typesetter,
  type Wanted,
} from '../../../geodata/build/paper-page';

const type = typesetter();

// The first page reads and validates the layers.
vi.setConfig({ testTimeout: 120_000 });

function texts(shapes: readonly Shape[]): TextShape[] {
  return shapes.flatMap((shape) =>
    shape.kind === 'text' ? [shape] : shape.kind === 'group' ? texts(shape.children) : [],
  );
}

const boxOf = (text: TextShape) => ({
  x: text.x,
  y: text.y - text.size * 0.7,
  width: type.width(text.text, text.face, text.size, text.spacing),
  height: text.size * 0.7,
});

/** Nothing but words, the frame and the bar: what is asked does not hang on the map. */
const bare = { change: { layers: {} }, furniture: { inset: false } };

/** By how much of its length a page's scale bar is longer or shorter than the geodesic below it. */
function barError({ bar }: ComposedPage): number {
  const { from, to, km } = bar!;
  const { s12 } = geographiclib.Geodesic.WGS84.Inverse(from[1], from[0], to[1], to[0]);
  return Math.abs(s12! / 1000 / km - 1);
}

const VIEWS: Record<string, { view: Partial<ViewState>; projections: ProjectionId[] }> = {
  'all of North Asia': { view: {}, projections: [...PROJECTION_IDS] },
  'the sea around 78° N': {
    view: { lng: 104, lat: 78, zoom: 5 },
    projections: ['arctic', 'north-asia', 'globe', 'mercator'],
  },
  'the 180th meridian': {
    view: { lng: 180, lat: 66, zoom: 4.5 },
    projections: ['arctic', 'globe', 'mercator'],
  },
};
const BARS = Object.entries(VIEWS).flatMap(([place, { view, projections }]) =>
  projections.map((projection) => ({ place, view, projection })),
);

test.each(BARS)(
  'the scale bar of $place in $projection is as long as its geodesic on every sheet',
  async ({ view, projection }) => {
    for (const id of ['a5', 'a4', 'a2', 'a1'] as const)
      for (const landscape of [true, false]) {
        const sheet = { id, landscape };
        const page = composePage(await pageRequest({ ...bare, projection, view, sheet }), type);
        expect(barError(page), `${id} ${landscape}`).toBeLessThan(0.02);
        expect(page.bar!.x + page.bar!.width).toBeLessThan(page.frame.x + page.frame.width);
      }
  },
);

test('a scale bar that lies across the 180th meridian is as long as its geodesic', () => {
  const frame = { x: 0, y: 0, width: 800, height: 600 };
  for (const id of ['arctic', 'globe', 'mercator'] as const) {
    const view = { lng: 180, lat: 66, zoom: 4.5, bearing: 0, pitch: 0 };
    const paper = paperProjection(id, view, frame, 1);
    // Turned so that the parallel lies level: else the bar could run along the meridian.
    const east = paper([179, 66])!;
    const west = paper([-179, 66])!;
    const bearing = (Math.atan2(west[1] - east[1], west[0] - east[0]) * 180) / Math.PI;
    const level = paperProjection(id, { ...view, bearing }, frame, 1);
    const bar = scaleBarAt(level, 350, 300, 130)!;
    const [from, to] = [level.invert!([bar.x, bar.y])!, level.invert!([bar.x + bar.width, bar.y])!];
    expect(Math.sign(from[0]), id).not.toBe(Math.sign(to[0]));
    const { s12 } = geographiclib.Geodesic.WGS84.Inverse(from[1], from[0], to[1], to[0]);
    expect(Math.abs(s12! / 1000 / bar.km - 1), id).toBeLessThan(0.02);
  }
});

test('paper lies in the same plane as the screen', () => {
  const view = { lng: 110, lat: 55, zoom: 3, bearing: 0, pitch: 0 };
  const frame = { x: 0, y: 0, width: 800, height: 600 };
  for (const id of ['north-asia', 'arctic'] as const) {
    const paper = paperProjection(id, view, frame, 1);
    const screen = planarConverter(PLANAR[id]);
    const pointsPerMetre = (512 * 2 ** 3) / (2 * Math.PI * 6371007.181);
    const origin = screen.forward([110, 55]);
    for (const place of [
      [82.9, 55],
      [131.9, 43.1],
      [33, 69],
    ] as [number, number][]) {
      const [x, y] = screen.forward(place);
      const [px, py] = paper(place)!;
      expect(px).toBeCloseTo(400 + (x - origin[0]) * pointsPerMetre, 4);
      expect(py).toBeCloseTo(300 - (y - origin[1]) * pointsPerMetre, 4);
    }
  }
});

test('a view turned to the east has the east above', () => {
  const view = { lng: 110, lat: 55, zoom: 3, bearing: 90, pitch: 0 };
  const paper = paperProjection('north-asia', view, { x: 0, y: 0, width: 800, height: 600 }, 1);
  const [x, y] = paper([112, 55])!;
  expect(y).toBeLessThan(295);
  expect(x).toBeCloseTo(400, -1);
});

test.each(LANGS)('labels of a page in %s lie apart, inside of its frame', async (lang) => {
  const page = composePage(await pageRequest({ lang, corridor: 'trans-siberian' }), type);
  const map = page.shapes.find((shape) => shape.kind === 'group' && shape.name === 'map')!;
  const labels = texts([map]).filter(({ rotate }) => !rotate);
  expect(labels.length).toBeGreaterThan(40);
  const boxes = labels.map(boxOf);
  boxes.forEach((box, i) => {
    expect(box.x).toBeGreaterThan(page.frame.x);
    expect(box.x + box.width).toBeLessThan(page.frame.x + page.frame.width);
    for (let j = i + 1; j < boxes.length; j++)
      if (overlap(box, boxes[j]!)) throw new Error(`${labels[i]!.text} on ${labels[j]!.text}`);
    // Names side by side are two names: ОМСКАЯ and ТОМСКАЯ have more than a space between them.
    const gap = 0.4 * labels[i]!.size;
    const wide = { ...box, x: box.x - gap, width: box.width + 2 * gap };
    boxes.forEach((other, j) => {
      if (j !== i && overlap(wide, other) && labels[j]!.size >= labels[i]!.size)
        throw new Error(`${labels[i]!.text} beside ${labels[j]!.text}`);
    });
  });
  expect([...type.missing]).toEqual([]);
});

/** The signs that shapes draw, by their first line. */
function signsOf(shapes: readonly Shape[]): Set<string> {
  const drawn = new Set<string>();
  const look = (shape: Shape): void => {
    if (shape.kind === 'group') shape.children.forEach(look);
    else if (shape.kind === 'path' && SIGN_OF.has(shape.d)) drawn.add(SIGN_OF.get(shape.d)!);
  };
  shapes.forEach(look);
  return drawn;
}
/** The last part of each sign is its own. */
const SIGN_OF = new Map(Object.entries(SIGNS).map(([id, parts]) => [parts.at(-1)!.d, id]));

const PLACES: Record<string, Wanted> = {
  'all of North Asia': {},
  'the border at Zabaykalsk': { view: { lng: 117.4, lat: 49.5, zoom: 7 } },
  'the mouth of the Ob': { view: { lng: 72, lat: 68, zoom: 5 }, projection: 'arctic' },
  'Bering Strait': { view: { lng: 180, lat: 65, zoom: 4.4 }, projection: 'arctic' },
  'the Gobi': { view: { lng: 104, lat: 43.5, zoom: 6 }, sheet: { id: 'a3', landscape: false } },
};

test.each(Object.keys(PLACES))(
  'the legend of a map of %s explains the signs drawn on it and no others',
  async (place) => {
    const request = await pageRequest(PLACES[place]);
    const { shapes, legend } = composePage(request, type);
    const named = (name: string): Shape[] =>
      shapes.filter((shape) => shape.kind === 'group' && shape.name === name);
    expect(SIGN_OF.size).toBe(Object.keys(SIGNS).length);
    expect([...signsOf(named('legend'))].sort()).toEqual([...signsOf(named('map'))].sort());
    const all = request.words.legend(99, () => true);
    const count = ({ groups }: PaperLegend): number =>
      groups.reduce((sum, { entries }) => sum + entries.length, 0);
    expect(count(legend)).toBeLessThan(count(all));
  },
);

test('the legend of every sheet is complete and stays on it', async () => {
  for (const id of ['a5', 'a4', 'a0', '16:9'] as const)
    for (const landscape of [true, false]) {
      const request = await pageRequest({ lang: 'ru', sheet: { id, landscape } });
      const page = composePage(request, type);
      expect(page.legendLeftOut).toBe(false);
      const legend = page.shapes.find((s) => s.kind === 'group' && s.name === 'legend')!;
      const written = texts([legend]);
      const words = written.map(({ text }) => text).join(' ');
      for (const { entries } of page.legend.groups)
        for (const { label } of entries) expect(words.includes(label.split(' ')[0]!)).toBe(true);
      for (const text of written) {
        const box = boxOf(text);
        expect(box.x + box.width).toBeLessThanOrEqual(page.width);
        expect(box.y + box.height).toBeLessThanOrEqual(page.height);
      }
    }
});

test('where a page shows what is not mapped its foot says so, and elsewhere it does not', async () => {
  const { west, east, south } = MAP_WINDOW;
  for (const [view, says] of [
    [{}, true],
    [{ lng: 110, lat: 50, zoom: 4 }, false],
  ] as const) {
    const request = await pageRequest({ ...bare, view });
    const written = texts(composePage(request, type).shapes).map(({ text }) => text);
    expect(written.includes(request.words.bare)).toBe(says);
    expect(request.words.bare.match(/\d+/g)!.map(Number)).toEqual([-west, 360 - east, -south]);
  }
});

test('the scale bar of a page wider than its map lies on the map, at the lower left', async () => {
  const screen = { width: 390, height: 640 };
  const page = composePage(await pageRequest({ ...bare, screen }), type);
  const { x, y, width } = page.frame;
  const { bar } = page;
  for (const [lng, lat] of [bar!.from, bar!.to]) {
    expect(lat).toBeGreaterThan(MAP_WINDOW.south);
    expect((lng + 360 - MAP_WINDOW.west) % 360).toBeLessThan(MAP_WINDOW.east - MAP_WINDOW.west);
  }
  expect(bar!.x - x).toBeLessThan(width / 2);
  expect(bar!.y - y).toBeGreaterThan(page.frame.height / 2);
});

test('the legend of a slide is one column', async () => {
  const wanted = { lang: 'ru', sheet: { id: '16:9' }, corridor: 'trans-siberian' } as const;
  const { shapes } = composePage(await pageRequest(wanted), type);
  const legend = shapes.filter((shape) => shape.kind === 'group' && shape.name === 'legend');
  const titles = texts(legend).filter(({ face }) => face === 'bold');
  expect(new Set(titles.map(({ x }) => Math.round(x))).size).toBe(1);
});

test('a globe that does not fill its frame has a graticule of few lines', () => {
  const frame = { x: 0, y: 0, width: 600, height: 400 };
  const view = { lng: 110, lat: 55, zoom: 0.5, bearing: 0, pitch: 0 };
  const globe = paperProjection('globe', view, frame, 0.75);
  expect(graticuleStep(globe, frame)).toBeGreaterThanOrEqual(10);
});

const PAYLOADS = [
  '<script>alert(1)</script>',
  '"><image href=x onerror=alert(1)>',
  "' onload='alert(1)",
  '</title><foreignObject><iframe src="javascript:alert(1)">',
  ']]><!--',
  'a\u0000b\u0008c',
];

test.each(PAYLOADS)(
  '%j in a title, a legend or a note carries no markup into the SVG',
  async (title) => {
    const request = await pageRequest({ ...bare, title, subtitle: title, more: [title] });
    request.words.legend = () => ({
      groups: [{ title, entries: [{ label: title, swatch: { kind: 'fill', fill: '#123456' } }] }],
    });
    const page = composePage(request, type);
    for (const svg of [svgFile(page), svgFile(page, type)]) {
      const tags = svg.replace(/="[^"]*"/g, '').match(/<[^>]*>/g)!;
      const names = new Set(tags.map((tag) => /^<\/?([^\s/>]*)/.exec(tag)![1]!));
      const known = ['svg', 'title', 'defs', 'clipPath', 'path', 'g', 'text'];
      expect([...names].filter((name) => !known.includes(name))).toEqual([]);
      expect(tags.filter((tag) => / on[a-z]+/i.test(tag))).toEqual([]);
      expect(svg.includes(escapeXml(title))).toBe(true);
    }
  },
);

test('a PDF holds no action and no script, whatever its title', async () => {
  const title = ') /JS (app.alert(1)) /S /JavaScript >> endobj';
  const pdf = await pdfFile(composePage(await pageRequest({ ...bare, title }), type), type);
  const bytes = new TextDecoder('latin1').decode(pdf);
  expect(bytes.startsWith('%PDF-')).toBe(true);
  // What is left without streams and strings are the objects themselves.
  const objects = bytes
    .replace(/stream\r?\n[\s\S]*?endstream/g, '')
    .replace(/\((?:\\[\s\S]|[^\\()])*\)/g, '()');
  expect(objects.includes('/Title')).toBe(true);
  expect(/\/(OpenAction|AA|JavaScript|JS)\b/.test(objects)).toBe(false);
});

test('a character that no font has is named and stands as a question mark', () => {
  const own = typesetter();
  expect(own.runs('a\u{1f600}', 'regular')).toEqual([{ file: 'regular', text: 'a?' }]);
  expect([...own.missing]).toEqual(['\u{1f600}']);
});

test('the overview stands in a corner where it hides nothing of the corridor: its end is named', async () => {
  const page = composePage(await pageRequest(TRANS_SIBERIAN_PAGE), type);
  expect(page.shapes.some((shape) => shape.kind === 'group' && shape.name === 'inset')).toBe(true);
  expect(texts(page.shapes).map(({ text }) => text)).toContain('Vladivostok');
});
