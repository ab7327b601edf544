import {
  compareCorridors,
  type Compared,
  type ComparedCorridor,
  type Comparison,
  type CorridorBeside,
} from '../../data/questions/compare';
import { isDrawn } from '../../core/corridor/is-drawn';
import type { DrawnProfile } from '../../core/corridor/types';
import { radiusOption } from '../arguments';
import type { Command, Context, Output, Table } from '../command';
import type { NetworkOptions } from '../../core/network/types';
import {
  CHANGE_COLUMNS,
  changes,
  DIFFERENCE_HELP,
  DIFFERENCE_OPTION,
  wantsDifference,
} from '../differences';
import { collection, feature } from '../geojson';
import {
  restsOnBoth,
  restsOnCatchments,
  restsOnCorridors,
  restsOnDrawnLines,
} from '../corridor-rests';
import { NETWORK_HELP, NETWORK_OPTIONS, networkOptions } from '../network-options';
import { ownLine, withFreeIds } from '../own-line';
import { seasonLines } from '../way-text';

const { month, scenario } = NETWORK_OPTIONS;

export const compareCommand: Command = {
  name: 'compare',
  usage: "ID|FILE|'LNG,LAT LNG,LAT ...' ... --radius KM",
  summary:
    'corridors, and lines of your own, side by side: lengths, hours, borders, and who lives along them',
  example: 'compare primorye-1 primorye-2 --radius 50',
  options: { radius: { type: 'string' }, month: month!, scenario: scenario!, ...DIFFERENCE_OPTION },
  help: {
    'radius KM': 'of the catchments: above 0, at most 2000',
    'month 1..12': NETWORK_HELP['month 1..12']!,
    'scenario FILE|ID': NETWORK_HELP['scenario FILE|ID']!,
    ...DIFFERENCE_HELP,
  },
  async run(context, args, values) {
    const { atlas, pace } = context;
    const radiusKm = radiusOption(values, 'compare');
    const { options } = await networkOptions(context, values);
    const beside = wantsDifference(values, options);
    const compared = await comparedOf(context, args);
    const comparison = await compareCorridors(atlas, compared, radiusKm, options, pace);
    const { corridors } = comparison;
    const profiles = corridors.map(({ profile }) => profile);
    const ofProduct = profiles.flatMap((profile) => (isDrawn(profile) ? [] : [profile]));
    return {
      ...output(comparison, options, beside),
      rests: {
        ...restsOnBoth(
          restsOnLines(ofProduct, profiles.filter(isDrawn)),
          restsOnCatchments(corridors.map(({ catchment }) => catchment)),
        ),
        ...(ofProduct.length > 0 ? { hoursUnder: options.scenario ?? 'today' } : {}),
      },
    };
  },
};

/** What a command line names: corridors by id, lines of the person's own by file or points. */
async function comparedOf(
  { atlas, readFile }: Context,
  args: readonly string[],
): Promise<Compared[]> {
  const read = await Promise.all(args.map((arg) => ownLine([arg], readFile)));
  const corridors = await atlas.neededCorridors();
  const free = withFreeIds(
    read.filter((line) => line !== undefined),
    corridors.map(({ id }) => id),
  );
  return args.map((arg, i) => (read[i] ? free.shift()! : arg));
}

const restsOnLines = (
  corridors: Parameters<typeof restsOnCorridors>[0],
  drawn: readonly DrawnProfile[],
): ReturnType<typeof restsOnCorridors> =>
  drawn.length === 0
    ? restsOnCorridors(corridors)
    : restsOnBoth(restsOnCorridors(corridors), restsOnDrawnLines(drawn));

/** A corridor as `nv corridor` answers it, with its way and its catchment. */
function asJson(
  { profile, way, today, difference, catchment }: ComparedCorridor,
  comparison: Comparison,
  beside: boolean,
): object {
  // The unwrapped line is for drawing; files carry the geometry that is cut at 180 degrees.
  const { line: _line, ...corridor } = profile;
  const own = comparison.exclusive.corridors.find(({ id }) => id === profile.id)!;
  const { areaKm2, population, settlementCount } = own;
  const exclusive = { areaKm2, population, settlementCount };
  return { ...corridor, way, ...(beside && { today, difference }), catchment, exclusive };
}

/** `beside`: with what the scenario changes. */
function output(comparison: Comparison, { scenario }: NetworkOptions, beside: boolean): Output {
  const { corridors, baseline, radiusKm } = comparison;
  const base = corridors[0]!;
  const drawn = corridors.flatMap(({ profile }) => (isDrawn(profile) ? [profile.id] : []));
  return {
    title: corridors.map(({ profile }) => profile.name.en).join(', '),
    json: {
      radiusKm,
      corridors: corridors.map((corridor) => asJson(corridor, comparison, beside)),
      baseline,
    },
    table: {
      head: [
        `within ${radiusKm} km; differences to ${base.profile.name.en}`,
        ...(beside ? [`"+/-": ${scenario!.name} minus today`] : []),
        ...(drawn.length > 0
          ? [
              `no hours and gauge breaks of ${drawn.join(', ')}: a line of your own has no speeds and no gauge; as a link of a scenario it has them`,
            ]
          : []),
        ...corridors.flatMap(({ profile, way }) =>
          seasonLines(way?.seasonal ?? []).map((line) => `${profile.name.en}: ${line}`),
        ),
      ],
      columns: [
        { key: 'id', title: 'corridor' },
        { key: 'distanceKm', title: 'km', digits: 1 },
        { key: 'difference', title: 'difference', digits: 1 },
        { key: 'hours', title: 'hours', digits: 1 },
        { key: 'crossings', title: 'borders', digits: 0 },
        { key: 'gaugeBreaks', title: 'breaks', digits: 0 },
        { key: 'areaKm2', title: 'km2', digits: 0 },
        { key: 'population', title: 'people', digits: 0 },
        { key: 'hubs', title: 'hubs', digits: 0 },
        ...(beside ? CHANGE_COLUMNS : []),
      ],
      rows: corridors.map(({ profile, catchment, ...ways }) => ({
        id: profile.id,
        distanceKm: profile.distanceKm,
        difference: profile.distanceKm - base.profile.distanceKm,
        hours: ways.way?.hours.typical,
        crossings: isDrawn(profile) ? profile.borders.length : ways.way?.crossings.length,
        gaugeBreaks: ways.way?.gaugeBreaks.length,
        areaKm2: catchment.areaKm2,
        population: catchment.population,
        hubs: catchment.hubs.length,
        ...(beside && !isDrawn(profile) && changesOf(ways)),
      })),
    },
    geojson: collection(
      corridors.flatMap(({ profile, catchment, ...ways }) => [
        feature(profile.geometry, {
          ...{ id: profile.id, what: isDrawn(profile) ? 'line' : 'corridor' },
          ...{ km: profile.distanceKm },
          ...(beside && !isDrawn(profile) && changesOf(ways)),
        }),
        feature(catchment.geometry, {
          ...{ id: profile.id, what: 'catchment', radiusKm },
          ...{ areaKm2: catchment.areaKm2, population: catchment.population },
        }),
      ]),
    ),
  };
}

const changesOf = ({ way, today, difference }: CorridorBeside): Table['rows'][number] =>
  today?.way && way ? changes(today.way, way) : { effect: difference?.kind };
