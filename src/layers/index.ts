import { borders } from './borders';
import { catchment } from './catchment';
import { corridors } from './corridors';
import { countries } from './countries';
import { crossings } from './crossings';
import { graticule } from './graticule';
import { hubs } from './hubs';
import type { LayerId } from './ids';
import { land } from './land';
import type { LayerDeclaration } from './layer';
import { linkages } from './linkages';
import { nodes } from './nodes';
import { ports } from './ports';
import { proximity } from './proximity';
import { railways } from './railways';
import { regions } from './regions';
import { relief } from './relief';
import { roads } from './roads';
import { seaRoutes } from './sea-routes';
import { seas } from './seas';
import { settlements } from './settlements';
import { sketches } from './sketches';
import { water } from './water';
import { ways } from './ways';

/** Every layer by its id. */
export const LAYERS: Record<LayerId, LayerDeclaration> = {
  corridors,
  ways,
  proximity,
  sketches,
  catchment,
  hubs,
  crossings,
  ports,
  railways,
  roads,
  'sea-routes': seaRoutes,
  linkages,
  nodes,
  settlements,
  regions,
  borders,
  countries,
  water,
  seas,
  relief,
  graticule,
  land,
};
