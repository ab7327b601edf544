import type { FeatureCollection } from 'geojson';
import type { Source } from '../core/types';
import type { StatedAssumption } from '../data/questions/provenance';

/**
 * What a file says of the figures that it holds. In GeoJSON it is the foreign member `metadata`
 * (RFC 7946, section 6.1), in KML the document's description, in FlatGeobuf the header's metadata.
 * CSV has no place for it that every reader skips, so there it is a file beside it.
 */
export interface Metadata {
  title: string;
  /** The command line that gives the same figures. */
  command: string;
  program: 'Northern Vector (nv)';
  programVersion: string;
  dataVersion: string;
  dataDate: string;
  /** Whom to credit for the layers that the answer rests on. */
  credits: string[];
  sources: Source[];
  assumptions: StatedAssumption[];
}

/** A file beside a CSV. */
export const metadataText = (metadata: Metadata): string =>
  `${JSON.stringify(metadata, null, 2)}\n`;

export const geojsonText = (collection: FeatureCollection, metadata: Metadata): string =>
  `${JSON.stringify({ type: collection.type, metadata, features: collection.features })}\n`;

/** Metadata as lines for people. */
export function metadataLines(metadata: Metadata): string[] {
  const source = ({ title, publisher, date, url }: Source): string =>
    `${title}. ${publisher}, ${date}${url ? `. ${url}` : ''}`;
  return [
    `${metadata.program} ${metadata.programVersion}`,
    `Data version ${metadata.dataVersion} of ${metadata.dataDate}`,
    `Command: ${metadata.command}`,
    ...(metadata.credits.length > 0 ? [`Credits: ${metadata.credits.join('; ')}`] : []),
    ...metadata.sources.map((each) => `Source: ${source(each)}`),
    ...metadata.assumptions.map(
      ({ id, low, typical, high, unit, source: from, scenario }) =>
        `Assumption: ${id} ${typical} ${unit} (${low} to ${high}), ${typeof from === 'string' ? from : source(from)}${scenario === undefined ? '' : ` "${scenario}"`}`,
    ),
  ];
}
