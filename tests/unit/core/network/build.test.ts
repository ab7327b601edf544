import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../../src/core/network/build';
import { distanceKm } from '../../../../src/core/geo/geodesic';
import { route } from '../../../../src/core/analysis/route';
import type { RouteAnswer } from '../../../../src/core/analysis/answers';
import { parseScenario } from '../../../../src/core/scenario/parse';
import { smallNetwork } from '../../../fixtures/network-small';
import { edge, station } from '../../../fixtures/network-features';

const ok = (answer: RouteAnswer): Extract<RouteAnswer, { status: 'ok' }> => {
  if (answer.status !== 'ok') throw new Error(`${answer.status}: ${answer.reason}`);
  return answer;
};
const data = smallNetwork();

describe('building a network', () => {
  it('passes the border at a crossing and changes gauge where the gauge breaks, once', () => {
    const answer = ok(
      route(buildNetwork(data, { modes: ['rail'] }), { from: 'ansk', to: 'eshan' }),
    );
    expect(answer.crossings.map((c) => [c.id, c.from, c.to])).toEqual([['cx-rail', 'RU', 'CN']]);
    expect(answer.gaugeBreaks).toHaveLength(1);
    expect(answer.gaugeBreaks[0]).toMatchObject({ from: 1520, to: 1435, hours: { typical: 6 } });
    expect(answer.hoursByPart.border).toEqual({ low: 1, typical: 5, high: 20 });
    expect(answer.hoursByPart.gauge).toEqual({ low: 2, typical: 6, high: 24 });
  });

  it('keeps the nodes that a scenario adds to itself', () => {
    const today = buildNetwork(data);
    const before = today.nodes.length;
    const scenario = parseScenario({
      version: 1,
      add: [{ id: 'new', mode: 'rail', from: 'lone', to: [90, 68], gauges: [1520], speedKmh: 60 }],
    });
    expect(buildNetwork(data, { scenario }).nodeIndex.get('new-to')).toBe(before);
    expect(today.nodes).toHaveLength(before);
    expect(buildNetwork(data).nodeIndex.has('new-to')).toBe(false);
  });

  it('runs on either gauge of dual-gauge track', () => {
    const network = buildNetwork(data, { modes: ['rail'] });
    const toDashan = ok(route(network, { from: 'bersk', to: 'dashan', by: 'time' }));
    expect(toDashan.gaugeBreaks).toEqual([]);
    expect(Object.keys(toDashan.byGauge)).toEqual(['1520']);
  });

  it('takes published kilometres before geometry, and says which', () => {
    const answer = ok(
      route(buildNetwork(data, { modes: ['rail'] }), { from: 'ansk', to: 'cx-rail' }),
    );
    expect(answer.edges.map((e) => [e.id, e.kmSource])).toEqual([
      ['rail-ansk-bersk', 'published'],
      ['rail-bersk-cx', 'geometry'],
    ]);
    expect(answer.publishedKm).toBe(310);
    expect(answer.geometryKm).toBeCloseTo(distanceKm([114, 50], [117, 49.5]), 5);
  });

  it('opens ferries and ice roads in their months only', () => {
    const by = (month?: number): string[] => {
      const network = buildNetwork(data, { modes: ['road'], ...(month ? { month } : {}) });
      const answer = route(network, { from: 'bersk', to: 'dashan' });
      return answer.status === 'ok' ? answer.crossings.map((c) => c.id) : [answer.status];
    };
    expect(by(7)).toEqual(['river-road']);
    expect(by(2)).toEqual(['ice-road']);
    expect(by(11)).toEqual(['unreachable']);
    expect(by()).toHaveLength(1);
  });

  it('lists what is seasonal on the way when no month is asked for', () => {
    const answer = ok(
      route(buildNetwork(data, { modes: ['road'] }), { from: 'bersk', to: 'dashan' }),
    );
    expect(answer.seasonal).toEqual([
      { id: 'road-bersk-ice', kind: 'edge', months: [1, 2, 3] },
      { id: 'ice-road', kind: 'crossing', months: [1, 2, 3] },
    ]);
  });

  it('changes between land and sea at ports, at their cost, and crosses 180 degrees', () => {
    const answer = ok(route(buildNetwork(data), { from: 'eshan', to: 'heron' }));
    expect(answer.transfers.map((t) => [t.node, t.from, t.to])).toEqual([
      ['harbour-port', 'rail', 'sea'],
      ['heron-port', 'sea', 'road'],
    ]);
    expect(answer.hoursByPart.port.typical).toBe(96);
    expect(answer.byCountry.sea).toBeGreaterThan(4000);
    expect(answer.geometry.type).toBe('MultiLineString');
    expect(answer.straightKm).toBeCloseTo(distanceKm([-170.6, 64.3], [-170.5, 64.32]), 5);
    const winter = buildNetwork(data, { month: 1 });
    expect(route(winter, { from: 'eshan', to: 'heron' }).status).not.toBe('ok');
  });

  it('joins a hub to its port also when only ships are asked for', () => {
    const answer = ok(
      route(buildNetwork(data, { modes: ['sea'] }), { from: 'fushan', to: 'heron' }),
    );
    expect(answer.edges[0]!.id).toBe('access-fushan-port');
  });

  it('tells an isolated railway from a place without one', () => {
    const network = buildNetwork(data);
    expect(route(network, { from: 'lone', to: 'ansk' })).toMatchObject({ status: 'unreachable' });
    expect(route(network, { from: 'kuren', to: 'ansk' })).toMatchObject({ status: 'too-far' });
  });

  it('keeps a border shut where edges of two countries meet at no crossing, and reports it', () => {
    const broken = smallNetwork();
    broken.nodes.push(station('halfway', 'MN', [111, 48]));
    broken.edges.push(
      edge('rail-ansk-halfway', ['ansk', 'halfway'], 'RU', [
        [110, 50],
        [111, 48],
      ]),
      edge('rail-halfway-kuren', ['halfway', 'kuren'], 'MN', [
        [111, 48],
        [109, 47],
      ]),
    );
    const network = buildNetwork(broken);
    expect(network.issues).toMatchObject([{ code: 'border-without-crossing', place: 'halfway' }]);
    expect(route(network, { from: 'ansk', to: 'kuren' }).status).toBe('unreachable');
  });

  it('leaves out defective edges, reports each, and builds the rest', () => {
    const broken = smallNetwork();
    const points = [
      [110, 50],
      [111, 51],
    ] as [number, number][];
    broken.edges.push(
      edge('to-nowhere', ['ansk', 'nowhere'], 'RU', points),
      edge('no-gauge', ['ansk', 'bersk'], 'RU', points, { gauges: [] }),
      edge('no-speed', ['ansk', 'bersk'], 'RU', points, { speedClass: 'hovercraft' }),
      edge('rail-ansk-bersk', ['ansk', 'bersk'], 'RU', points),
    );
    const network = buildNetwork(broken);
    expect(network.issues.map((issue) => [issue.code, issue.place])).toEqual([
      ['edge-without-node', 'to-nowhere'],
      ['rail-without-gauge', 'no-gauge'],
      ['unknown-speed-class', 'no-speed'],
      ['duplicate-edge', 'rail-ansk-bersk'],
    ]);
    expect(network.edges).toHaveLength(buildNetwork(smallNetwork()).edges.length);
  });

  it('refuses impossible months and no modes', () => {
    expect(() => buildNetwork(data, { month: 13 })).toThrow(/month 13/);
    expect(() => buildNetwork(data, { month: 1.5 })).toThrow(/whole number/);
    expect(() => buildNetwork(data, { modes: [] })).toThrow(/rail, road, sea/);
  });

  it('is plain data that can be cloned to a worker', () => {
    const network = buildNetwork(data);
    expect(structuredClone(network)).toEqual(network);
  });
});
