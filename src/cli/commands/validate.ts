import { LAYER_FILES } from '../../data/catalogue';
import { checkText } from '../../data/validate/text';
import { UserError } from '../../core/errors';
import type { Command } from '../command';

export const validateCommand: Command = {
  name: 'validate',
  usage: 'FILE',
  summary: 'list every defect of a GeoJSON file with its place and what would be right',
  example: 'validate geodata/hubs.geojson',
  options: { layer: { type: 'string' } },
  help: {
    'layer ID': `also check it as a layer of the product: ${LAYER_FILES.map(({ id }) => id).join(', ')}`,
  },
  async run({ readFile }, args, values) {
    const [path] = args;
    if (path === undefined || args.length > 1)
      throw new UserError('missing-file', 'nv validate takes one GeoJSON file');
    const layer = LAYER_FILES.find(({ id }) => id === values.layer);
    if (values.layer !== undefined && !layer)
      throw new UserError(
        'unknown-layer',
        `there is no layer "${String(values.layer)}"; there are: ${LAYER_FILES.map(({ id }) => id).join(', ')}`,
      );
    const { features, issues } = await checkText(await readFile(path), layer);
    const errors = issues.filter((issue) => issue.severity === 'error').length;
    return {
      title: `Check of ${path}`,
      json: { file: path, good: features, issues },
      table: {
        head: [
          `${path}: ${features} good features, ${errors} errors, ${issues.length - errors} warnings`,
          // A table would cut off what would be right.
          ...issues.flatMap(({ severity, code, place, message, fix }) => [
            '',
            `${severity} ${code}, ${place}: ${message}`,
            `  right would be: ${fix}`,
          ]),
        ],
        headOnly: true,
        columns: [
          { key: 'severity', title: 'severity' },
          { key: 'code', title: 'code' },
          { key: 'place', title: 'place' },
          { key: 'message', title: 'what' },
          { key: 'fix', title: 'right would be' },
        ],
        rows: issues.map((issue) => ({ ...issue })),
      },
      exitCode: issues.length > 0 ? 2 : 0,
    };
  },
};
