import type { FeatureCollection } from 'geojson';
import { NAME_LANGS } from '../../../src/core/types';
import type { NameLang } from '../../../src/core/types';
import { writeExtract } from './manifest';
import { readSource } from './packages';
import { SOURCE_FILES } from './sources';

type Territories = {
  main: Record<string, { localeDisplayNames: { territories: Record<string, string> } }>;
};

/**
 * Countries of the world: Natural Earth's three-letter code of the area drawn, the ISO 3166-1
 * code that Natural Earth gives to it, and Unicode CLDR's names in the four languages.
 */
export function extractCountryNames(): void {
  const territories = {
    en: SOURCE_FILES.territoriesEn,
    zh: SOURCE_FILES.territoriesZh,
    ru: SOURCE_FILES.territoriesRu,
    mn: SOURCE_FILES.territoriesMn,
  };
  const names = (lang: NameLang): Record<string, string> =>
    (JSON.parse(readSource(territories[lang]).toString('utf8')) as Territories).main[lang]!
      .localeDisplayNames.territories;
  const byLang = Object.fromEntries(NAME_LANGS.map((lang) => [lang, names(lang)]));
  const admin1 = JSON.parse(
    readSource(SOURCE_FILES.neAdmin1).toString('utf8'),
  ) as FeatureCollection<never, { adm0_a3: string; iso_a2: string }>;
  const codes = new Map(admin1.features.map(({ properties: p }) => [p.adm0_a3, p.iso_a2] as const));
  const rows = [...codes]
    .filter(([, iso]) => byLang.en![iso])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([area, iso]) =>
      [area, iso, ...NAME_LANGS.map((lang) => byLang[lang]![iso] ?? '')].join('\t'),
    );
  const text = ['area\tiso\ten\tzh\tru\tmn', ...rows].join('\n');
  const sources = [SOURCE_FILES.neAdmin1, ...Object.values(territories)];
  writeExtract('country-names.tsv', `${text}\n`, sources);
}
