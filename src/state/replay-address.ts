import { UserError } from '../core/errors';
import type { MatrixMeasure } from '../core/analysis/matrix-figures';
import { MODES } from '../core/types';
import type { Values } from '../cli/command';
import type { Parsed } from '../cli/execute';
import type { Address } from './address';

/** Label rank down to which hubs are ranked, unless one says another. */
const USUAL_DEPTH = 2;

/** A place as typed to a place as the address carries it: an id, or `LNG,LAT`. */
export type PlaceOf = (typed: string) => string | undefined;

/**
 * Where on the page the question of a command is asked: what the address would say. Undefined for
 * commands that no panel asks (places, measure, validate), and for those that read files.
 *
 * @throws UserError `unknown-place`
 */
export function addressOfCommand(
  { name, args, values }: Parsed,
  placeOf: PlaceOf,
  known: Record<'hubs' | 'corridors' | 'borders', readonly string[]>,
): Address | undefined {
  const places = (typed: readonly string[]): string[] =>
    typed.map((text) => {
      const place = placeOf(text);
      if (place !== undefined) return place;
      throw new UserError('unknown-place', `no place is called "${text}"`);
    });
  const number = (key: string): number | undefined =>
    values[key] === undefined ? undefined : Number.parseFloat(String(values[key]));
  // A file's scenario has no code that an address could carry.
  if (typeof values.scenario === 'string' && isFile(values.scenario)) return undefined;
  const world = worldOf(values);
  switch (name) {
    case 'route': {
      const [from, to] = places(args);
      const via = places((values.via ?? []) as string[]);
      return { panel: 'routes', from, to, ...(via.length > 0 ? { via } : {}), ...world };
    }
    case 'reach': {
      const [hub] = places(args);
      const within = String(values.within);
      const smaller = String(values.bands ?? '').split(',');
      const bands = [...smaller.map(Number.parseFloat), Number.parseFloat(within)];
      return {
        panel: 'reach',
        hub,
        bands: bands.filter((bound) => bound > 0).sort((a, b) => a - b),
        ...world,
        ...(within.trim().endsWith('h') ? { by: 'time' } : {}),
      };
    }
    case 'matrix': {
      const to = places((values.to ?? []) as string[]);
      return {
        panel: 'matrix',
        matrix: values.all ? [...new Set([...places(args), ...known.hubs])] : places(args),
        ...(to.length > 0 ? { matrixTo: to } : {}),
        ...(values.measure ? { measure: values.measure as MatrixMeasure } : {}),
        ...world,
      };
    }
    case 'areas':
      return { panel: 'regions', ...(args[0] === undefined ? {} : { area: args[0] }) };
    case 'scenarios': {
      if ((number('depth') ?? USUAL_DEPTH) !== USUAL_DEPTH) return undefined;
      const documents = (values.scenario ?? []) as string[];
      if (documents.some(isFile)) return undefined;
      const ends = places(args);
      const baseline = number('baseline');
      return {
        panel: 'scenario',
        scenarios: documents,
        pairs: ends.flatMap((from, i) => (i % 2 === 0 ? [{ from, to: ends[i + 1]! }] : [])),
        ...(baseline ? { baseline } : {}),
        ...worldOf({ ...values, scenario: undefined }),
      };
    }
    case 'ranking': {
      const within = String(values.within);
      // The address does not say how many hubs are ranked.
      if ((number('depth') ?? USUAL_DEPTH) !== USUAL_DEPTH) return undefined;
      return {
        panel: 'regions',
        within: Number.parseFloat(within),
        ...worldOf(values),
        ...(within.trim().endsWith('h') ? { by: 'time' } : {}),
      };
    }
    case 'corridor':
      // A line of a person's own is a corridor too, but not one that an address carries.
      return args.length === 1 && known.corridors.includes(args[0]!)
        ? { corridors: args }
        : undefined;
    case 'catchment':
    case 'compare': {
      const radiusKm = number('radius');
      const [around] = args;
      if (around !== undefined && known.borders.includes(around))
        return { panel: 'regions', border: around, ...(radiusKm ? { radiusKm } : {}) };
      // A catchment may lie around a place, points or the lines of a file too.
      if (!args.every((id) => known.corridors.includes(id))) return undefined;
      return { corridors: args, ...(radiusKm ? { radiusKm } : {}), ...world };
    }
    default:
      return undefined;
  }
}

/** As `nv` tells a path from an id or a code. */
const isFile = (scenario: string): boolean => /[./\\]/.test(scenario);

function worldOf(values: Values): Address {
  const scenario = values.scenario;
  const modes = typeof values.modes === 'string' ? values.modes.split(',') : undefined;
  return {
    ...(values.by === 'time' ? { by: 'time' as const } : {}),
    ...(values.month === undefined ? {} : { month: Number(values.month) }),
    ...(modes ? { modes: MODES.filter((mode) => modes.includes(mode)) } : {}),
    ...(typeof scenario === 'string' ? { scenario } : {}),
  };
}
