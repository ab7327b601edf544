import type { Command } from './command';

const COMMON: Command['help'] = {
  'format table|json|csv|geojson|kml|fgb': 'how the answer is written (table)',
  'out FILE': 'write it to a file instead of stdout',
  'manifest FILE': 'also write what gives the same bytes again',
  'metadata FILE': 'also write sources, assumptions and versions',
};

/** Options with what each does, one below the other. */
function optionLines(help: Command['help']): string[] {
  const width = Math.max(...Object.keys(help).map((name) => name.length));
  return Object.entries(help).map(([name, text]) => `  --${name.padEnd(width)}  ${text}`);
}

/** What `nv --help` prints. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    'nv COMMAND: the corridors, crossings and hubs of North Asia, measured.',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    `  ${'replay'.padEnd(width)}  run a manifest again and say whether the bytes are the same`,
    '',
    'A place is an id (harbin), a name in English, Chinese, Russian or Mongolian (哈尔滨), or LNG,LAT.',
    'Every command:',
    ...optionLines(COMMON),
    '',
    '"nv COMMAND --help" tells more and shows an example.',
    '',
  ].join('\n');
}

/** What `nv COMMAND --help` prints. */
export function commandHelp(command: Command): string {
  return [
    `nv ${command.name} ${command.usage}`.trimEnd(),
    '',
    command.summary[0]!.toUpperCase() + command.summary.slice(1) + '.',
    '',
    ...optionLines({ ...command.help, ...COMMON }),
    '',
    'Example:',
    `  nv ${command.example}`,
    '',
  ].join('\n');
}

/** What `nv replay --help` prints. */
export const REPLAY_HELP = `nv replay MANIFEST

Run the command of a manifest again and say whether the bytes are the same. Where they are not, or a
file that the command reads has changed since, stderr tells which, and the exit code is 2.

Example:
  nv measure 126.63,45.75 131.88,43.12 --manifest measured.json
  nv replay measured.json
`;
