import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMON_OPTIONS } from '../../src/cli/arguments';
import { COMMANDS } from '../../src/cli/commands';
import { answer, nv, shellWords } from './nv';

const readme = readFileSync('README.md', 'utf8');
const PROMPT = '$ npm run -s nv -- ';

/** The command lines that the README shows with what they answer. */
const shown = [...readme.matchAll(/```\n(\$ npm run[^`]+)```/g)].flatMap(([, block]) =>
  // An answer may hold an empty line: the next command begins with its prompt.
  block!.split(/\n\n(?=\$ )/).map((part): [string, string[]] => {
    const [line, ...output] = part.trimEnd().split('\n');
    return [line!.slice(PROMPT.length), output];
  }),
);

describe('the README', () => {
  it('shows answers of several commands', () => {
    expect(new Set(shown.map(([line]) => line.split(' ')[0])).size).toBeGreaterThan(2);
  });

  it.each(shown)('shows what nv answers, from its first line on: nv %s', async (line, output) => {
    const { status, stdout } = await nv(...shellWords(`nv ${line}`));
    expect(status).toBe(0);
    expect(stdout.split('\n').slice(0, output.length)).toEqual(output);
  });

  it('lists every command and no other, and no option that there is not', () => {
    const [, synopsis] = /```\n(nv places[^`]+)```/.exec(readme)!;
    const listed = [...synopsis!.matchAll(/^nv ([a-z]+)/gm)].map(([, name]) => name!);
    expect(listed.toSorted()).toEqual([...COMMANDS.map(({ name }) => name), 'replay'].sort());
    const options = COMMANDS.flatMap((command) => Object.keys(command.options));
    for (const [, option] of synopsis!.matchAll(/--([a-z]+)/g))
      expect([...options, ...Object.keys(COMMON_OPTIONS)]).toContain(option);
  });

  it('tells how far a ship sails in August and in January', async () => {
    const km = async (month: string): Promise<string> => {
      const words = ['route', 'murmansk', 'vladivostok', '--modes', 'sea', '--month', month];
      const { distanceKm } = await answer<{ distanceKm: number }>(...words);
      return `${Math.round(distanceKm).toLocaleString('en')} km`;
    };
    const told = readme.replaceAll(/\s+/g, ' ');
    expect(told).toContain(`sails ${await km('8')} by the Northern Sea Route`);
    expect(told).toContain(`and ${await km('1')} through Suez`);
  });
});

describe('the help of a command', () => {
  it.each(COMMANDS.map((command) => ({ ...command })))(
    'of nv $name tells every option, and its example answers as it stands',
    async ({ name, options, help, example }) => {
      const told = (await nv(name, '--help')).stdout;
      expect(told).toContain(`Example:\n  nv ${example}`);
      const explained = Object.keys(help).map((line) => line.split(' ')[0]);
      expect(explained.toSorted()).toEqual(Object.keys(options).sort());
      const { status, stdout, stderr } = await nv(...shellWords(`nv ${example}`));
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).not.toBe('');
    },
  );
});
