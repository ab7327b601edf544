/**
 * `npm run geodata`: extracts and curated tables to the layers of geodata/, offline, to the same
 * bytes. Places come first, then the network between them, then what refers to it. With `--check`
 * nothing is written, and files that differ are named.
 */
import type { NetworkBuilder, NetworkPart, Places } from './lib/context';
import { buildAssumptions } from './assumptions';
import { buildCorridors } from './corridors';
import { buildScenarios } from './scenarios';
import { buildStories } from './stories';
import { buildTimeZones } from './time-zones';
import { buildBorders } from './layers/borders';
import { buildCountries } from './layers/countries';
import { buildCrossings } from './layers/crossings';
import { buildHubs } from './layers/hubs';
import { buildLand } from './layers/land';
import { buildLinkages } from './layers/linkages';
import { buildPorts } from './layers/ports';
import { buildProgrammes } from './layers/programmes';
import { buildRegions } from './layers/regions';
import { buildSeas } from './layers/seas';
import { buildSettlements } from './layers/settlements';
import { buildWater } from './layers/water';
import { railBroad } from './network/rail-broad';
import { railChina } from './network/rail-china';
import { railPlanned } from './network/rail-planned';
import { harbourRoads } from './network/harbour-roads';
import { sea } from './network/sea';
import { roads } from './network/roads';
import { differingFiles, writeFiles, writeJson, writeLayer } from './lib/write';

const places: Places = { hubs: buildHubs(), ports: buildPorts(), crossings: buildCrossings() };

/** Every part of the network; edges of any part may end on nodes of another. */
const networkBuilders: NetworkBuilder[] = [
  railBroad,
  railPlanned,
  railChina,
  sea,
  harbourRoads,
  roads,
];

const parts: NetworkPart[] = networkBuilders.map((build) => build(places));
const edges = parts.flatMap((part) => part.edges);

writeLayer('land', buildLand());
writeLayer('countries', buildCountries());
const regions = buildRegions();
writeLayer('regions', regions);
writeLayer('settlements', buildSettlements(regions));
writeLayer('borders', buildBorders());
writeLayer('water', buildWater());
writeLayer('seas', buildSeas());
writeLayer('hubs', places.hubs);
writeLayer('ports', places.ports);
writeLayer('crossings', places.crossings);
writeLayer(
  'nodes',
  parts.flatMap((part) => part.nodes),
);
writeLayer(
  'railways',
  edges.filter((edge) => edge.properties.mode === 'rail'),
);
writeLayer(
  'roads',
  edges.filter((edge) => edge.properties.mode === 'road'),
);
writeLayer(
  'sea-routes',
  edges.filter((edge) => edge.properties.mode === 'sea'),
);
writeLayer('linkages', buildLinkages(places.hubs));
writeJson('corridors', buildCorridors(edges));
writeJson('programmes', buildProgrammes());
writeJson('assumptions', buildAssumptions());
writeJson('scenarios', buildScenarios(edges, places));
writeJson('time-zones', buildTimeZones());
writeJson('stories', buildStories());

if (process.argv.includes('--check')) {
  const differing = differingFiles();
  for (const name of differing) console.error(`geodata/${name} is not what the build makes`);
  process.exitCode = differing.length > 0 ? 1 : 0;
} else {
  writeFiles();
}
