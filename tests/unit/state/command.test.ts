import { expect, it } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments';
import { COMMANDS } from '../../../src/cli/commands';
import { decodeScenario } from '../../../src/core/scenario/codec';
import type { NetworkOptions } from '../../../src/core/network/types';
import { TODAY } from '../../../src/core/scenario/types';
import { commandLine } from '../../../src/formats/command-line';
import * as commands from '../../../src/state/command';
import { addressOfCommand } from '../../../src/state/replay-address';

const routeCommand = (...question: Parameters<typeof commands.routeCommand>): string =>
  commandLine(['nv', ...commands.routeCommand(...question)]);
const reachCommand = (...question: Parameters<typeof commands.reachCommand>): string =>
  commandLine(['nv', ...commands.reachCommand(...question)]);

it('says of a route only what is not usual', () => {
  expect(routeCommand({ from: 'harbin', to: 'vladivostok', by: 'distance' }, {})).toBe(
    'nv route harbin vladivostok',
  );
  const query = { from: '-173.2,64.4', to: 'perm', via: ['omsk', 'ufa'], by: 'time' as const };
  expect(routeCommand({ ...query, alternatives: 3 }, { month: 8, modes: ['rail', 'sea'] })).toBe(
    'nv route -173.2,64.4 perm --via omsk --via ufa --by time --month 8 --modes rail,sea --alternatives 3',
  );
});

it('carries a scenario as a code that is read back', () => {
  const scenario = { ...TODAY, id: 'closed', name: 'closed', off: ['cx-rail'] };
  const command = routeCommand({ from: 'a', to: 'b' }, { scenario });
  expect(decodeScenario(command.split('--scenario ')[1]!.split(' ')[0]!)).toEqual(scenario);
});

it('takes what a scenario changes along where the page shows it beside the answer', () => {
  const scenario = { ...TODAY, id: 'closed', name: 'closed', off: ['cx-rail'] };
  const told = (words: string[]): boolean => words.includes('--difference');
  for (const ask of [
    (world) => commands.routeCommand({ from: 'a', to: 'b', alternatives: 3 }, world),
    (world) => commands.reachCommand('a', 'time', [24], world),
    (world) => commands.rankingCommand({ rank: 2, within: 48, by: 'time' }, world),
  ] satisfies ((world: NetworkOptions) => commands.Words)[]) {
    expect(told(ask({ scenario, month: 2 }))).toBe(true);
    // Today minus today is nothing, and nv refuses it.
    expect(told(ask({ month: 2 }))).toBe(false);
  }
});

it('gives the bounds of a reach with their unit, the largest as the bound', () => {
  expect(reachCommand('irkutsk', 'time', [24, 96, 48], {})).toBe(
    'nv reach irkutsk --within 96h --bands 24,48',
  );
  expect(reachCommand('irkutsk', 'distance', [500], { month: 1 })).toBe(
    'nv reach irkutsk --within 500km --month 1',
  );
});

it('quotes what a shell would take apart', () => {
  expect(routeCommand({ from: "Let's go", to: 'b' }, {})).toBe(`nv route 'Let'\\''s go' b`);
});

/** Where the page shows the question of a command, as the command line is typed. */
const shownAt = (line: string) => {
  const [name = '', ...words] = line.split(' ');
  const command = COMMANDS.find((each) => each.name === name)!;
  const known = { hubs: ['harbin'], corridors: ['bam'], borders: ['border-mn-ru'] };
  return addressOfCommand({ name, ...parseArguments(command, words) }, (text) => text, known);
};

it('leads a manifest to the panel that asks its question', () => {
  expect(shownAt('corridor bam')).toEqual({ corridors: ['bam'] });
  expect(shownAt('corridor 126.6,45.8 131.9,43.1 --radius 50')).toBeUndefined();
  expect(shownAt('catchment bam --radius 50')).toEqual({ corridors: ['bam'], radiusKm: 50 });
  expect(shownAt('catchment border-mn-ru --radius 30')).toEqual({
    panel: 'regions',
    border: 'border-mn-ru',
    radiusKm: 30,
  });
  expect(shownAt('areas mongolia')).toEqual({ panel: 'regions', area: 'mongolia' });
  expect(shownAt('ranking --within 48h --depth 2 --month 2')).toEqual({
    panel: 'regions',
    within: 48,
    by: 'time',
    month: 2,
  });
  expect(
    shownAt('scenarios urumqi omsk --scenario tashtagol-urumqi --baseline 1 --depth 2 --month 2'),
  ).toEqual({
    panel: 'scenario',
    pairs: [{ from: 'urumqi', to: 'omsk' }],
    scenarios: ['tashtagol-urumqi'],
    baseline: 1,
    month: 2,
  });
});

it('leads one that no panel asks, or that the address cannot tell, nowhere', () => {
  for (const around of ['harbin', '177,65', './line.geojson'])
    expect(shownAt(`catchment ${around} --radius 50`)).toBeUndefined();
  for (const line of [
    'measure 0,0 1,1',
    'ranking --within 48h --depth 3',
    'scenarios a b --scenario ./mine.json',
    'route a b --scenario ./mine.json',
  ])
    expect(shownAt(line)).toBeUndefined();
});

it('puts the question of scenarios side by side as it was asked, today left out', () => {
  const pairs = [
    { from: 'urumqi', to: 'novosibirsk' },
    { from: '1,2', to: 'omsk' },
  ];
  const asked = { scenarios: ['altai', 'eyJ2'], pairs, rank: 2, by: 'time' as const };
  expect(commandLine(commands.scenariosCommand({ ...asked, world: { month: 2 } }, 2))).toBe(
    'scenarios urumqi novosibirsk 1,2 omsk --scenario altai --scenario eyJ2 --baseline 2 --depth 2 --by time --month 2',
  );
});

it('names a drawn line by its points, one word of a comparison', () => {
  const points: [number, number][] = [
    [126.63, 45.75],
    [-173.2, 64.4],
  ];
  expect(commandLine(commands.drawnLineCommand({ points }, 40))).toBe(
    'corridor 126.63,45.75 -173.2,64.4 --radius 40',
  );
  const line = { id: 'line-1', name: 'Line 1', points };
  expect(commands.compareCommand(['bam', line], 50, {})).toEqual([
    ...['compare', 'bam', '126.63,45.75 -173.2,64.4', '--radius', '50'],
  ]);
});
