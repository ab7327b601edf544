import type { HoursRange, Mode, Status } from '../../core/types';
import type { Language, MessageKey } from '../../i18n/language';
import type { FigureRow, FigureUnit } from '../../state/comparison-table';

/** What a figure is called: a country, mode, gauge or status, or its own name. */
export function figureLabel(t: Language, { group, part }: FigureRow): string {
  if (part === 'unknown') return t.text('drawn.unknown');
  if (group === 'byMode') return t.text(`mode.${part as Mode}`);
  if (group === 'byCountry') return t.country(part);
  if (group === 'byGauge') return t.text('unit.mm', { value: part });
  if (group === 'byStatus') return t.text(`status.${part as Status}`);
  return t.text(`compare.row.${part}` as MessageKey);
}

/** A figure with its unit. */
export function figureText(t: Language, unit: FigureUnit, value: number): string {
  if (unit === 'km') return t.km(value);
  if (unit === 'km2') return t.km2(value);
  if (unit === 'h') return t.hours(value);
  return t.number(value);
}

/** A difference with its sign and unit. */
export function differenceText(t: Language, unit: FigureUnit, value: number): string {
  const number = t.signed(value, unit === 'h' && Math.abs(value) < 100 ? 1 : 0);
  return unit === 'km' || unit === 'km2' || unit === 'h'
    ? t.text(`unit.${unit}`, { value: number })
    : number;
}

/** `26 to 99`, in hours. */
export function rangeText(t: Language, { low, high }: HoursRange): string {
  const number = (hours: number): string => t.number(hours, hours < 100 ? 1 : 0);
  return t.text('compare.range', { low: number(low), high: number(high) });
}
