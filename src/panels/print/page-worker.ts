import { expose, transfer } from 'comlink';
import type { FeatureCollection } from 'geojson';
import { Atlas } from '../../data/atlas';
import { Language } from '../../i18n/language';
import { LAYERS } from '../../layers';
import { LAYER_IDS, type LayerId } from '../../layers/ids';
import { ownSourceId, type OwnDrawn } from '../../layers/own';
import type { MapData, MapState } from '../../map/types';
import { drawPage } from '../../print/canvas';
import { composePage, type ComposedPage } from '../../print/compose';
import { loadTypesetter } from '../../print/load-fonts';
import { svgFile } from '../../print/svg';
import type { Typesetter } from '../../print/typesetter';
import { atlasOperations } from '../../worker/atlas-operations';
import { pageFolder } from '../../worker/page-folder';
import { readFile } from '../../worker/read-file';
import type { PageOrder, PageWorker } from './page-messages';
import { screenPage } from './screen-page';

/** Pages are made here, so that the window stays free: a page of many labels takes seconds. */

const operations = atlasOperations(new Atlas(readFile));
const layers = new Map<LayerId, Promise<FeatureCollection>>();

function layer(id: LayerId): Promise<FeatureCollection> {
  let features = layers.get(id);
  if (!features) layers.set(id, (features = operations.layer(id)));
  return features;
}

/** The layers that a map in this state draws from. */
async function dataOf({ layers: visible, highlights }: MapState): Promise<MapData> {
  const ids = LAYER_IDS.filter(
    (id) =>
      (LAYERS[id].data === 'file' || id === 'corridors') &&
      (visible[id] !== undefined ||
        LAYERS[id].fixed ||
        // Outlines take the colour of their corridor.
        (id === 'corridors' && highlights.catchment.length > 0)),
  );
  return Object.fromEntries(
    await Promise.all(ids.map(async (id) => [id, await layer(id)] as const)),
  );
}

/** Own layers are drawn from addresses that only this browser knows. */
async function ownData(own: readonly OwnDrawn[]): Promise<Record<string, FeatureCollection>> {
  const drawn = own.filter(({ tiles }) => !tiles);
  return Object.fromEntries(
    await Promise.all(
      drawn.map(async ({ id, url }) => {
        const response = await fetch(url);
        return [ownSourceId(id), (await response.json()) as FeatureCollection] as const;
      }),
    ),
  );
}

let last: { number: number; page: Promise<{ page: ComposedPage; type: Typesetter }> } | undefined;

/** The page of an order; the last one made is kept, so that what is saved is what was seen. */
function pageOf(order: PageOrder): ReturnType<typeof compose> {
  if (last?.number !== order.number) last = { number: order.number, page: compose(order) };
  return last.page;
}

async function compose(order: PageOrder): Promise<{ page: ComposedPage; type: Typesetter }> {
  const [type, t, data, own] = await Promise.all([
    loadTypesetter(pageFolder()),
    Language.load(order.lang),
    dataOf(order.state),
    ownData(order.state.own ?? []),
  ]);
  type.missing.clear();
  const request = screenPage({ ...order, data, own }, order.choice, t);
  return { page: composePage(request, type), type };
}

const pages: PageWorker = {
  async preview(order, box) {
    const { page, type } = await pageOf(order);
    const across = Math.min(box.width, (box.height * page.width) / page.height);
    const picture = drawPage(page, Math.max(1, Math.round(across)), type).transferToImageBitmap();
    const { width, height, legendLeftOut } = page;
    const missing = [...type.missing].join(' ');
    return transfer({ picture, width, height, missing, legendLeftOut }, [picture]);
  },
  async svg(order, outlines) {
    const { page, type } = await pageOf(order);
    return new Blob([svgFile(page, outlines ? type : undefined)], { type: 'image/svg+xml' });
  },
  async pdf(order) {
    const { page, type } = await pageOf(order);
    const { pdfFile } = await import('../../print/pdf');
    return new Blob([await pdfFile(page, type)], { type: 'application/pdf' });
  },
  async png(order, widthPx) {
    const { page, type } = await pageOf(order);
    return drawPage(page, widthPx, type).convertToBlob({ type: 'image/png' });
  },
  async legend(order) {
    return (await pageOf(order)).page.legend;
  },
};

expose(pages);
