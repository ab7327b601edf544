import type { Feature, MultiLineString } from 'geojson';
import type { ReachAnswer, ReachBand, ReachedHub } from '../core/analysis/answers';
import { SAME_HOURS, SAME_KM, type ReachDifference } from '../core/analysis/scenario-difference';
import type { NetworkOptions } from '../core/network/types';
import type { ReachBeside } from '../data/questions/effects';
import type { Output, Table } from './command';
import { signed } from './differences';
import { collection, feature } from './geojson';
import { placeName } from './way-text';

/** A reach under a scenario beside today's; `alone` is the answer under the scenario by itself. */
export function reachDifferenceOutput(
  { value, today, difference, change }: ReachBeside,
  alone: Output,
  { scenario }: NetworkOptions,
): Output {
  const unit = value.by === 'distance' ? 'km' : 'h';
  const [now, before] = [bandsOf(value), bandsOf(today!)];
  const lines = [
    ...(today!.status === 'ok' ? [] : [`today ${placeName(today!.from)}: ${today!.reason}`]),
    ...difference!.map((band) => bandLine(band, unit)),
    `within ${change!.within} ${unit}: ${change!.gainedKm.toFixed(0)} km of lines gained, ${change!.lostKm.toFixed(0)} km lost`,
  ];
  return {
    ...alone,
    title: `${alone.title}: ${scenario!.name} and today`,
    json: { ...value, today, difference, change },
    table: {
      leading: 3,
      head: [...alone.table.head!, `${scenario!.name}, scenario minus today:`, ...lines],
      columns: [
        { key: 'effect', title: 'effect' },
        { key: 'id', title: 'hub' },
        { key: 'name', title: 'name' },
        { key: 'within', title: `within ${unit}` },
        { key: 'withinToday', title: 'today' },
        { key: 'km', title: 'km', digits: 1 },
        { key: 'kmToday', title: 'today', digits: 1 },
        { key: 'kmChange', title: '+/-', digits: 1 },
        { key: 'hours', title: 'hours', digits: 1 },
        { key: 'hoursToday', title: 'today', digits: 1 },
        { key: 'hoursChange', title: '+/-', digits: 1 },
      ],
      rows: hubRows(now, before),
    },
    geojson: collection([
      ...bandFeatures(now, 'scenario', unit, difference!),
      ...bandFeatures(before, 'today', unit, []),
      ...changedLines('gained', change!.gained, change!.gainedKm),
      ...changedLines('lost', change!.lost, change!.lostKm),
    ]),
  };
}

const bandsOf = (answer: ReachAnswer): ReachBand[] => (answer.status === 'ok' ? answer.bands : []);

const bandLine = (
  { within, km, hubs, settlements, population }: ReachDifference,
  unit: string,
): string =>
  `within ${within} ${unit}: ${signed(km, 0)} km of lines, ${signed(hubs, 0)} hubs, ${signed(population, 0)} people in ${signed(settlements, 0)} settlements`;

interface Reached {
  hub: ReachedHub;
  /** The least bound that holds it. */
  within: number;
}

/** Every hub that is reached in one of the two, nearest first. */
function hubRows(now: readonly ReachBand[], before: readonly ReachBand[]): Table['rows'] {
  const [under, today] = [reachedIn(now), reachedIn(before)];
  return [...new Set([...under.keys(), ...today.keys()])].map((id) => {
    const [at, old] = [under.get(id), today.get(id)];
    return {
      effect: effectOn(at?.hub, old?.hub),
      id,
      name: (at ?? old)!.hub.name?.en,
      within: at?.within,
      withinToday: old?.within,
      km: at?.hub.km,
      kmToday: old?.hub.km,
      kmChange: at && old && at.hub.km - old.hub.km,
      hours: at?.hub.hours,
      hoursToday: old?.hub.hours,
      hoursChange: at && old && at.hub.hours - old.hub.hours,
    };
  });
}

function reachedIn(bands: readonly ReachBand[]): Map<string, Reached> {
  const reached = new Map<string, Reached>();
  for (const { within, hubs } of bands)
    for (const hub of hubs) if (!reached.has(hub.id)) reached.set(hub.id, { hub, within });
  return reached;
}

function effectOn(now: ReachedHub | undefined, before: ReachedHub | undefined): string {
  if (!now) return 'lost';
  if (!before) return 'gained';
  const same =
    Math.abs(now.km - before.km) < SAME_KM && Math.abs(now.hours - before.hours) < SAME_HOURS;
  return same ? 'same' : 'changed';
}

const bandFeatures = (
  bands: readonly ReachBand[],
  world: 'scenario' | 'today',
  unit: string,
  differences: readonly ReachDifference[],
): Feature[] =>
  bands.map((band) => {
    const change = differences.find(({ within }) => within === band.within);
    return feature(band.geometry, {
      ...{ world, within: band.within, unit, km: band.km, hubs: band.hubs.length },
      ...{ settlements: band.settlements, population: band.population },
      ...(change && {
        kmChange: change.km,
        hubsChange: change.hubs,
        settlementsChange: change.settlements,
        populationChange: change.population,
      }),
    });
  });

/** Lines that only one of the two reaches; none where there are none. */
const changedLines = (
  world: 'gained' | 'lost',
  geometry: MultiLineString,
  km: number,
): Feature[] => (geometry.coordinates.length > 0 ? [feature(geometry, { world, km })] : []);
