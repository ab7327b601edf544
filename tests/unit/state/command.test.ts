import { expect, it } from 'vitest';
import { decodeScenario } from '../../../src/core/scenario/codec';
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
  expect(decodeScenario(command.split('--scenario ')[1]!)).toEqual(scenario);
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

it('leads a manifest of a catchment to the corridors, and one around anything else nowhere', () => {
  const known = { hubs: ['harbin'], corridors: ['bam'] };
  const addressOf = (...args: string[]) =>
    addressOfCommand({ name: 'catchment', args, values: { radius: '50' } }, (text) => text, known);
  expect(addressOf('bam')).toEqual({ corridors: ['bam'], radiusKm: 50 });
  for (const around of ['harbin', 'border-cn-ru', '177,65', './line.geojson'])
    expect(addressOf(around)).toBeUndefined();
});
