import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { nearestTurn } from '../../src/core/geo/geodesic';
import type { ProjectionId } from '../../src/core/projections';
import type { Story, StageSize, Words } from '../../src/core/story/types';
import type { LngLat } from '../../src/core/types';
import { productStory } from '../../src/data/schema/stories';
import { LAYER_IDS, type LayerId } from '../../src/layers/ids';
import { frame } from '../../src/map/framing';
import { formatAddress, parseAddress } from '../../src/state/address';
import { CURATED_DIR } from './lib/paths';
import { sources } from './lib/sources';

/** A scene as people write it: sources by key, and the places that must be in the picture. */
interface CuratedScene {
  id: string;
  title: Words;
  text: Words;
  notes: Words;
  /** What is shown, as a query without its camera and layers. */
  query: string;
  /** Layers of the scene's subject, above those of the base. Absent: the usual ones. */
  layers?: LayerId[];
  frame: LngLat[];
  sources: string[];
}

interface CuratedStory {
  id: string;
  title: Words;
  summary: Words;
  scenes: CuratedScene[];
}

/** The map beside the caption of a presentation on a screen of 1280 by 720. */
const STAGE: StageSize = { width: 820, height: 720 };
const MARGIN = 56;
/** What every scene with layers of its own stands on. */
const BASE: LayerId[] = [
  'ways',
  'catchment',
  'hubs',
  'regions',
  'borders',
  'countries',
  'water',
  'seas',
  'relief',
  'land',
];

/** The stories of curated/stories/, in the order of their file names. */
export function buildStories(): Story[] {
  const folder = join(CURATED_DIR, 'stories');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) =>
      built(name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as CuratedStory),
    );
}

function built(file: string, { id, title, summary, scenes }: CuratedStory): Story {
  const story: Story = {
    id,
    title,
    summary,
    start: true,
    end: true,
    scenes: scenes.map((scene) => ({
      id: scene.id,
      title: scene.title,
      text: scene.text,
      notes: scene.notes,
      address: addressOf(`${file}, scene ${scene.id}`, scene),
      stage: STAGE,
      sources: sources(scene.sources),
    })),
  };
  const { issues } = v.safeParse(productStory, story);
  if (issues)
    throw new Error(
      `${file}: ${issues.map((issue) => `${v.getDotPath(issue) ?? ''} ${issue.message}`).join('; ')}`,
    );
  return story;
}

/** The query as the page writes it, with the camera that frames the scene's places. */
function addressOf(place: string, { query, layers, frame: points }: CuratedScene): string {
  const { address, bad } = parseAddress(query, '');
  if (bad.length > 0) throw new Error(`${place}: ${bad[0]!.param} cannot be "${bad[0]!.value}"`);
  const projection: ProjectionId = address.projection ?? 'north-asia';
  const margin = { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN };
  const seen = frame(points, projection, STAGE, margin);
  if (!seen) throw new Error(`${place}: frame names no place`);
  const [lng, lat] = seen.center;
  const camera = { zoom: seen.zoom, lat, lng: nearestTurn(lng, 0), bearing: 0, pitch: 0 };
  const shown = layers && LAYER_IDS.filter((id) => BASE.includes(id) || layers.includes(id));
  const { search, hash } = formatAddress({
    ...address,
    ...(shown ? { layers: shown } : {}),
    camera,
  });
  return search + hash;
}
