import type { Name, Source, Status } from '../../core/types';
import type { Language, MessageKey } from '../../i18n/language';

/** One line of a card: what it is, what it says, where that comes from. */
export interface Fact {
  label: string;
  value: string;
  /** Smaller print after the value: a year, a grade, the word assumption. */
  remark?: string | undefined;
  /** What value and remark quote of the data, which is in English, in this order. */
  english?: readonly string[] | undefined;
  sources?: Source[] | undefined;
}

/** What a card shows of a feature. */
export interface CardContent {
  kind: MessageKey;
  name: Name;
  country?: string | undefined;
  facts: Fact[];
  sources: Source[];
}

export const fact = (
  t: Language,
  label: MessageKey,
  value: string,
  remark?: string,
  source?: Source,
): Fact => ({
  label: t.text(label),
  value,
  ...(remark ? { remark } : {}),
  ...(source ? { sources: [source] } : {}),
});

export const statusFact = (place: { status: Status; asOf: string }, t: Language): Fact =>
  fact(
    t,
    'card.status',
    t.text(`status.${place.status}`),
    t.text('card.as-of', { date: t.date(place.asOf) }),
  );

/** The months in which a place is open; none where that is all year, or not known. */
export const seasonFact = (
  { months }: { months?: number[] | undefined },
  t: Language,
): Fact | undefined => (months ? fact(t, 'card.season', t.months(months)) : undefined);
