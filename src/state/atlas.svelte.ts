import type { FeatureCollection } from 'geojson';
import { LAYER_FILES, type LayerFile } from '../data/catalogue';
import type { Edition } from '../data/edition';
import type { Findable } from '../data/questions/findables';
import { startAnalysis } from '../worker/client';
import type { CorridorSummary } from '../worker/messages';
import { OpenQuestions } from '../worker/open-questions';
import type { AppState } from './app.svelte';

export const openQuestions = new OpenQuestions();

/** The one worker of the page. */
export const analysis = openQuestions.counted(startAnalysis());

const idsOf = (load: LayerFile['load']): string[] =>
  LAYER_FILES.filter((file) => file.load === load).map((file) => file.id);

/** The data as the page needs it: layers for drawing, and what can be listed and searched. */
export class AtlasState {
  layers = $state.raw<Partial<Record<string, FeatureCollection>>>({});
  /** The layers of the first map are here, or it is known that they do not come. */
  drawable = $state(false);
  corridors = $state.raw<CorridorSummary[] | undefined>();
  findables = $state.raw<Findable[]>([]);
  defects = $state(0);
  edition = $state.raw<Edition | undefined>();

  #rest: Promise<void> | undefined;

  /** Loads what the first map needs, corridors and names. */
  async load(): Promise<void> {
    try {
      await this.#loadLayers([...idsOf('first'), 'corridors']);
    } finally {
      this.drawable = true;
    }
    this.corridors = await analysis.corridors();
    this.findables = await analysis.findables();
  }

  /**
   * Loads the other layers, once, and reports what is broken: best after the first map, which they
   * would slow.
   */
  loadRest(app: AppState): Promise<void> {
    return (this.#rest ??= this.#loadRest(app));
  }

  async #loadRest(app: AppState): Promise<void> {
    await this.#loadLayers(idsOf('later'));
    this.edition = await analysis.edition();
    await this.#reportIssues(app);
  }

  /** All of them are shown at once: the map places every label anew for each change of its data. */
  async #loadLayers(ids: string[]): Promise<void> {
    const layers = await Promise.all(ids.map((id) => analysis.layer(id)));
    this.layers = { ...this.layers, ...Object.fromEntries(ids.map((id, i) => [id, layers[i]])) };
  }

  async #reportIssues(app: AppState): Promise<void> {
    const issues = (await analysis.issues()).filter((issue) => issue.severity === 'error');
    const unreadable = issues.filter((issue) => issue.code === 'file-unreadable');
    for (const issue of unreadable) app.notify('notice.layer-failed', { file: issue.place });
    this.defects = issues.length - unreadable.length;
    if (this.defects > 0) app.notify('notice.data-defects', { count: String(this.defects) });
  }
}

export const atlas = new AtlasState();
