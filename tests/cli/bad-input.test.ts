import { describe, expect, it } from 'vitest';
import { COMMON_OPTIONS } from '../../src/cli/arguments';
import { COMMANDS } from '../../src/cli/commands';
import { BAD_LINES } from './bad-lines';
import { nv, nvProcess } from './nv';

describe('nv, given what is wrong, exits with 2 and says in one line what would be right', () => {
  it.each(BAD_LINES)('%j', async (args, message) => {
    const { status, stdout, stderr } = await nv(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(message);
  });

  it('and every option of every command is in the table', () => {
    const asked = (command: string, option: string): boolean =>
      BAD_LINES.some(
        ([args]) => args[0] === command && args.some((arg) => arg.split('=')[0] === `--${option}`),
      );
    const missing = COMMANDS.flatMap(({ name, options }) =>
      Object.keys(options)
        // A flag that is given cannot be wrong by itself.
        .filter((option) => options[option]!.type === 'string' && !asked(name, option))
        .map((option) => `${name} --${option}`),
    );
    expect(missing).toEqual([]);
    for (const option of Object.keys(COMMON_OPTIONS).filter((each) => each !== 'help'))
      expect(asked('measure', option), option).toBe(true);
  });

  it('in a process of its own too', () => {
    for (const [args, message] of [
      [['catchment', 'bam', '--radius', '-1'], /--radius -1: kilometres above 0/],
      [['route', 'harbin', 'hrbin'], /did you mean harbin/],
    ] as const) {
      const { status, stdout, stderr } = nvProcess(...args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      expect(stderr).toMatch(message);
    }
  });
});
