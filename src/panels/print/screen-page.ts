import type { Language } from '../../i18n/language';
import { THEMES } from '../../layers/theme';
import { paperSource } from '../../map/paper';
import { sourceData } from '../../map/style';
import type { MapData, MapState } from '../../map/types';
import type { Furniture, PageRequest } from '../../print/compose';
import { pageWords } from '../../print/page-words';
import type { Sheet, SheetSize } from '../../print/sheet';
import type { ViewState } from '../../core/projections';
import type { LayerId } from '../../layers/ids';

/** What the map shows now, as a page asks for it. */
export interface Screen {
  state: MapState;
  data: MapData;
  view: ViewState;
  size: { width: number; height: number };
  edition: { version: string; date: string } | undefined;
}

export interface PageChoice {
  title: string;
  subtitle: string;
  sheet: Sheet | SheetSize;
  furniture: Furniture;
  more: string[];
}

/** The page of what the map shows. */
export function screenPage(screen: Screen, choice: PageChoice, t: Language): PageRequest {
  const { state, data } = screen;
  const { relief: _, ...printable } = state.layers;
  // Subjects that nothing has been asked of draw nothing, and have no place in a legend.
  const layers = Object.fromEntries(
    Object.entries(printable).filter(
      ([id]) =>
        !MADE.includes(id as LayerId) || sourceData(id as LayerId, state, data).features.length > 0,
    ),
  ) as MapState['layers'];
  const theme = THEMES[state.theme];
  return {
    sheet: choice.sheet,
    source: paperSource({ ...state, layers }, data),
    theme,
    view: screen.view,
    screen: screen.size,
    furniture: choice.furniture,
    words: pageWords(
      {
        title: choice.title,
        subtitle: choice.subtitle,
        layers,
        context: {
          theme,
          lang: t.lang,
          projection: state.projection,
          corridors: state.highlights.corridors,
          corridorColours: state.highlights.colours,
          ways: state.highlights.ways,
          regions: state.highlights.regions,
        },
        projection: state.projection,
        edition: screen.edition,
        today: new Date().toISOString().slice(0, 10),
        more: choice.more,
      },
      t,
    ),
  };
}

const MADE: readonly LayerId[] = ['catchment', 'ways', 'proximity', 'sketches'];
