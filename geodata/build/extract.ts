/**
 * `npm run geodata:extract`: takes from pinned packages what the layers need, into
 * geodata/extracts/, and records the hashes. Needs the network; `npm run geodata` does not.
 * `npm run geodata:extract -- rail` makes one extract again.
 */
import { extractRail } from './extract/rail';

const STEPS: Record<string, () => void | Promise<void>> = { rail: extractRail };

for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(STEPS)) {
  const step = STEPS[name];
  if (!step) throw new Error(`no extract "${name}"; there are ${Object.keys(STEPS).join(', ')}`);
  await step();
  console.error(`extracted ${name}`);
}
