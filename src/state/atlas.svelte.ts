import type { FeatureCollection } from 'geojson';
import { LAYER_FILES } from '../data/catalogue';
import type { Edition } from '../data/edition';
import type { Findable } from '../data/questions/findables';
import { startAnalysis } from '../worker/client';
import type { CorridorSummary } from '../worker/messages';
import { OpenQuestions } from '../worker/open-questions';
import type { AppState } from './app.svelte';

export const openQuestions = new OpenQuestions();

/** The one worker of the page. */
export const analysis = openQuestions.counted(startAnalysis());

/** The data as the page needs it: layers for drawing, and what can be listed and searched. */
export class AtlasState {
  layers = $state.raw<Partial<Record<string, FeatureCollection>>>({});
  corridors = $state.raw<CorridorSummary[] | undefined>();
  findables = $state.raw<Findable[]>([]);
  defects = $state(0);
  edition = $state.raw<Edition | undefined>();

  /** Loads all layers, those of the first map first, and reports what is broken. */
  async load(app: AppState): Promise<void> {
    const ids = (load: string): string[] =>
      LAYER_FILES.filter((file) => file.load === load).map((file) => file.id);
    await this.#loadLayers([...ids('first'), 'corridors']);
    this.corridors = await analysis.corridors();
    await this.#loadLayers(ids('later'));
    this.edition = await analysis.edition();
    this.findables = await analysis.findables();
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
