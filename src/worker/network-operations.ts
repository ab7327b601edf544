import { transfer } from 'comlink';
import { geodesicPoints } from '../core/geo/geodesic';
import { columnBuffers } from '../core/analysis/matrix-figures';
import type { Atlas } from '../data/atlas';
import { compareCorridors } from '../data/questions/compare';
import {
  changedPairs,
  matrixFiguresBeside,
  ranking,
  reachBeside,
  routeBeside,
} from '../data/questions/effects';
import { figureValues } from '../data/questions/figures';
import { helpingLinks } from '../data/questions/helping-links';
import { networkData, scenarioFrom, scenarioPresets } from '../data/questions/network';
import { scenarioTable } from '../data/questions/scenario-table';
import { strip } from '../data/questions/strip';
import { switches } from '../data/questions/switches';
import { answer } from './answer';
import type { NetworkOperations } from './messages';
import { workerPace } from './pace';

/** Great circles are drawn with vertices this near: finer than a pixel until one zooms far in. */
const DRAWN_STEP_KM = 100;

/** What follows from the network of one atlas. */
export function networkOperations(atlas: Atlas): NetworkOperations {
  return {
    assumptions: () => answer(networkData(atlas).then(({ assumptions }) => assumptions)),
    presets: () => scenarioPresets(atlas),
    switches: () => answer(switches(atlas)),
    scenario: (text) => answer(scenarioFrom(atlas, text)),
    route: (query, world) => answer(routeBeside(atlas, query, world)),
    reach: (place, options, world) => answer(reachBeside(atlas, place, options, world)),
    matrixFigures: async (query, world, watch) => {
      const found = await answer(matrixFiguresBeside(atlas, query, world, workerPace(watch)));
      // Handed over, not copied: 300 by 300 places are 6 MB, twice that beside today.
      return found.ok ? transfer(found, columnBuffers(found.value)) : found;
    },
    greatCircles: (pairs) =>
      Promise.resolve(pairs.map(([from, to]) => geodesicPoints(from, to, DRAWN_STEP_KM))),
    changedPairs: (rank, by, world, watch) =>
      answer(changedPairs(atlas, rank, by, world, workerPace(watch))),
    ranking: (query, world, watch) => answer(ranking(atlas, query, world, workerPace(watch))),
    helpingLinks: (query, world, watch) =>
      answer(helpingLinks(atlas, query, world, workerPace(watch))),
    strip: (question) => answer(strip(atlas, question)),
    scenarioTable: (question, world) => answer(scenarioTable(atlas, question, world)),
    compare: (compared, radiusKm, world, watch) =>
      answer(compareCorridors(atlas, compared, radiusKm, world, workerPace(watch))),
    figures: (texts, world) => figureValues(atlas, texts, world),
  };
}
