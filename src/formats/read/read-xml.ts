import { gpx, kml } from '@tmcw/togeojson';
import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import type { Feature, Geometry } from 'geojson';
import { numberedFrom1 } from '../../data/own/place-words';
import { mend } from '../../data/own/mend';
import { guessEncoding, type Encoding } from './encoding';
import type { Reading } from './reading';

/**
 * KML: placemarks with their names, descriptions and data. Styles and pictures are left out, and so
 * are links to other files: what an archive holds is read anyway, other addresses are not asked.
 * `beside`: there are other files to read, so that one of links alone, the root of a KMZ, is no fault.
 */
export async function readKml(file: Blob, reading: Reading, beside = false): Promise<void> {
  const document = await xmlOf(file, reading);
  if (!document) return;
  const count = (element: string): number => document.getElementsByTagName(element).length;
  if (beside && count('Placemark') === 0 && count('NetworkLink') > 0) return;
  take(document, 'Placemark', (from) => kml(from as never).features.filter(isPlace), reading);
}

const isPlace = (feature: Feature<Geometry | null>): feature is Feature =>
  feature.properties?.['@geometry-type'] !== 'networklink';

/** GPX: waypoints, routes and tracks. */
export async function readGpx(file: Blob, reading: Reading): Promise<void> {
  const document = await xmlOf(file, reading);
  if (!document) return;
  take(document, undefined, (from) => gpx(from as never).features as Feature[], reading);
}

type XmlDocument = ReturnType<DOMParser['parseFromString']>;

/** The encoding that the file declares, else the one that its bytes show. */
function encodingOfXml(bytes: Uint8Array): Encoding | string {
  const guessed = guessEncoding(bytes.subarray(0, 65_536));
  if (guessed.startsWith('utf-16')) return guessed;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
  try {
    return declared ? new TextDecoder(declared).encoding : guessed;
  } catch {
    return guessed;
  }
}

/** The whole file as a document; undefined, and the reason reported, where it is not XML. */
async function xmlOf(file: Blob, reading: Reading): Promise<XmlDocument | undefined> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = new TextDecoder(encodingOfXml(bytes)).decode(bytes).replace(/^\uFEFF/, '');
  reading.progress(file.size / 3, file.size);
  // Entities of one's own can grow without end; no map file needs them.
  if (/<!ENTITY/i.test(text.slice(0, 100_000))) {
    reading.error(
      'xml-entities',
      '$',
      'the file declares entities of its own, which are not read',
      'the text itself',
    );
    return undefined;
  }
  try {
    const parser = new DOMParser({ onError: onErrorStopParsing });
    return parser.parseFromString(text, 'text/xml');
  } catch (cause) {
    const { message, locator } = cause as Error & { locator?: { lineNumber?: number } };
    const line = locator?.lineNumber;
    // The parser wraps what it found in words about itself.
    const found = /"(.*)" caused onErrorStopParsing/s.exec(message)?.[1] ?? message;
    const isCut = /unexpected end of input|unclosed xml tag/i.test(found);
    reading.error(
      'not-xml',
      line ? `line ${line}` : '$',
      isCut
        ? 'the file ends in the middle of an element'
        : found.replace(/\s+/g, ' ').slice(0, 120),
      isCut ? 'the whole file; it may have been cut off while it was copied' : 'well-formed XML',
    );
    return undefined;
  }
}

const windRings = mend([{ kind: 'wind' }]);

/** Features of a document, element by element where the whole cannot be read. */
function take(
  document: XmlDocument,
  element: string | undefined,
  featuresOf: (from: XmlDocument) => Feature[],
  reading: Reading,
): void {
  let features: Feature[];
  try {
    features = featuresOf(document);
  } catch (cause) {
    reading.error(
      'xml-content',
      '$',
      `its features cannot be read (${String((cause as Error).message).slice(0, 80)})`,
      'KML 2.2 or GPX 1.1',
    );
    return;
  }
  if (features.length === 0) {
    const empty = element ? document.getElementsByTagName(element).length === 0 : true;
    if (empty)
      reading.error(
        'file-empty',
        '$',
        'the file holds no features',
        element ? 'Placemark elements' : 'wpt, rte or trk elements',
      );
  }
  reading.store.places.push(numberedFrom1(element ? 'placemark' : 'feature', reading.store.count));
  for (const feature of features)
    // Neither format has an order of rings; ours is set without a word.
    reading.store.add(mendable(feature) ? windRings(plain(feature)) : plain(feature));
}

const mendable = (feature: Feature): boolean => {
  const type = feature.geometry?.type;
  return type === 'Polygon' || type === 'MultiPolygon' || type === 'GeometryCollection';
};

/** Descriptions in HTML become their source text; times of track points, one each, are left out. */
function plain(feature: Feature): Feature {
  const properties: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(feature.properties ?? {})) {
    if (name === 'coordinateProperties' || name === '_gpxType') continue;
    const isHtml = typeof value === 'object' && value !== null && '@type' in value;
    Object.defineProperty(properties, name, {
      value: isHtml ? (value as { value?: unknown }).value : value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return { ...feature, properties };
}
