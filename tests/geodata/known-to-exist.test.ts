import type { Feature, LineString, MultiLineString } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { NAME_LANGS, type Corridor, type EdgeProps } from '../../src/core/types';
import { readGeodata, readLayer } from './read';
import { shortestKm } from './shortest';

/** What somebody who knows the area looks for: each railway and corridor by name, with its status. */

type Edge = Feature<LineString | MultiLineString, EdgeProps>;

let edges: Edge[];
let corridors: Corridor[];
beforeAll(async () => {
  edges = (await readLayer<LineString | MultiLineString, EdgeProps>('railways')).features;
  corridors = (await readGeodata('corridors.json')) as Corridor[];
});

/** Two places that a railway in use joins, and the lines it leads over. */
const IN_USE: [what: string, from: string, to: string, lines: string[]][] = [
  ['Trans-Siberian from Yekaterinburg', 'yekaterinburg', 'vladivostok', ['trans-siberian']],
  ['to Tyumen', 'tyumen', 'vladivostok', ['trans-siberian']],
  ['Nakhodka and Vostochny', 'ugolnaya', 'nakhodka-vostochnaya', ['ugolnaya-nakhodka']],
  ['BAM whole', 'taishet', 'sovetskaya-gavan', ['bam']],
  ['AYaM', 'tynda', 'nizhny-bestyakh', ['ayam', 'bam']],
  ['Karymskaya-Zabaykalsk', 'karymskaya', 'zabaykalsk', ['karymskaya-zabaykalsk']],
  ['Borzya-Solovyovsk', 'borzya', 'solovyevsk-ereentsav-rail', ['borzya-solovyovsk']],
  ['Zaudinsky-Naushki', 'zaudinsky', 'naushki-sukhbaatar-rail', ['zaudinsky-naushki']],
  ['Ussuriysk-Grodekovo', 'ussuriysk', 'grodekovo-suifenhe-rail', ['ussuriysk-grodekovo']],
  ['Baranovsky-Khasan', 'baranovsky', 'khasan', ['baranovsky-khasan']],
  ['Posyet', 'gvozdevo', 'posyet-port', ['posyet-branch']],
  ['Zarubino', 'sukhanovka', 'zarubino-port', ['zarubino-branch']],
  ['Slavyanka', 'bamburovo', 'slavyanka-port', ['slavyanka-branch']],
  ['Makhalino-Kamyshovaya', 'makhalino', 'kamyshovaya-hunchun-rail', ['makhalino-kamyshovaya']],
  ['Birobidzhan-Nizhneleninskoye', 'birobidzhan', 'nizhneleninskoye-tongjiang-rail', ['birobidzhan-leninsk', 'nizhneleninskoye-bridge']],
  ['Belogorsk-Blagoveshchensk', 'belogorsk', 'blagoveshchensk', ['belogorsk-blagoveshchensk']],
  ['Volochayevka-Komsomolsk', 'volochayevka-2', 'komsomolsk-sortirovochny', ['volochayevka-komsomolsk']],
  ['Izvestkovaya-Novy Urgal', 'izvestkovaya', 'novy-urgal', ['izvestkovaya-novy-urgal']],
  ['Novosibirsk-Barnaul-Rubtsovsk-Semey', 'novosibirsk', 'semey', ['novosibirsk-lokot', 'semey-aktogay', 'trans-siberian']],
  ['Achinsk-Abakan', 'achinsk', 'tigey', ['achinsk-abakan']],
  ['Abakan-Novokuznetsk and Abakan-Taishet', 'novokuznetsk', 'taishet', ['south-siberian']],
  ['Kuzbass', 'yurga', 'artyshta-2', ['kuzbass']],
  ['Ust-Ilimsk', 'khrebtovaya', 'ust-ilimsk', ['khrebtovaya-ust-ilimsk']],
  ['the Ob and Yamal', 'chum', 'bovanenkovo', ['chum-labytnangi', 'obskaya-bovanenkovo']],
  ['Murmansk', 'belomorsk', 'murmansk', ['murmansk-line']],
  ['Arkhangelsk', 'kotlas-uzlovoy', 'arkhangelsk', ['kirov-kotlas-arkhangelsk']],
  ['Harbin-Manzhouli', 'harbin', 'manzhouli', ['binzhou']],
  ['Harbin-Suifenhe', 'harbin', 'suifenhe', ['binsui']],
  ['Harbin-Changchun-Shenyang-Dalian', 'harbin', 'dalian', ['jingha', 'shenda']],
  ['Beijing-Harbin', 'beijing', 'harbin', ['jingha']],
  ["Harbin-Bei'an-Heihe", 'harbin', 'heihe', ['binbei', 'beihei']],
  ['Harbin-Jiamusi-Tongjiang and the bridge', 'harbin', 'nizhneleninskoye-tongjiang-rail', ['binbei', 'suijia', 'fuqian', 'tongjiang']],
  ['Mudanjiang-Tumen-Hunchun', 'mudanjiang', 'kamyshovaya-hunchun-rail', ['tujia', 'tuhun']],
  ['Changchun-Jilin-Tumen', 'changchun', 'tumen', ['changtu']],
  ['Shenyang-Dandong', 'shenyang', 'dandong', ['shendan', 'shenda']],
  ['Qiqihar-Baicheng-Tongliao', 'qiqihar', 'tongliao', ['pingqi', 'tongrang', 'yushu', 'binzhou']],
  ['Baicheng-Arxan', 'baicheng', 'arxan', ['baia']],
  ['Yimin-Arxan', 'hailar', 'arxan', ['yimin', 'liangyi', 'baia']],
  ['Beijing-Datong-Jining-Hohhot-Baotou-Lanzhou', 'beijing', 'lanzhou', ['jingbao', 'baolan']],
  ['Jining-Erenhot', 'jining', 'zamyn-uud-erenhot-rail', ['jier']],
  ['Xilinhot lines', 'xilinhot', 'ulanhot', ['xiwu', 'baia']],
  ['Ganqimaodu line', 'baotou', 'changjigaole', ['ganquan', 'baobai', 'baolan']],
  ['Ceke line', 'jiayuguan', 'shiveekhuren-ceke-rail', ['jiace']],
  ['Lanzhou-Urumqi-Alashankou', 'lanzhou', 'dostyk-alashankou-rail', ['lanxin']],
  ['Jinghe-Khorgos', 'jinghe', 'altynkol-khorgos-rail', ['jinghuo']],
  ['Kuytun-Beitun-Altay', 'kuytun', 'altay', ['kuibei', 'beia']],
  ['Tianjin port', 'tianjin', 'tianjin-port', ['jinghu', 'jinshan', 'tianjin-port']],
  ['Dalian port', 'dalian', 'dalian-port', ['dalian-port']],
  ['Yingkou port', 'yingkou', 'yingkou-port', ['yingkou-port']],
  ['Trans-Mongolian', 'naushki-sukhbaatar-rail', 'zamyn-uud-erenhot-rail', ['trans-mongolian']],
  ['its branch to Erdenet', 'ulaanbaatar', 'erdenet', ['trans-mongolian', 'salkhit-erdenet']],
  ['Choibalsan-Ereentsav', 'choibalsan', 'solovyevsk-ereentsav-rail', ['choibalsan-ereentsav']],
  ['Tavantolgoi-Gashuunsukhait', 'tavantolgoi', 'gashuunsukhait', ['tavantolgoi-gashuunsukhait']],
  ['Tavantolgoi-Zuunbayan', 'tavantolgoi', 'zuunbayan', ['tavantolgoi-zuunbayan']],
  ['Zuunbayan-Khangi', 'zuunbayan', 'khangi', ['zuunbayan-khangi']],
  ['Semey-Aktogay-Dostyk', 'semey', 'dostyk-alashankou-rail', ['semey-aktogay', 'aktogay-dostyk']],
  ['Aktogay-Almaty-Altynkol', 'aktogay', 'altynkol-khorgos-rail', ['aktogay-almaty', 'zhetygen-altynkol']],
  ['Tumangang-Rajin', 'khasan-tumangang-rail', 'rajin', ['tumangang-rajin']],
]; // prettier-ignore

/** Railways that are not built, and their lines. */
const NOT_BUILT: Record<string, string> = {
  'the northern Xinjiang-Siberia link': 'tashtagol-urumqi',
  'its Altai variant': 'abaza-altai-china',
  'the western Xinjiang-Siberia link': 'western-rail-corridor',
  'Kuragino-Kyzyl': 'kuragino-kyzyl',
  'Kyzyl-Artssuuri': 'kyzyl-artssuuri',
  'Erdenet-Artssuuri': 'erdenet-artssuuri',
  "Mongolia's western vertical": 'western-vertical',
  'Choibalsan-Bichigt': 'eastern-vertical',
  'Choibalsan-Arxan': 'khuut-arxan',
  'Gashuunsukhait-Ganqimaodu': 'gashuunsukhait-ganqimaodu',
  'Northern Latitudinal Railway': 'northern-latitudinal',
};

const CORRIDORS = [
  ...['trans-siberian', 'bam', 'ayam', 'cmr-central', 'cmr-eastern', 'cmr-western'],
  ...['primorye-1', 'primorye-2', 'chinese-eastern', 'heihe-blagoveshchensk'],
  ...['tongjiang-nizhneleninskoye', 'tumen-river', 'khasan-rajin', 'xinjiang-siberia-northern'],
  ...['xinjiang-siberia-western', 'urumqi-dostyk-novosibirsk', 'tea-road', 'altai-road'],
  ...['northern-sea-route', 'nsr-dalian', 'arctic-siberian-river-sea', 'amur-bridges'],
];

describe('a railway that is known to exist', () => {
  it.each(IN_USE.map(([what, from, to, lines]) => ({ what, from, to, lines })))(
    'is there, in use, named and sourced: $what',
    ({ from, to, lines }) => {
      const own = edges.filter(
        ({ properties }) => lines.includes(properties.line) && properties.status === 'operating',
      );
      for (const line of lines)
        expect(
          own.some(({ properties }) => properties.line === line),
          line,
        ).toBe(true);
      for (const { properties } of own) {
        for (const lang of NAME_LANGS) expect(properties.name[lang], properties.id).toBeTruthy();
        expect(properties.gauges!.length, properties.id).toBeGreaterThan(0);
        expect(properties.sources.length, properties.id).toBeGreaterThan(0);
        expect(properties.asOf, properties.id).toMatch(/^\d{4}/);
      }
      const km = shortestKm(
        own.map(({ properties }) => ({ from: properties.from, to: properties.to, km: 1 })),
        from,
        to,
      );
      expect(km, `${from} to ${to} over ${lines.join()}`).toBeLessThan(Infinity);
      expect(km).toBeGreaterThan(0);
    },
  );
});

describe('a railway that is not built', () => {
  it.each(Object.entries(NOT_BUILT))('says so, with its source: %s', (_, line) => {
    const own = edges.filter(({ properties }) => properties.line === line);
    expect(own.length).toBeGreaterThan(0);
    for (const { properties } of own) {
      expect(['under-construction', 'planned', 'studied']).toContain(properties.status);
      expect(['endpoints', 'waypoints']).toContain(properties.geometryGrade);
      expect(properties.sources.length).toBeGreaterThan(0);
    }
  });
});

it('every corridor that is looked for is there, in four languages and with sources', () => {
  const ids = corridors.map(({ id }) => id);
  expect(CORRIDORS.filter((id) => !ids.includes(id))).toEqual([]);
  for (const corridor of corridors) {
    for (const lang of NAME_LANGS) {
      expect(corridor.name[lang], corridor.id).toBeTruthy();
      expect(corridor.summary[lang].length, corridor.id).toBeGreaterThan(20);
    }
    expect(corridor.sources.length, corridor.id).toBeGreaterThan(0);
  }
});
