import type { RouteQuery } from '../core/analysis/answers';
import type { Metric } from '../core/network/join';
import type { NetworkOptions } from '../core/network/types';
import { encodeScenario } from '../core/scenario/codec';

/** The commands of `nv` that put the same questions as the page. */

export function routeCommand(query: RouteQuery, world: NetworkOptions): string {
  const { from, to, via = [], by, alternatives } = query;
  return line([
    'nv',
    'route',
    String(from),
    String(to),
    ...via.flatMap((place) => ['--via', String(place)]),
    ...(by === 'time' ? ['--by', 'time'] : []),
    ...worldOptions(world),
    ...(alternatives ? ['--alternatives', String(alternatives)] : []),
  ]);
}

export function reachCommand(
  place: string,
  by: Metric,
  bands: readonly number[],
  world: NetworkOptions,
): string {
  const bounds = [...bands].sort((a, b) => a - b);
  const within = bounds.pop()!;
  return line([
    'nv',
    'reach',
    place,
    '--within',
    `${within}${by === 'distance' ? 'km' : 'h'}`,
    ...(bounds.length > 0 ? ['--bands', bounds.join(',')] : []),
    ...worldOptions(world),
  ]);
}

/** A scenario goes along as the code that the address carries. */
function worldOptions({ month, modes, scenario }: NetworkOptions): string[] {
  return [
    ...(month === undefined ? [] : ['--month', String(month)]),
    ...(modes === undefined ? [] : ['--modes', modes.join(',')]),
    ...(scenario === undefined ? [] : ['--scenario', encodeScenario(scenario)]),
  ];
}

/** Words that a shell would take apart stand in quotes. */
function line(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w.,:~+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(' ');
}
