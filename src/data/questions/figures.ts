import { readDecimal } from '../../core/decimal';
import { UserError } from '../../core/errors';
import type { NetworkOptions } from '../../core/network/types';
import {
  parseFigure,
  type Figure,
  type FigureKind,
  type FigureValue,
} from '../../core/story/figure';
import { MODES, type Mode } from '../../core/types';
import type { Atlas } from '../atlas';
import { areas } from './areas';
import { borderBelt } from './belt';
import { corridorCatchment } from './catchment';
import { corridorProfile } from './corridor';
import { liesIn, linkages } from './linkages';
import { scenarioFrom } from './network';
import { reachAnswer, routeAnswer } from './routes';

/**
 * The figures of a story's text, each by the same question that panel and command ask. `world` is the
 * one in hand; a figure may name its own scenario, month or modes.
 */
export async function figureValues(
  atlas: Atlas,
  texts: readonly string[],
  world: NetworkOptions,
): Promise<Record<string, FigureValue>> {
  const values = await Promise.all(
    texts.map(async (text): Promise<[string, FigureValue]> => {
      const figure = parseFigure(text);
      if ('reason' in figure) return [text, { missing: figure.reason }];
      try {
        return [text, await ASK[figure.kind](atlas, figure, world)];
      } catch (cause) {
        if (cause instanceof UserError) return [text, { missing: cause.message }];
        throw cause;
      }
    }),
  );
  return Object.fromEntries(values);
}

type Ask = (atlas: Atlas, figure: Figure, world: NetworkOptions) => Promise<FigureValue>;

const km = (value: number): FigureValue => ({ unit: 'km', value });
const count = (value: number): FigureValue => ({ unit: 'count', value });

const ASK: Record<FigureKind, Ask> = {
  async corridor(atlas, { args, field }) {
    const { distanceKm, places } = await corridorProfile(atlas, args.id!);
    if (field === 'km') return km(distanceKm);
    return count(places.filter(({ kind }) => kind === 'crossing').length);
  },

  async catchment(atlas, { args, field }) {
    return inside(await corridorCatchment(atlas, args.id!, number(args.radius!)), field);
  },

  async belt(atlas, { args, field }) {
    const belt = await borderBelt(atlas, args.id!, number(args.width!));
    return field === 'crossings' ? count(belt.ranked.length) : inside(belt, field);
  },

  async distance(atlas, { args }) {
    return km((await routeAnswer(atlas, { from: args.from!, to: args.to! }, {})).greatCircleKm);
  },

  async route(atlas, { args, field }, world) {
    const answer = await routeAnswer(
      atlas,
      { from: args.from!, to: args.to!, via: args.via?.split(';') ?? [], by: metric(args.by) },
      await worldOf(atlas, args, world),
    );
    if (answer.status !== 'ok') return { missing: answer.reason };
    if (field === 'km') return km(answer.distanceKm);
    if (field === 'hours') return { unit: 'h', value: answer.hours.typical };
    if (field === 'detour') return { unit: 'ratio', value: answer.detourRatio };
    return count((field === 'crossings' ? answer.crossings : answer.gaugeBreaks).length);
  },

  async reach(atlas, { args, field }, world) {
    const answer = await reachAnswer(
      atlas,
      args.from!,
      { bands: [number(args.within!)], by: metric(args.by) ?? 'distance' },
      await worldOf(atlas, args, world),
    );
    if (answer.status !== 'ok') return { missing: answer.reason };
    const band = answer.bands[0]!;
    return field === 'hubs' ? count(band.hubs.length) : { unit: 'people', value: band.population };
  },

  async area(atlas, { args, field }) {
    const area = (await areas(atlas)).find(({ id }) => id === args.id);
    if (!area) return { missing: `there is no area "${args.id}"` };
    if (field === 'people') return { unit: 'people', value: area.population };
    if (field === 'km2') return { unit: 'km2', value: area.areaKm2 };
    if (field === 'rail-km') return km(Object.values(area.railKm).reduce((a, b) => a + b, 0));
    return count((field === 'hubs' ? area.hubs : area.crossings).length);
  },

  async crossings(atlas, { args, field }) {
    const between = args.between?.split('-');
    const found = (await atlas.layer('crossings'))
      .map(({ properties }) => properties)
      .filter(
        ({ modes, status, posts }) =>
          (!args.mode || modes.some((mode) => mode === args.mode)) &&
          (!args.status || args.status.split(',').includes(status)) &&
          (!between || posts.every(({ country }) => between.includes(country))),
      );
    if (field === 'count') return count(found.length);
    const breaks = found.filter(({ posts: [a, b] }) => a.gauge && b.gauge && a.gauge !== b.gauge);
    return count(breaks.length);
  },

  async linkages(atlas, { args }) {
    const found = (await linkages(atlas)).filter(({ kind, ends }) => {
      const at = (i: number, j: number): boolean =>
        (!args.of || liesIn(ends[i]!, args.of)) && (!args.and || liesIn(ends[j]!, args.and));
      return (!args.kind || kind === args.kind) && (at(0, 1) || at(1, 0));
    });
    return count(found.length);
  },
};

interface Inside {
  population: number;
  areaKm2: number;
  hubs: unknown[];
  crossings: unknown[];
}

function inside(answer: Inside, field: string): FigureValue {
  if (field === 'people') return { unit: 'people', value: answer.population };
  if (field === 'km2') return { unit: 'km2', value: answer.areaKm2 };
  return count((field === 'hubs' ? answer.hubs : answer.crossings).length);
}

/** The world in hand, with what the figure says otherwise. */
async function worldOf(
  atlas: Atlas,
  { scenario, month, modes }: Figure['args'],
  inHand: NetworkOptions,
): Promise<NetworkOptions> {
  const world: NetworkOptions = { ...inHand };
  if (scenario === 'today') delete world.scenario;
  else if (scenario) world.scenario = await scenarioFrom(atlas, scenario);
  if (month) world.month = number(month);
  if (modes) world.modes = modes.split(',').filter((mode): mode is Mode => isMode(mode));
  return world;
}

const isMode = (text: string): text is Mode => (MODES as readonly string[]).includes(text);

const metric = (text: string | undefined): 'distance' | 'time' | undefined =>
  text === 'time' ? 'time' : text === undefined ? undefined : 'distance';

function number(text: string): number {
  const value = readDecimal(text);
  if (Number.isNaN(value))
    throw new UserError('bad-figure', `"${text}" is no number; digits such as 75 or 12.5 are`);
  return value;
}
