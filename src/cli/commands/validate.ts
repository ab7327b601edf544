import { UserError, type Issue } from '../../core/errors';
import { LAYER_FILES } from '../../data/catalogue';
import { checkLayerText } from '../../data/validate/text';
import { checkFile, type CheckedFile } from '../../formats/read/check-file';
import { ENCODINGS } from '../../formats/read/encoding';
import type { Command, Output } from '../command';

export const validateCommand: Command = {
  name: 'validate',
  usage: 'FILE',
  summary: 'list every defect of a file of any format with its place and what would be right',
  example: 'validate geodata/hubs.geojson',
  options: { layer: { type: 'string' }, encoding: { type: 'string' } },
  help: {
    'layer ID': `check a GeoJSON as a layer of the product: ${LAYER_FILES.map(({ id }) => id).join(', ')}`,
    'encoding NAME': `how the text of a CSV or a zipped shapefile is read, instead of the guess: ${ENCODINGS.join(', ')}`,
  },
  async run({ atlas, readFile }, args, values) {
    const [path] = args;
    if (path === undefined || args.length > 1)
      throw new UserError(
        'missing-file',
        'nv validate takes one file: GeoJSON, CSV, KML, KMZ, GPX, zipped shapefile, TopoJSON or FlatGeobuf',
      );
    const layer = LAYER_FILES.find(({ id }) => id === values.layer);
    if (values.layer !== undefined && !layer)
      throw new UserError(
        'unknown-layer',
        `there is no layer "${String(values.layer)}"; there are: ${LAYER_FILES.map(({ id }) => id).join(', ')}`,
      );
    const asked = ENCODINGS.find((encoding) => encoding === values.encoding);
    if (values.encoding !== undefined && !asked)
      throw new UserError(
        'unknown-encoding',
        `there is no encoding "${String(values.encoding)}"; there are: ${ENCODINGS.join(', ')}`,
      );
    if (layer && asked)
      throw new UserError(
        'no-encoding',
        '--encoding is for CSV and zipped shapefiles; a layer is GeoJSON, in UTF-8',
      );
    const file = await readFile(path);
    if (layer) {
      const { features, issues } = await checkLayerText(await file.text(), layer);
      return output(path, { format: 'geojson', good: features, issues, counts: countsOf(issues) });
    }
    return output(path, await checkFile(file, path, () => atlas.layer('nodes'), asked));
  },
};

function countsOf(issues: readonly Issue[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of issues) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

const counted = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`;

function output(path: string, { format, encoding, good, issues, counts }: CheckedFile): Output {
  const errors = issues.filter((issue) => issue.severity === 'error').length;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const head = [
    `${path} (${format}${encoding ? `, read as ${encoding}` : ''}): ${counted(good, 'good feature')}, ${counted(errors, 'error')}, ${counted(issues.length - errors, 'warning')}`,
  ];
  if (all > issues.length) head.push(`the first ${issues.length} of ${all} defects are listed`);
  // A table would cut off what would be right.
  for (const { severity, code, place, message, fix } of issues)
    head.push('', `${severity} ${code}, ${place}: ${message}`, `  right would be: ${fix}`);
  return {
    title: `Check of ${path}`,
    json: { file: path, format, ...(encoding && { encoding }), good, counts, issues },
    table: {
      head,
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
}
