import { withSide } from '../i18n/degrees';
import type { Language } from '../i18n/language';
import type { ProjectionId } from '../core/projections';
import { LAYERS } from '../layers';
import { LAYER_IDS, type LayerId } from '../layers/ids';
import type { StyleContext, Swatch } from '../layers/layer';
import { legendGroups } from '../layers/legend';
import { wordedEntries, type CorridorInHand } from '../layers/legend-in-hand';
import type { PageWords } from './compose';
import type { PaperLegend } from './legend-block';
import type { Seen } from './seen';

/** What the words of a page are made from. */
export interface PageFacts {
  title: string;
  subtitle: string;
  /** Opacity of each visible layer. */
  layers: Partial<Record<LayerId, number>>;
  context: Omit<StyleContext, 'opacity'>;
  projection: ProjectionId;
  /** Version and date of the data, once known. */
  edition: { version: string; date: string } | undefined;
  /** The day of printing, `2026-11-26`. */
  today: string;
  /** Corridors in hand, each by its name in its colour, for the legend. */
  corridors?: readonly CorridorInHand[] | undefined;
  /** The colour of the outlines, where all have one that is not the usual. */
  outline?: string | undefined;
  /** Own layers, for the legend. */
  own?: readonly { source: string; name: string; swatch: Swatch }[] | undefined;
  /** Lines of the person's own: the address of the view, sources of a scene. */
  more?: readonly string[];
}

/** Everything that is written on a page, in one language. */
export function pageWords(facts: PageFacts, t: Language): PageWords {
  const credits = new Set(
    LAYER_IDS.filter((id) => facts.layers[id] !== undefined || LAYERS[id].fixed).flatMap(
      (id) => LAYERS[id].attribution ?? [],
    ),
  );
  const own = (seen: Seen): PaperLegend['groups'][0] => ({
    title: t.text('own.title'),
    entries: (facts.own ?? [])
      .filter(({ source }) => seen(source))
      .map(({ name, swatch }) => ({ label: name, swatch })),
  });
  const corridorsSeen = (seen: Seen): CorridorInHand[] =>
    (facts.corridors ?? []).filter((corridor) => seen('corridors', ({ id }) => id === corridor.id));
  const about = [
    t.text(`projection.${facts.projection}`),
    facts.edition
      ? t.text('print.edition', {
          version: facts.edition.version,
          date: t.date(facts.edition.date),
        })
      : '',
    t.text('print.made', { date: t.date(facts.today) }),
  ];
  return {
    title: facts.title.trim(),
    subtitle: facts.subtitle.trim(),
    legend: (zoom, seen) => ({
      groups: [
        own(seen),
        ...legendGroups(facts.layers, facts.context, zoom).map(({ id, title, entries }) => ({
          title: t.text(title),
          entries: entries
            .filter(({ of }) => seen(id, of))
            .flatMap((entry) => wordedEntries(entry, corridorsSeen(seen), facts.outline, t)),
        })),
      ].filter(({ entries }) => entries.length > 0),
    }),
    foot: [
      t.text('print.credits', { credits: [...credits].join(' · ') }),
      `${t.text('print.boundaries')} ${about.filter((part) => part !== '').join(' · ')}`,
      ...(facts.more ?? []),
    ],
    bare: t.text('print.bare'),
    km: (km) => t.length(km),
    scale: (denominator) => t.text('print.scale', { value: t.number(denominator) }),
    degree: (degrees, axis) => withSide(`${t.number(Math.abs(degrees), 1)}°`, degrees, axis, t),
  };
}
