/**
 * Coordinate systems that files of this part of the world come in, as proj4 definitions: by their
 * EPSG code where a file names one, and guessed from the size of the numbers where it does not.
 */
export interface Crs {
  name: string;
  definition: string;
}

const WEB_MERCATOR: Crs = {
  name: 'Web Mercator (EPSG:3857)',
  definition:
    '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs',
};
const WEB_MERCATOR_REACH_M = 20_048_967;

/** Pulkovo 1942 to WGS84 by EPSG:5044, which PROJ and GDAL choose first: within 3 m over Russia. */
const PULKOVO = '+ellps=krass +towgs84=23.57,-140.95,-79.8,0,0.35,0.79,-0.22';
/** CGCS2000 and WGS84 agree within centimetres. */
const CGCS2000 = '+ellps=GRS80 +towgs84=0,0,0';

const utm = (zone: number): Crs => ({
  name: `UTM ${zone}N (EPSG:${32600 + zone})`,
  definition: `+proj=utm +zone=${zone} +datum=WGS84 +units=m +no_defs`,
});

const gauss = (name: string, centralLng: number, falseEasting: number, datum: string): Crs => ({
  name,
  definition: `+proj=tmerc +lat_0=0 +lon_0=${centralLng} +k=1 +x_0=${falseEasting} +y_0=0 ${datum} +units=m +no_defs`,
});

/** Gauss-Krüger zones 6 degrees wide; the zone's number stands before the easting. */
const pulkovoZone = (zone: number): Crs =>
  gauss(
    `Pulkovo 1942 / Gauss-Krüger ${zone} (EPSG:${28400 + zone})`,
    centralOf(zone),
    zone * 1e6 + 500_000,
    PULKOVO,
  );
const cgcsZone6 = (zone: number): Crs =>
  gauss(
    `CGCS2000 / Gauss-Krüger ${zone} (EPSG:${4478 + zone})`,
    centralOf(zone),
    zone * 1e6 + 500_000,
    CGCS2000,
  );
const cgcsZone3 = (zone: number): Crs =>
  gauss(
    `CGCS2000 / 3-degree ${zone} (EPSG:${4488 + zone})`,
    zone * 3,
    zone * 1e6 + 500_000,
    CGCS2000,
  );
/** The same without the zone's number: the central meridian stands in the name. */
const cgcsMeridian6 = (lng: number): Crs =>
  gauss(`CGCS2000 / CM ${lng}E (EPSG:${4502 + (lng - 75) / 6})`, lng, 500_000, CGCS2000);
const cgcsMeridian3 = (lng: number): Crs =>
  gauss(`CGCS2000 / 3-degree CM ${lng}E (EPSG:${4534 + (lng - 75) / 3})`, lng, 500_000, CGCS2000);

const centralOf = (zone: number): number => {
  const lng = zone * 6 - 3;
  return lng > 180 ? lng - 360 : lng;
};

/**
 * Pulkovo 1942, in degrees or a Gauss-Krüger zone, from the text of a .prj, which names the datum but
 * not its shift: left out, places are off by up to 150 m. Undefined where it is another system.
 */
export function pulkovoOf(wkt: string): string | undefined {
  if (!/Pulkovo.1942/i.test(wkt)) return undefined;
  if (/^GEOG/i.test(wkt)) return `+proj=longlat ${PULKOVO} +no_defs`;
  const parameter = (name: string): number =>
    Number(new RegExp(`PARAMETER\\["${name}",\\s*(-?[\\d.]+)`, 'i').exec(wkt)?.[1] ?? NaN);
  const [centralLng, falseEasting] = [parameter('Central_Meridian'), parameter('False_Easting')];
  const isGauss = /Gauss_Kruger|Transverse_Mercator/i.test(wkt);
  if (!isGauss || !Number.isFinite(centralLng + falseEasting)) return undefined;
  return gauss('', centralLng, falseEasting, PULKOVO).definition;
}

/** Undefined where the code is WGS84 in degrees, or one that is not known here. */
export function crsOfCode(epsg: number): Crs | undefined {
  if ([3857, 900913, 3785, 102100, 102113].includes(epsg)) return WEB_MERCATOR;
  if (epsg > 32600 && epsg <= 32660) return utm(epsg - 32600);
  if (epsg >= 28404 && epsg <= 28432) return pulkovoZone(epsg - 28400);
  if (epsg >= 4491 && epsg <= 4501) return cgcsZone6(epsg - 4478);
  if (epsg >= 4502 && epsg <= 4512) return cgcsMeridian6(75 + (epsg - 4502) * 6);
  if (epsg >= 4513 && epsg <= 4533) return cgcsZone3(epsg - 4488);
  if (epsg >= 4534 && epsg <= 4554) return cgcsMeridian3(75 + (epsg - 4534) * 3);
  return undefined;
}

/** Degrees on WGS84 or on what agrees with it within a metre. */
export const isDegrees = (name: string): boolean =>
  /CRS84|CRS:84|EPSG:{1,2}[\d.]*:?(4326|4979|4490|4258)\b/i.test(name);

/** The code in a name such as `urn:ogc:def:crs:EPSG::3857` or `EPSG:32652`. */
export function epsgOf(name: string): number | undefined {
  const match = /EPSG:{1,2}[\d.]*:?(\d{4,6})/i.exec(name);
  return match ? Number(match[1]) : undefined;
}

/** UTM zones that North Asia and its neighbours lie in. */
const UTM_ZONES = Array.from({ length: 20 }, (_, i) => 41 + i);

/**
 * What numbers of this size may be, the likeliest first. `points` are some of the file's own
 * coordinate pairs, in metres. Northings that stand first, as Gauss-Krüger writes them, are tried
 * as well.
 */
export function guessCrs(points: readonly (readonly [number, number])[]): Crs[] {
  const found = guess(points);
  if (found.length > 0 && found[0] !== WEB_MERCATOR) return found;
  const turned = guess(points.map(([a, b]) => [b, a])).filter((crs) => crs !== WEB_MERCATOR);
  return [
    ...turned.map(({ name, definition }) => ({
      name: `${name}, northing first`,
      definition: `${definition} +axis=neu`,
    })),
    ...found,
  ];
}

function guess(points: readonly (readonly [number, number])[]): Crs[] {
  if (points.length === 0) return [];
  const all = (test: (x: number, y: number) => boolean): boolean =>
    points.every(([x, y]) => test(x, y));
  const isNorthing = (y: number): boolean => y > 1_000_000 && y < 9_400_000;
  const zone = Math.floor(points[0]![0] / 1e6);
  const inZone = all((x, y) => {
    const rest = x - zone * 1e6;
    return rest > 100_000 && rest < 900_000 && isNorthing(y);
  });
  if (inZone && zone >= 25 && zone <= 45) {
    // 13 to 23 are zones of 6 degrees, 25 to 45 of 3 in China; Russia's run to 32.
    return zone <= 32 ? [cgcsZone3(zone), pulkovoZone(zone)] : [cgcsZone3(zone)];
  }
  if (inZone && zone >= 4 && zone <= 32)
    return zone >= 13 && zone <= 23 ? [pulkovoZone(zone), cgcsZone6(zone)] : [pulkovoZone(zone)];
  if (all((x, y) => x > 100_000 && x < 900_000 && isNorthing(y)))
    return [
      ...UTM_ZONES.map(utm),
      ...Array.from({ length: 11 }, (_, i) => cgcsMeridian6(75 + i * 6)),
    ];
  if (all((x, y) => Math.abs(x) <= WEB_MERCATOR_REACH_M && Math.abs(y) <= WEB_MERCATOR_REACH_M))
    return [WEB_MERCATOR];
  return [];
}
