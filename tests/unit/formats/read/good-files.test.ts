import { describe, expect, it } from 'vitest';
import { read } from './read';

const names = (features: { properties: Record<string, unknown> | null }[], field = 'name') =>
  features.map(({ properties }) => properties?.[field]);
const bytes = (text: string, encoding: BufferEncoding): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(text, encoding));
const cp1251 = (text: string): number[] =>
  [...text].map((char) => {
    const code = char.codePointAt(0)!;
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
  });

describe('CSV', () => {
  it.each([
    ['name,lat,lon\nA,45.8,126.6\n', 'commas'],
    ['name;lat;lon\nA;45,8;126,6\n', 'semicolons and decimal commas'],
    ['name\tlatitude\tlongitude\nA\t45.8\t126.6\n', 'tabs'],
    ['name,纬度,经度\nA,45.8,126.6\n', 'Chinese heads'],
    ['name;Широта;Долгота\nA;45,8;126,6\n', 'Russian heads'],
    ['name,өргөрөг,уртраг\nA,45.8,126.6\n', 'Mongolian heads'],
    ['name,latlng\nA,"45.8, 126.6"\n', 'one column'],
    ['name,经纬度\nA,"126.6,45.8"\n', 'one column whose name says longitude first'],
    ['name,coordinates\nA,POINT (126.6 45.8)\n', 'well-known text under another name'],
    ['name,wkt\nA,POINT (126.6 45.8)\n', 'well-known text'],
    ['name,lat,lon\nA,"45°48′00″N","126°36′00″E"\n', 'degrees, minutes, seconds'],
    ['sep=;\nname;lat;lon\nA;45.8;126.6\n', 'an announced separator'],
    ['\uFEFFname,lat (deg),lon (deg)\r\nA,45.8,126.6\r\n', 'a byte order mark, units, CRLF'],
    ['name,start_lat,start_lon\nA,45.8,126.6\n', 'words with others'],
  ])('%j (%s)', async (text) => {
    const { good, codes } = await read(text, 'x.csv');
    expect(codes).toEqual({});
    expect(names(good)).toEqual(['A']);
    const [lng, lat] = (good[0]!.geometry as GeoJSON.Point).coordinates;
    expect([lng, lat]).toEqual([expect.closeTo(126.6, 9), expect.closeTo(45.8, 9)]);
  });

  it('in UTF-16, GB18030 and windows-1251', async () => {
    const text = '名称,纬度,经度\n哈尔滨,45.8,126.6\n';
    const wide = await read(bytes(`\uFEFF${text}`, 'utf16le'), 'x.csv');
    expect(names(wide.good, '名称')).toEqual(['哈尔滨']);
    // 名称,纬度,经度 / 哈尔滨 in GB18030.
    const gb = Buffer.from(
      'c3fbb3c62cceb3b6c82cbeadb6c80ab9feb6fbb1f52c34352e382c3132362e360a',
      'hex',
    );
    const han = await read(new Uint8Array(gb), 'x.csv');
    expect(names(han.good, '名称')).toEqual(['哈尔滨']);
    const russian = new Uint8Array(
      cp1251('Название;Широта;Долгота\nНовосибирск;55,0;82,9\nОмск;55;73,4\n'),
    );
    const cyrillic = await read(russian, 'x.csv');
    expect(names(cyrillic.good, 'Название')).toEqual(['Новосибирск', 'Омск']);
  });

  it('rows over the edge of a chunk, with line breaks in quotes, keep their lines', async () => {
    const row = (i: number): string => `"place\n${i}",${40 + (i % 10)},${100 + (i % 20)}\n`;
    const rows = Array.from({ length: 50_000 }, (_, i) => row(i));
    rows[45_000] = 'bad,x,y\n';
    const { good, reading } = await read(`name,lat,lon\n${rows.join('')}`, 'x.csv');
    expect(good.length).toBe(49_999);
    expect(reading.issues).toMatchObject([{ code: 'csv-coordinate', place: 'line 90002' }]);
  }, 30_000);

  it('a column called __proto__ is a column', async () => {
    const { good } = await read('__proto__,lat,lon\nA,45,126\n', 'x.csv');
    expect(Object.entries(good[0]!.properties!)[0]).toEqual(['__proto__', 'A']);
    expect(({} as Record<string, unknown>).lat).toBeUndefined();
  });
});

describe('GeoJSON', () => {
  const sound =
    '{"type":"Feature","properties":{"name":"哈尔滨 } ] \\" {"},"geometry":{"type":"Point","coordinates":[126.6,45.8]}}';

  it.each([
    [`{"features":[${sound},${sound}],"type":"FeatureCollection"}`, 2],
    [`{"type":"FeatureCollection","name":{"features":[1]},"features":[${sound}]}`, 1],
    [sound, 1],
    ['{"type":"Point","coordinates":[126.6,45.8]}', 1],
    [`${sound}\n${sound}\n`, 2],
    [`\u001e${sound}\n\u001e${sound}\n`, 2],
    [`{"type":"FeatureCollection","features":[]}`, 0],
  ])('%s', async (text, count) => {
    const { good, codes } = await read(text, 'x.geojson');
    expect(codes).toEqual({});
    expect(good.length).toBe(count);
  });

  it('many features over many chunks equal what JSON.parse gives', async () => {
    const features = Array.from({ length: 9_000 }, (_, i) => ({
      type: 'Feature' as const,
      id: i,
      properties: { name: `место ${i} "{[`, nested: { a: [i] } },
      geometry: { type: 'Point' as const, coordinates: [60 + (i % 100), 45.5] },
    }));
    const text = JSON.stringify({ type: 'FeatureCollection', features }, null, 1);
    const { good, codes } = await read(text, 'x.geojson');
    expect(codes).toEqual({});
    expect(good).toEqual(features);
  });

  it('a defect in a pretty file has its byte and line', async () => {
    const { reading } = await read(
      `{"type":"FeatureCollection",\n"features":[\n${sound},\n{"a":}\n]}`,
      'x.json',
    );
    expect(reading.issues).toMatchObject([
      { code: 'not-json', place: expect.stringContaining('line 4') as string },
    ]);
  });
});

describe('KML and GPX', () => {
  it('placemarks with data, folders and HTML, which stays text', async () => {
    const kml = `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>
      <Placemark id="a"><name>Хөвсгөл</name><description><![CDATA[<img src=x onerror=alert(1)>]]></description>
      <ExtendedData><Data name="depth"><value>262</value></Data></ExtendedData>
      <Point><coordinates>100.5,51.1,1645</coordinates></Point></Placemark>
      <Placemark><name>Ring</name><Polygon><outerBoundaryIs><LinearRing><coordinates>120,45 120,46 121,46 120,45</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
      </Folder></Document></kml>`;
    const { good, codes } = await read(kml, 'x.kml');
    expect(codes).toEqual({});
    expect(names(good)).toEqual(['Хөвсгөл', 'Ring']);
    expect(good[0]!.properties).toMatchObject({
      description: '<img src=x onerror=alert(1)>',
      depth: '262',
    });
  });

  it('in windows-1251, as its head declares', async () => {
    const head =
      '<?xml version="1.0" encoding="windows-1251"?><kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>';
    const rest = '</name><Point><coordinates>104.3,52.3</coordinates></Point></Placemark></kml>';
    const { good } = await read(
      new Uint8Array([...cp1251(head), ...cp1251('Иркутск'), ...cp1251(rest)]),
      'x.kml',
    );
    expect(names(good)).toEqual(['Иркутск']);
  });

  it('waypoints, routes and tracks', async () => {
    const gpx = `<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1"><wpt lat="52.3" lon="104.3"><name>W</name></wpt>
      <rte><name>R</name><rtept lat="52" lon="104"/><rtept lat="53" lon="105"/></rte>
      <trk><name>T</name><trkseg><trkpt lat="52" lon="104"><ele>450</ele><time>2024-01-01T00:00:00Z</time></trkpt><trkpt lat="53" lon="105"><ele>460</ele></trkpt></trkseg></trk></gpx>`;
    const { good, codes } = await read(gpx, 'x.gpx');
    expect(codes).toEqual({});
    expect(names(good).sort()).toEqual(['R', 'T', 'W']);
  });
});
