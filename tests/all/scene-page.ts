import type { Route } from '../../src/core/analysis/answers';
import type { Scene } from '../../src/core/story/types';
import type { Lang } from '../../src/core/types';
import { LAYER_IDS } from '../../src/layers/ids';
import type { Way } from '../../src/layers/ways';
import type { Highlights } from '../../src/map/types';
import { parseAddress, type Address } from '../../src/state/address';
import { operations, type Wanted } from '../../geodata/build/paper-page';

/** What a scene's address shows, as the composer gets it from the page. */
export async function scenePage(scene: Scene, lang: Lang): Promise<Wanted> {
  const [search, hash = ''] = scene.address.split('#');
  const { address } = parseAddress(search!, `#${hash}`);
  const { layers = [], projection = 'north-asia', camera } = address;
  return {
    lang,
    projection,
    title: scene.title[lang]!,
    screen: scene.stage,
    view: camera!,
    change: {
      layers: Object.fromEntries(
        LAYER_IDS.filter((id) => layers.includes(id)).map((id) => [id, 1]),
      ),
      highlights: await highlights(address),
    },
  };
}

async function highlights(address: Address): Promise<Highlights> {
  const { corridors = [], radiusKm, panel, pair, area, border } = address;
  const catchment: Highlights['catchment'] = [];
  if (corridors.length === 1 && radiusKm) {
    const answer = await operations.catchment(corridors[0]!, radiusKm);
    if (answer.ok && answer.value.geometry)
      catchment.push({
        type: 'Feature',
        properties: { corridor: corridors[0] },
        geometry: answer.value.geometry,
      });
  }
  if (border) {
    const belt = await operations.borderBelt(border, radiusKm ?? 50);
    if (belt.ok && belt.value.geometry)
      catchment.push({ type: 'Feature', properties: {}, geometry: belt.value.geometry });
  }
  let regions: readonly string[] = [];
  if (pair) {
    const focal = await operations.focalPair(pair);
    if (focal.ok) regions = focal.value.regions.flat();
  } else if (area) {
    const areas = await operations.areas();
    if (areas.ok) regions = areas.value.find(({ id }) => id === area)!.regions.map(({ id }) => id);
  }
  return { corridors, catchment, regions, ways: panel === 'routes' ? await routes(address) : [] };
}

async function routes(address: Address): Promise<Way[]> {
  const { from, to, via, by, month, modes, scenario } = address;
  const change = scenario ? await operations.scenario(scenario) : undefined;
  const asked = await operations.route(
    { from: from!, to: to!, via: via ?? [], by: by ?? 'distance', alternatives: 0 },
    { month, modes, scenario: change?.ok ? change.value : undefined },
  );
  if (!asked.ok || asked.value.value.status !== 'ok') throw new Error(`no way ${from} ${to}`);
  const { geometry } = asked.value.value as Route;
  return [{ geometry, role: 'route' }];
}
