import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCrossings } from '../../geodata/build/layers/crossings';
import { buildHubs } from '../../geodata/build/layers/hubs';
import { buildPorts } from '../../geodata/build/layers/ports';
import type { EdgeFeature, NetworkPart } from '../../geodata/build/lib/context';
import { list, number, parseCsv, text } from '../../geodata/build/lib/csv';
import { palladius } from '../../geodata/build/lib/transliterate';
import { railChina } from '../../geodata/build/network/rail-china';
import { stretchLengths } from '../../geodata/build/network/rail-china/lengths';
import { readChinaStops } from '../../geodata/build/network/rail-china/tables';
import { lineLengthKm } from '../../src/core/geo/line-length';
import type { LngLat } from '../../src/core/types';
import { shortestKm, type Stretch } from './shortest';

/** Stretches of more than 1.6 times the chain through their halts; why stands on each. */
const WINDING = [
  'rail-binsui-modaoshi-daimagou',
  'rail-binsui-suixi-suiyang',
  'rail-lanxin-dachaigou-longgou',
  'rail-lanxin-yushi-jiling',
  'rail-linche-huhewenduer-tukemumiao',
  'rail-linmi-linkou-kuishan',
  'rail-meiji-tuoyaoling-wudaogou',
  'rail-meiji-yayuan-tiechang',
];

let part: NetworkPart;
beforeAll(() => {
  part = railChina({ hubs: buildHubs(), ports: buildPorts(), crossings: buildCrossings() });
});

/** Length of the chain as it is drawn, through the halts and points of the course, km. */
const drawnKm = ({ geometry }: EdgeFeature): number =>
  lineLengthKm(geometry.coordinates as LngLat[]);

describe('lengths from posts', () => {
  it('takes the difference of neighbouring posts, in either direction', () => {
    expect(stretchLengths([0, 12.5, 30], [10, 16])).toEqual([{ km: 12.5 }, { km: 17.5 }]);
    expect(stretchLengths([30, 12.5], [16])).toEqual([{ km: 17.5 }]);
  });

  it('shares the published kilometres among stretches without posts of their own', () => {
    expect(stretchLengths([undefined, 0, undefined, 40], [5, 10, 30])).toEqual([
      undefined,
      { km: 10, sharedFrom: 40 },
      { km: 30, sharedFrom: 40 },
    ]);
  });
});

describe('Russian names by rule', () => {
  it.each([
    ['Hengdaohezi', 4, 'Хэндаохэцзы'],
    ['Yimianpo', 3, 'Имяньпо'],
    ["Wunu'er", 3, 'Унуэр'],
    ['Fenghuangcheng', 3, 'Фэнхуанчэн'],
    ['Hohhot', 4, undefined],
  ])('writes %s by Palladius', (pinyin, syllables, russian) => {
    expect(palladius(pinyin, syllables)).toBe(russian);
  });

  it('translates the side of a town', () => {
    const wuwei = part.nodes.find(({ properties }) => properties.id === 'wuweisouth');
    expect(wuwei?.properties.name).toMatchObject({ ru: 'Увэй-Южный', transliterated: ['ru'] });
  });
});

describe('Chinese railways', () => {
  it('has posts that only grow along a line', () => {
    const last = new Map<string, number>();
    for (const { line, km, node } of readChinaStops()) {
      if (km === undefined) continue;
      expect(km, `${line} ${node}`).toBeGreaterThan(last.get(line) ?? -1);
      last.set(line, km);
    }
  });

  it('is as long between neighbours as railways are, or says why not', () => {
    const odd = part.edges.filter((edge) => {
      const { lengthKm, ratioReason } = edge.properties;
      if (!lengthKm || ratioReason) return false;
      const ratio = lengthKm.value / drawnKm(edge);
      return ratio < 0.98 || ratio > 1.35;
    });
    expect(odd.map(({ properties }) => properties.id)).toEqual([]);
  });

  it('is shorter than the geodesic only within the error of the ends, or at the point of a city', () => {
    const short = part.edges.filter((edge) => {
      const { lengthKm, positionErrorKm, ratioReason } = edge.properties;
      if (!lengthKm || ratioReason?.includes('point of the city')) return false;
      return lengthKm.value + 2 * positionErrorKm + 1 < drawnKm(edge);
    });
    expect(short.map(({ properties }) => properties.id)).toEqual([]);
  });

  it('is more than 1.6 times the drawn chain only in the eight places that are listed', () => {
    const winding = part.edges.filter(
      (edge) => (edge.properties.lengthKm?.value ?? 0) / drawnKm(edge) > 1.6,
    );
    expect(winding.map(({ properties }) => properties.id).sort()).toEqual(WINDING);
    expect(winding.filter(({ properties }) => !properties.ratioReason)).toEqual([]);
  });

  it('hangs together in one piece', () => {
    const stretches = part.edges.map(travelled);
    const ids = new Set(stretches.flatMap(({ from, to }) => [from, to]));
    const reached = reachable(stretches, 'harbin');
    expect([...ids].filter((id) => !reached.has(id))).toEqual([]);
  });
});

describe('kept-out distances', () => {
  const table = join(import.meta.dirname, 'kept-out-china.csv');
  const pairs = parseCsv(readFileSync(table, 'utf8'), 'kept-out-china.csv');
  it.each(pairs.map((row) => [text(row, 'from'), text(row, 'to'), row] as const))(
    'reproduces %s–%s within 1 %%',
    (from, to, row) => {
      const lines = list(row, 'lines');
      const edges = part.edges.filter(({ properties }) => lines.includes(properties.line));
      const built = shortestKm(edges.map(travelled), from, to);
      expect(Math.abs(built / number(row, 'km') - 1), `${built} km`).toBeLessThanOrEqual(0.01);
    },
  );
});

/** An edge with its published length, or the drawn one where none is known. */
const travelled = (edge: EdgeFeature): Stretch => {
  const { from, to, lengthKm } = edge.properties;
  return { from, to, km: lengthKm?.value ?? drawnKm(edge) };
};

function reachable(stretches: readonly Stretch[], start: string): Set<string> {
  const seen = new Set([start]);
  for (let size = 0; size < seen.size;) {
    size = seen.size;
    for (const { from, to } of stretches)
      if (seen.has(from) || seen.has(to)) seen.add(from).add(to);
  }
  return seen;
}
