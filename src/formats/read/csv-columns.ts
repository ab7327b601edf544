/** Names of columns that hold coordinates, in the languages of the product and some neighbours. */
const LATITUDE =
  /^(lat(itude)?|latitud|breite(ngrad)?|y|ycoord|y_?coordinate|northing|широта|шир|өргөрөг|уржуу?г|纬度|緯度|北纬|위도|緯度\(北緯\))$/;
const LONGITUDE =
  /^(lng|lon(g|gitude)?|longitud|länge(ngrad)?|laengengrad|x|xcoord|x_?coordinate|easting|долгота|долг|дол|уртраг|经度|經度|东经|경도|経度)$/;
/** One column with both, such as `45.8, 126.6`; latitude first unless its name says otherwise. */
const BOTH =
  /^(coordinates?|coords?|location|latlng|latlon|lat_lng|latlong|координаты|坐标|座標|солбицол)$/;
const BOTH_LNG_FIRST = /^(lnglat|lonlat|lng_lat|lon_lat|经度纬度|经纬度|經緯度)$/;
const GEOMETRY = /^(wkt|geom(etry)?|the_geom|shape|wkt_geom)$/;

export type CoordinateColumns =
  | { kind: 'two'; lat: string; lng: string }
  | { kind: 'one'; column: string; lngFirst: boolean }
  | { kind: 'wkt'; column: string };

const isShifted = (name: string): boolean => /gcj|bd-?09/i.test(name);

/** The columns that coordinates stand in, or undefined where no name says so. */
export function coordinateColumns(names: readonly string[]): CoordinateColumns | undefined {
  // Of two pairs of columns, that which Chinese web maps have not shifted.
  const trueFirst = names.toSorted((a, b) => Number(isShifted(a)) - Number(isShifted(b)));
  const plain = trueFirst.map((name) => ({
    name,
    key: name
      .toLowerCase()
      .replace(/\(.*?\)|（.*?）|\[.*?\]|°|,.*$/g, '')
      .trim()
      .replace(/[\s.-]+/g, '_'),
  }));
  // `start_lat` or `lat_wgs84`: the word may stand with others.
  const find = (pattern: RegExp): string | undefined =>
    plain.find(({ key }) => pattern.test(key))?.name ??
    plain.find(
      ({ key }) => key.length > 2 && key.split('_').some((w) => w.length > 1 && pattern.test(w)),
    )?.name;
  const lat = find(LATITUDE);
  const lng = find(LONGITUDE);
  if (lat !== undefined && lng !== undefined && lat !== lng) return { kind: 'two', lat, lng };
  const wkt = plain.find(({ key }) => GEOMETRY.test(key));
  if (wkt) return { kind: 'wkt', column: wkt.name };
  const swapped = plain.find(({ key }) => BOTH_LNG_FIRST.test(key));
  if (swapped) return { kind: 'one', column: swapped.name, lngFirst: true };
  const both = plain.find(({ key }) => BOTH.test(key));
  return both ? { kind: 'one', column: both.name, lngFirst: false } : undefined;
}

/** 45.75, 45,75, N 45.75, 45.75° N, 45°45'00"N; undefined where it is no coordinate. */
export function coordinateOf(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^[+-]?\d+([.,]\d+)?(e[+-]?\d+)?$/i.test(trimmed)) return Number(trimmed.replace(',', '.'));
  const parts =
    /^([NSEWСЮВЗ])?\s*([+-]?\d+(?:[.,]\d+)?)\s*[°º度]\s*(?:(\d+(?:[.,]\d+)?)\s*['′’分]\s*)?(?:(\d+(?:[.,]\d+)?)\s*(?:["″”秒]|'')\s*)?([NSEWСЮВЗ])?$/iu.exec(
      trimmed,
    ) ??
    /^([NSEWСЮВЗ])\s*(\d+(?:[.,]\d+)?)()()()$/iu.exec(trimmed) ??
    /^()(\d+(?:[.,]\d+)?)()()\s*([NSEWСЮВЗ])$/iu.exec(trimmed);
  if (!parts) return undefined;
  const [, before, degrees, minutes, seconds, after] = parts;
  const value = (part: string | undefined): number => Number((part || '0').replace(',', '.'));
  const size = Math.abs(value(degrees)) + value(minutes) / 60 + value(seconds) / 3600;
  const turned = /[SWЮЗ]/i.test(before || after || '') || degrees!.startsWith('-');
  return turned ? -size : size;
}
