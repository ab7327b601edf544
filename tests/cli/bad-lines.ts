import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMON_OPTIONS } from '../../src/cli/arguments';
import { COMMANDS } from '../../src/cli/commands';

const folder = mkdtempSync(join(tmpdir(), 'nv-bad-'));
/** A file with a text, with bytes, or with a value as JSON. */
export const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(
    path,
    typeof content === 'string' || content instanceof Uint8Array
      ? content
      : JSON.stringify(content),
  );
  return path;
};

export const prose = file('prose.txt', 'Harbin to Vladivostok');
export const broken = file('broken.geojson', '{"type":"FeatureCollection","features":[');
export const swapped = file('swapped.geojson', { type: 'Point', coordinates: [45.7, 126.6] });
const nothing = file('nothing.geojson', { type: 'FeatureCollection', features: [] });
const twoLines = file('two-lines.geojson', {
  type: 'MultiLineString',
  coordinates: [
    [
      [1, 1],
      [2, 2],
    ],
    [
      [3, 3],
      [4, 4],
    ],
  ],
});
export const array = file('array.json', []);
const unknownLink = file('unknown.json', { version: 1, on: ['western-rail-corridr'] });
const later = file('later.json', { version: 9 });
const badMonth = file('month.json', { version: 1, month: 13 });
const badSpeed = file('speed.json', { version: 1, set: { 'speed-rail-standard': { low: -1 } } });

const route = ['route', 'harbin', 'chita'];
const matrix = ['matrix', 'harbin', 'chita'];
const reach = ['reach', 'irkutsk', '--within', '500km'];
const ranking = ['ranking', '--within', '500km'];
const scenarios = ['scenarios', 'harbin', 'chita', '--scenario', 'suifenhe-closed'];
const catchment = ['catchment', 'bam', '--radius', '50'];
const compare = ['compare', 'bam', 'trans-siberian', '--radius', '50'];
const measure = ['measure', '0,0', '1,1'];

/** The options that travel the network, wrong, with the same answer whichever command is asked. */
const onNetwork = (command: string[], options: string[]): [string[], RegExp][] =>
  (
    [
      [['--modes', 'rail,air'], /"air" is none of rail, road, sea/],
      [['--modes', ''], /"" is none of rail, road, sea/],
      [['--by', 'price'], /distance or time/],
      [['--month', '13'], /--month 13: a whole number between 1 and 12/],
      [['--month', '0'], /between 1 and 12/],
      [['--month', '-1'], /--month -1: .*between 1 and 12/],
      [['--month', '1.5'], /whole number/],
      [['--month', 'june'], /whole number between 1 and 12 is needed, in digits such as 2$/m],
      [['--month', '0x8'], /--month 0x8: a whole number/],
      [['--month', '1e0'], /--month 1e0: a whole number/],
      [['--month', ' '], /in digits such as 2/],
      [['--scenario', 'suifenhe-closd'], /did you mean suifenhe-closed/],
      [['--scenario', 'nope'], /no scenario "nope".*there are: /],
      [['--scenario', './nowhere.json'], /cannot be read/],
      [['--scenario', prose], /a JSON object is needed/],
      [['--scenario', array], /a JSON object is needed/],
      [['--scenario', unknownLink], /western-rail-corridr.*did you mean/],
      [['--scenario', later], /version is 9; it must be 1/],
      [['--scenario', badMonth], /month/],
      [['--scenario', badSpeed], /speed-rail-standard|low/],
    ] as [string[], RegExp][]
  )
    .filter(([[option]]) => options.includes(option!.slice(2)))
    .map(([wrong, message]) => [[...command, ...wrong], message]);

const NETWORK = ['modes', 'by', 'month', 'scenario'];

const unknownPlaces = (command: (place: string) => string[]): [string[], RegExp][] => [
  [command('hrbin'), /no place is called "hrbin".*did you mean harbin/],
  [command('Уланбатар'), /did you mean .*Улан-Батор/],
  [command('xyzzyxyzzy'), /no place is called "xyzzyxyzzy"; give an id, a name or LNG,LAT/],
  [command(''), /no place is called ""; give an id, a name or LNG,LAT\n?$/],
  [command('-1'), /no place is called "-1"/],
  [command('0,91'), /latitude \(-90 to 90\)/],
  [command('181,0'), /longitude \(-180 to 180\)/],
  [command('45.8,126.6'), /did you swap them/],
];

const radii = (command: string[]): [string[], RegExp][] => [
  [command, /needs --radius KM, above 0 and at most 2000/],
  ...[
    '0',
    '-1',
    '-5.5',
    '1e9',
    '2000.1',
    'wide',
    '',
    ' ',
    'Infinity',
    'NaN',
    '0x10',
    '1e2',
    '75,5',
  ].map((radius): [string[], RegExp] => [
    [...command, '--radius', radius],
    new RegExp(`--radius ${radius}: kilometres above 0 and at most 2000 is needed`),
  ]),
  [[...command, '--radius=-1'], /--radius -1: kilometres above 0/],
  [[...command, '--radius'], /--radius/],
];

/** Command lines, and what each is answered. */
export const BAD_LINES: [string[], RegExp][] = [
  [['fly'], /no command "fly"; there are: places, /],
  [['--radius'], /no command "--radius"/],

  // Options of every command.
  [[...measure, '--format', 'xml'], /--format xml: one of table, json, csv, geojson/],
  [[...measure, '--format'], /--format/],
  [[...measure, '--depth', '3'], /--depth.*"nv measure --help" lists the options/],
  [[...measure, '-x'], /-x/],
  [[...measure, '--area=5'], /--area/],
  [[...measure, '--out', '/'], /cannot be written/],
  [[...measure, '--out', join(folder, 'no', 'folder')], /cannot be written/],
  [[...measure, '--manifest', join(folder, 'no', 'folder')], /cannot be written/],
  [[...measure, '--metadata', join(folder, 'no', 'folder')], /cannot be written/],
  [['validate', swapped, '--format', 'geojson'], /no geometry; table, json or csv is possible/],
  [['validate', swapped, '--format', 'kml'], /no geometry/],
  [['validate', swapped, '--format', 'fgb'], /no geometry/],

  // An option of one value, given twice.
  ...COMMANDS.flatMap(({ name, options }) =>
    Object.entries({ ...COMMON_OPTIONS, ...options })
      .filter(([, { type, multiple }]) => type === 'string' && !multiple)
      .map(([option]): [string[], RegExp] => [
        [name, `--${option}`, 'x', `--${option}=y`],
        new RegExp(`--${option} is given more than once, and nv ${name} takes one value of it`),
      ]),
  ),
  [[...measure, '--out', 'x', '--out', '-1'], /--out is given more than once/],

  [['places', 'xyzzyxyzzy'], /nothing is called "xyzzyxyzzy"; "nv places" lists everything/],
  [['places', 'hrbin'], /did you mean .*arbin/],

  [['measure'], /two points/],
  [['measure', '126.6,45.7'], /two points/],
  [['measure', 'harbin', '1,1'], /"harbin" is no point; LNG,LAT such as/],
  [['measure', '0,0', '0,91'], /latitude \(-90 to 90\)/],
  [['measure', '0,0', '-181,1'], /longitude \(-180 to 180\)/],
  [['measure', '0,0', '1,1', '--area'], /three points/],
  [['measure', '0,0', '--corridor', 'atlantis'], /there are: .*trans-siberian/],
  [['measure', '0,0', '--corridor', 'trans-siberia'], /did you mean trans-siberian/],
  [['measure', '--corridor', 'bam'], /one point/],
  [['measure', '0,0', '1,1', '1,0', '--area', '--corridor', 'bam'], /give one/],
  [['measure', '0,0', '1,1', '1,0', '--area', '--countries'], /give one/],
  [['measure', '0,0', '--countries'], /two points/],

  [['route'], /FROM and TO/],
  [['route', 'harbin'], /FROM and TO/],
  [['route', 'harbin', 'chita', 'irkutsk'], /others come with --via/],
  ...unknownPlaces((place) => ['route', 'harbin', place]),
  ...unknownPlaces((place) => ['route', place, 'harbin']),
  ...unknownPlaces((place) => ['route', 'harbin', 'chita', '--via', place]),
  ...onNetwork(route, NETWORK),
  [[...route, '--alternatives', '9'], /whole number between 0 and 5/],
  [[...route, '--alternatives', '-1'], /--alternatives -1: .*between 0 and 5/],
  [[...route, '--alternatives', '1.5'], /whole number/],

  [['matrix'], /nv matrix needs places, or --all for all hubs/],
  ...unknownPlaces((place) => ['matrix', 'harbin', place]),
  ...unknownPlaces((place) => ['matrix', 'harbin', '--to', place]),
  ...onNetwork(matrix, NETWORK),
  [[...matrix, '--measure', 'price'], /price: one of .*are|one of .* is needed/],
  [[...matrix, '--nearest', '0'], /whole number between 1 and 1000/],
  [[...matrix, '--nearest', '-2'], /whole number between 1 and 1000/],
  [[...matrix, '--nearest', '1', '--square'], /leave out --square/],
  [['matrix', 'harbin', '--nearest', '1'], /--nearest needs a place that can be near/],
  [['matrix', 'harbin', '--to', '哈尔滨', '--nearest', '1'], /a place that can be near/],
  ...[route, matrix, reach, ranking, compare].map((command): [string[], RegExp] => [
    [...command, '--difference'],
    /--difference needs --scenario: today minus today is 0/,
  ]),
  [[...catchment, '--difference'], /--difference.*"nv catchment --help" lists the options/],

  [['reach', '--within', '5h'], /one place, not 0/],
  [['reach', 'irkutsk', 'chita', '--within', '5h'], /one place, not 2/],
  ...unknownPlaces((place) => ['reach', place, '--within', '5h']),
  ...onNetwork(reach, ['modes', 'month', 'scenario']),
  [['reach', 'irkutsk'], /needs --within, such as 1000km or 48h/],
  [['reach', 'irkutsk', '--within', '5'], /a number with its unit is needed/],
  [['reach', 'irkutsk', '--within', '-5km'], /--within -5km: above 0/],
  [['reach', 'irkutsk', '--within', '0x10km'], /--within 0x10km: a number with its unit/],
  [['reach', 'irkutsk', '--within', 'km'], /--within km: a number with its unit/],
  [['reach', 'irkutsk', '--within', '1e9km'], /a number with its unit/],
  [['reach', 'irkutsk', '--within', '0km'], /above 0/],
  [['reach', 'irkutsk', '--within', '1000000000km'], /at most 20038/],
  [[...reach, '--bands', '900'], /above 0 and at most 500, as --within says/],
  [[...reach, '--bands', '-100'], /--bands -100: km above 0/],
  [[...reach, '--bands', '5h'], /--bands 5h: km above 0/],
  [[...reach, '--bands', '0x10'], /--bands 0x10: .* in digits and separated by commas/],
  [[...reach, '--bands', '1e2'], /--bands 1e2: km above 0/],
  [[...reach, '--bands', '100,,200'], /in digits and separated by commas, such as 250,500/],
  [[...reach, '--access', '1e1'], /--access 1e1: km between 0 and .*, in digits such as/],
  [[...reach, '--access', '-1'], /--access -1: km between 0 and/],
  [[...reach, '--access', '1e9'], /km between 0 and/],
  [[...reach, '--by', 'time'], /--by/],

  [['corridor', 'bam', 'ayam'], /one id, not 2; "nv compare" takes several/],
  [['corridor', 'atlantis'], /there are: .*trans-siberian/],
  [['corridor', 'trans-siberia'], /did you mean trans-siberian/],
  [['corridor', 'bam', '--radius', '5'], /--radius is for a line of your own/],
  [['corridor', '1,1', '--radius', '5'], /needs two points/],
  [['corridor', './nowhere.geojson', '--radius', '5'], /cannot be read/],
  [['corridor', twoLines, '--radius', '5'], /holds 2 lines/],
  [['corridor', nothing, '--radius', '5'], /holds 0 lines/],
  ...radii(['corridor', '1,1', '2,2']),

  [['catchment', '--radius', '5'], /one corridor id, border, place or GeoJSON file, or points/],
  [['catchment', 'trans-siberia', '--radius', '5'], /did you mean trans-siberian/],
  [['catchment', 'bam', 'ayam', '--radius', '5'], /one corridor id/],
  [['catchment', '1,1', 'bam', '--radius', '5'], /points LNG,LAT/],
  [['catchment', '1,91', '--radius', '5'], /latitude \(-90 to 90\)/],
  ...radii(['catchment', 'bam']),
  ...radii(['catchment', '126.6,45.8']),
  [['catchment', './nowhere.geojson', '--radius', '5'], /cannot be read/],
  [['catchment', prose, '--radius', '5'], /is not JSON .*GeoJSON is needed/],
  [['catchment', broken, '--radius', '5'], /is not JSON/],
  [['catchment', array, '--radius', '5'], /array\.json: .*right would be/],
  [['catchment', swapped, '--radius', '5'], /longitude first/],
  [['catchment', nothing, '--radius', '5'], /no lines, points or areas/],
  ...['1,1', 'harbin', 'border-cn-ru'].map((around): [string[], RegExp] => [
    ['catchment', around, '--radius', '5', '--exclusive'],
    /--exclusive needs a corridor id/,
  ]),
  [['catchment', 'hrbin', '--radius', '5'], /no corridor, border or place "hrbin".*mean harbin/],
  [['catchment', 'border-cn-rv', '--radius', '5'], /did you mean .*border-cn-ru/],
  [[...catchment, '--month', '3'], /--month/],

  [['compare', '--radius', '50'], /two to 6 different corridors/],
  [['compare', 'bam', '--radius', '50'], /two to 6 different corridors/],
  [['compare', 'bam', 'bam', '--radius', '50'], /two to 6 different corridors/],
  [['compare', 'bam', 'trans-siberia', '--radius', '50'], /did you mean trans-siberian/],
  [['compare', 'bam', twoLines, '--radius', '50'], /holds 2 lines/],
  ...radii(['compare', 'bam', 'ayam']),
  ...onNetwork(compare, ['month', 'scenario']),

  [['ranking'], /needs --within/],
  [['ranking', 'harbin', '--within', '500km'], /takes no place/],
  [['ranking', '--within', '0km'], /--within 0km: above 0 and at most 20038 km/],
  [['ranking', '--within', '1000000000km'], /at most 20038 km/],
  [['ranking', '--within', '9000h'], /at most 8760 h/],
  [['ranking', '--within', '-5h'], /--within -5h: above 0/],
  [['ranking', '--within', '5'], /a number with its unit/],
  [[...ranking, '--depth', '0'], /whole number between 1 and 4/],
  [[...ranking, '--depth', '5'], /whole number between 1 and 4/],
  ...onNetwork(ranking, ['modes', 'month', 'scenario']),

  [['scenarios'], /takes pairs of places, FROM and TO, not 0/],
  [['scenarios', 'harbin', 'chita', 'omsk'], /not 3 places/],
  [['scenarios', ...Array<string>(18).fill('omsk')], /no more than 8 pairs/],
  [[...scenarios, ...Array<string>(5).fill('--scenario=suifenhe-closed')], /at most 5 .*not 6/],
  [[...scenarios, '--baseline', '2'], /--baseline 2: .*between 0 and 1/],
  [[...scenarios, '--depth', '5'], /whole number between 1 and 4/],
  ...unknownPlaces((place) => ['scenarios', 'harbin', place]),
  ...onNetwork(['scenarios', 'harbin', 'chita'], NETWORK),

  [['areas', 'siberia', 'mongolia'], /takes one area/],
  [['areas', 'siberi'], /did you mean siberia/],
  [['areas', 'zzzzzz'], /there are: northeast-china/],

  [['layer'], /takes one layer; there are: /],
  [['layer', 'hubs', 'ports'], /takes one layer/],
  [['layer', 'hub'], /did you mean hubs/],
  [['layer', 'xyzzyxyzzy'], /there are: .*hubs/],

  [['validate'], /takes one file/],
  [['validate', swapped, broken], /takes one file/],
  [['validate', './nowhere.geojson'], /cannot be read/],
  [['validate', folder], /cannot be read/],
  [['validate', swapped, '--layer', 'hub'], /there is no layer "hub"/],
  [['validate', prose, '--encoding', 'koi-8'], /there is no encoding "koi-8"; there are: utf-8, /],
  [['validate', swapped, '--encoding', 'koi8-r'], /is chosen for CSV and zipped shapefiles/],
  [
    ['validate', swapped, '--layer', 'hubs', '--encoding', 'utf-8'],
    /--encoding is for CSV and zipped shapefiles/,
  ],

  [['replay'], /MANIFEST/],
  [['replay', './nowhere.json'], /cannot be read/],
  [['replay', prose], /no manifest|not JSON/],
  [['replay', broken], /no manifest/],
  [['replay', array], /no manifest/],
];
