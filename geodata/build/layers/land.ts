import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { Source } from '../../../src/core/types';
import { densifyArea } from '../lib/densify';
import { source } from '../lib/sources';
import { allUnits, mergedArea } from '../lib/topology';
import { feature } from '../lib/write';

export interface LandProps {
  id: string;
  sources: Source[];
  positionErrorKm: number;
}

/**
 * All land in the window (12 W eastward to 165 W, 5 S to 90 N), one feature: the outer arcs of the
 * regions and countries, so that coasts agree everywhere.
 */
export function buildLand(): Feature<Polygon | MultiPolygon, LandProps>[] {
  return [
    feature(densifyArea(mergedArea(allUnits())), {
      id: 'land',
      sources: [source('ne-admin1')],
      positionErrorKm: 10,
    }),
  ];
}
