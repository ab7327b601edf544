import type { AnswerPlace, Route, RouteSums, SeasonalUse } from '../core/analysis/answers';
import type { HoursRange } from '../core/types';

/** Parts of answers as lines for people. */

export const placeName = ({ id, name, lng, lat }: AnswerPlace): string =>
  name?.en ?? id ?? `${lng},${lat}`;

const hoursText = ({ low, typical, high }: HoursRange): string =>
  `${typical.toFixed(1)} h (${low.toFixed(1)} to ${high.toFixed(1)})`;

const groupText = (title: string, group: Partial<Record<string, number>>): string[] => {
  const parts = Object.entries(group).map(([key, km]) => `${key} ${(km ?? 0).toFixed(1)} km`);
  return parts.length > 0 ? [`${title}: ${parts.join(', ')}`] : [];
};

/** What a way consists of. */
export function sumLines(sums: RouteSums): string[] {
  const parts = Object.entries(sums.hoursByPart)
    .filter(([, hours]) => hours.high > 0)
    .map(([part, hours]) => `${part} ${hours.typical.toFixed(1)} h`);
  const drawn = sums.geometryKm + sums.addedKm + sums.straightKm;
  return [
    `hours: ${hoursText(sums.hours)}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`,
    ...groupText('by mode', sums.byMode),
    ...groupText('by country', sums.byCountry),
    ...groupText('by gauge', sums.byGauge),
    ...groupText('by status', sums.byStatus),
    `${sums.publishedKm.toFixed(1)} km from published tables, ${drawn.toFixed(1)} km from drawn lines`,
  ];
}

/** What a way passes: borders, gauge breaks, changes of mode, what is not open all year. */
export function passedLines(way: Route): string[] {
  return [
    ...list(
      'borders',
      way.crossings.map((c) => `${c.name.en} (${c.from} to ${c.to}, km ${c.atKm.toFixed(0)})`),
    ),
    ...list(
      'gauge breaks',
      way.gaugeBreaks.map((g) => `${g.name.en} (${g.from} to ${g.to} mm, km ${g.atKm.toFixed(0)})`),
    ),
    ...list(
      'changes',
      way.transfers.map((t) => `${t.name.en} (${t.from} to ${t.to}, km ${t.atKm.toFixed(0)})`),
    ),
    ...seasonLines(way.seasonal),
  ];
}

const list = (title: string, items: string[]): string[] =>
  items.length > 0 ? [`${title}: ${items.join('; ')}`] : [];

/** What is not open all year, with the months in which it is. */
export const seasonLines = (seasonal: readonly SeasonalUse[]): string[] =>
  list(
    'not open all year',
    seasonal.map(({ id, months }) =>
      months.length > 0 ? `${id} (months ${months.join(' ')})` : id,
    ),
  );

/** The gaps between places and the network that are larger than a rounding. */
export function gapLines(places: readonly AnswerPlace[]): string[] {
  return places
    .filter((place) => place.joins && place.snapKm !== undefined)
    .map(
      (place) =>
        `${placeName(place)} joins ${place.joins!.edge} at km ${place.joins!.chainageKm.toFixed(1)}, ${place.snapKm!.toFixed(1)} km away (not counted)`,
    );
}

/** Figures of a way as flat properties of a feature, or cells of a row. */
export function flatSums(sums: RouteSums): Record<string, number> {
  const { hours, hoursByPart, byMode } = sums;
  return {
    distanceKm: sums.distanceKm,
    railKm: byMode.rail ?? 0,
    roadKm: byMode.road ?? 0,
    seaKm: byMode.sea ?? 0,
    hoursLow: hours.low,
    hoursTypical: hours.typical,
    hoursHigh: hours.high,
    runningHours: hoursByPart.running.typical,
    borderHours: hoursByPart.border.typical,
    gaugeHours: hoursByPart.gauge.typical,
    portHours: hoursByPart.port.typical,
    transferHours: hoursByPart.transfer.typical,
    publishedKm: sums.publishedKm,
    geometryKm: sums.geometryKm,
  };
}
