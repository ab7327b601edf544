import type { FeatureCollection } from 'geojson';
import { writeExtract } from './manifest';
import { readSource } from './packages';
import { SOURCE_FILES } from './sources';

type Admin1Props = { iso_3166_2: string; name_zh?: string; name_ru?: string };

/**
 * Names of the admin-1 units of China, Mongolia and Russia as Unicode CLDR 41 and Natural Earth have
 * them, errors included: what curated/regions.csv was decided from, and what a test compares it with.
 */
export function extractSubdivisionNames(): void {
  const { neAdmin1, subdivisionsZh, subdivisionsRu, subdivisionsMn } = SOURCE_FILES;
  const [zh, ru, mn] = [subdivisionsZh, subdivisionsRu, subdivisionsMn].map((source) =>
    namesIn(readSource(source).toString('utf8')),
  );
  const admin1 = JSON.parse(readSource(neAdmin1).toString('utf8')) as FeatureCollection<
    never,
    Admin1Props
  >;
  const rows = admin1.features
    .map(({ properties }) => properties)
    .filter(({ iso_3166_2: iso }) => /^(CN|MN|RU)-[A-Z0-9]+$/.test(iso))
    .sort((a, b) => (a.iso_3166_2 < b.iso_3166_2 ? -1 : 1))
    .map(({ iso_3166_2: iso, name_zh, name_ru }) =>
      [iso, zh!.get(iso), ru!.get(iso), mn!.get(iso), name_zh, name_ru]
        .map((name) => name ?? '')
        .join('\t'),
    );
  const text = ['iso\tcldrZh\tcldrRu\tcldrMn\tneZh\tneRu', ...rows].join('\n');
  const sources = [neAdmin1, subdivisionsZh, subdivisionsRu, subdivisionsMn];
  writeExtract('subdivision-names.tsv', `${text}\n`, sources);
}

/** `<subdivision type="cnhl">...` as ISO 3166-2 code and name. */
function namesIn(xml: string): Map<string, string> {
  return new Map(
    [...xml.matchAll(/<subdivision type="([a-z]{2})([a-z0-9]+)"[^>]*>([^<]+)</g)].map(
      ([, country, unit, name]) => [`${country}-${unit}`.toUpperCase(), name!],
    ),
  );
}
