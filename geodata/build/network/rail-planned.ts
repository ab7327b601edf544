import type { NetworkPart, Places } from '../lib/context';
import { railBroad } from './rail-broad';
import { buildRail } from './rail/build-rail';
import { readLines, readSections, readStations } from './rail/tables';

/**
 * Railways that are not built: under construction, planned, studied. They end on hubs, crossings
 * and existing stations, so that a scenario can switch them on by line.
 */
export function railPlanned(places: Places): NetworkPart {
  return buildRail(
    {
      lines: readLines('rail-planned-lines.csv'),
      stations: readStations('rail-planned-nodes.csv'),
      sections: readSections('rail-planned-sections.csv'),
    },
    [...places.hubs, ...places.ports, ...places.crossings, ...railBroad(places).nodes],
  );
}
