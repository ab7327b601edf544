import type { NetworkPart, Places } from '../lib/context';
import { readRailGraph } from '../lib/rail-graph';
import { buildRail } from './rail/build-rail';
import { applyTrackFacts } from './rail/tracks';
import { readLines, readSections, readStations } from './rail/tables';

const built = new WeakMap<Places, NetworkPart>();

/**
 * The 1520 mm railways of Russia, Mongolia and Kazakhstan, and the dual-gauge line to Rajin: along
 * Natural Earth's track where it has one, else chains of stations.
 */
export function railBroad(places: Places): NetworkPart {
  let part = built.get(places);
  if (!part) {
    part = buildRail(
      {
        lines: readLines('rail-lines-broad.csv'),
        stations: readStations('rail-stations-broad.csv'),
        sections: readSections('rail-sections-broad.csv'),
      },
      [...places.hubs, ...places.ports, ...places.crossings],
      readRailGraph(),
    );
    applyTrackFacts(part.edges);
    built.set(places, part);
  }
  return part;
}
