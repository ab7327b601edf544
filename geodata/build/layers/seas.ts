import type { Feature, Point } from 'geojson';
import type { FullName, Source } from '../../../src/core/types';
import { number, readTable, text } from '../lib/csv';
import { source } from '../lib/sources';
import { feature } from '../lib/write';
import { fullName } from './hubs';

export interface SeaProps {
  id: string;
  kind: 'ocean' | 'sea' | 'strait' | 'gulf' | 'islands';
  name: FullName;
  /** Label rank: 1 seen from afar, 4 only near. */
  rank: number;
  sources: Source[];
  positionErrorKm: number;
}

/** Where a label stands says little about where a sea ends. */
const LABEL_ERROR_KM: Record<SeaProps['kind'], number> = {
  ocean: 1000,
  sea: 300,
  strait: 20,
  gulf: 50,
  islands: 50,
};

/** Labels of seas, straits, gulfs and island groups from curated/seas.csv. */
export function buildSeas(): Feature<Point, SeaProps>[] {
  return readTable('seas.csv').map((row) => {
    const kind = text(row, 'kind') as SeaProps['kind'];
    return feature(
      { type: 'Point', coordinates: [number(row, 'lng'), number(row, 'lat')] },
      {
        id: text(row, 'id'),
        kind,
        name: fullName(row),
        rank: number(row, 'rank'),
        sources: [source('atlas-names')],
        positionErrorKm: LABEL_ERROR_KM[kind],
      },
    );
  });
}
