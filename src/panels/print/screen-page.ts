import type { FeatureCollection } from 'geojson';
import type { Language } from '../../i18n/language';
import { corridorsInHand, outlineColour } from '../../layers/legend-in-hand';
import { THEMES } from '../../layers/theme';
import { paperSource } from '../../map/paper';
import { sourceData } from '../../map/style';
import type { MapData, MapState } from '../../map/types';
import type { PageRequest } from '../../print/compose';
import type { Furniture } from '../../print/furniture';
import { pageWords } from '../../print/page-words';
import type { Sheet, SheetSize } from '../../print/sheet';
import { zoomAtSameScale, type ProjectionId, type ViewState } from '../../core/projections';
import type { LayerId } from '../../layers/ids';
import type { Swatch } from '../../layers/layer';
import { ownSourceId } from '../../layers/own';

/** What the map shows now, as a page asks for it. */
export interface Screen {
  state: MapState;
  data: MapData;
  /** Features of own layers by their source. */
  own?: Readonly<Record<string, FeatureCollection>> | undefined;
  view: ViewState;
  size: { width: number; height: number };
  edition: { version: string; date: string } | undefined;
}

export interface PageChoice {
  title: string;
  subtitle: string;
  sheet: Sheet | SheetSize;
  furniture: Furniture;
  /** Absent: the screen's. Another one shows the same place at the same scale. */
  projection?: ProjectionId | undefined;
  /** Names of own layers by id, for the legend. */
  ownNames?: Readonly<Record<string, string>> | undefined;
  more: string[];
}

/** The page of what the map shows. */
export function screenPage(screen: Screen, choice: PageChoice, t: Language): PageRequest {
  const { data, view } = screen;
  const { projection = screen.state.projection, furniture } = choice;
  const state: MapState = { ...screen.state, projection, layers: printed(screen, furniture) };
  const theme = THEMES[state.theme];
  const { corridors, colours, catchment } = state.highlights;
  const inHand = corridorsInHand(corridors, colours, data.corridors, theme, t.lang);
  return {
    sheet: choice.sheet,
    source: paperSource(state, data, screen.own),
    theme,
    view: { ...view, zoom: zoomAtSameScale(view, screen.state.projection, projection) },
    screen: screen.size,
    furniture,
    words: pageWords(
      {
        title: choice.title,
        subtitle: choice.subtitle,
        layers: state.layers,
        context: {
          theme,
          lang: t.lang,
          projection,
          corridors: state.highlights.corridors,
          corridorColours: state.highlights.colours,
          ways: state.highlights.ways,
          regions: state.highlights.regions,
          linkages: state.highlights.linkages,
          sketched: (state.highlights.sketches?.length ?? 0) > 0,
        },
        corridors: inHand,
        outline: outlineColour(catchment, inHand),
        own: ownLegend(screen, choice.ownNames ?? {}),
        projection,
        edition: screen.edition,
        today: new Date().toISOString().slice(0, 10),
        more: choice.more,
      },
      t,
    ),
  };
}

/** Visible layers without those that paper has no use for. */
function printed({ state, data }: Screen, { graticule }: Furniture): MapState['layers'] {
  const layers = { ...state.layers };
  delete layers.relief;
  // The degrees around the frame stand at lines; without them there are none.
  if (graticule) layers.graticule ??= 1;
  else delete layers.graticule;
  // Subjects that nothing has been asked of draw nothing, and have no place in a legend.
  const empty = MADE.filter((id) => sourceData(id, state, data).features.length === 0);
  for (const id of empty) delete layers[id];
  return layers;
}

const MADE: readonly LayerId[] = ['catchment', 'ways', 'proximity', 'sketches'];

/** A line of the legend for each own layer, with the sign of what it holds. */
function ownLegend(
  { state, own = {} }: Screen,
  names: Readonly<Record<string, string>>,
): { source: string; name: string; swatch: Swatch }[] {
  return (state.own ?? []).flatMap(({ id, style: { color, size } }) => {
    const source = ownSourceId(id);
    const type = own[source]?.features[0]?.geometry.type ?? '';
    if (type === '') return [];
    const swatch: Swatch = type.endsWith('Polygon')
      ? { kind: 'fill', fill: color, stroke: color, opacity: 0.3 }
      : type.endsWith('LineString')
        ? { kind: 'line', strokes: [{ color, width: size / 2 }] }
        : { kind: 'dot', radius: size, fill: color, stroke: color };
    return [{ source, name: names[id] ?? id, swatch }];
  });
}
