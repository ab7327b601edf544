import { figuresIn } from '../core/story/figure';
import { wordsIn, type Scene, type StageSize, type Story } from '../core/story/types';
import { formatAddress } from './address';
import type { AppState } from './app.svelte';
import { History } from './history.svelte';
import { analysis, atlas } from './atlas.svelte';
import { KeptList } from './kept-list';
import { stage } from './stage.svelte';
import { today } from './today';
import { world } from './world.svelte';

const KEPT = new KeptList('northern-vector-stories', 'stories');

/** The stories of this browser, and the one that is being made. Every change can be undone. */
export class Maker {
  readonly #steps = new History<readonly Story[]>([]);
  /** Id of the story in hand. */
  id = $state<string | undefined>();
  /** False where the browser refuses to keep anything. */
  keeps = $state(true);
  #loading: Promise<void> | undefined;

  get list(): readonly Story[] {
    return this.#steps.value;
  }

  get canUndo(): boolean {
    return this.#steps.canUndo;
  }

  get canRedo(): boolean {
    return this.#steps.canRedo;
  }

  readonly story: Story | undefined = $derived(this.list.find(({ id }) => id === this.id));

  /** Reads what the browser keeps, once. What is not sound is left aside. */
  load(): Promise<void> {
    this.#loading ??= (async () => {
      const kept = await KEPT.read();
      this.keeps = kept !== undefined;
      const { checkStory } = await import('../formats/story-file');
      const sound = (kept ?? []).flatMap((document) => {
        try {
          return [checkStory(document)];
        } catch {
          return [];
        }
      });
      this.#steps.reset(sound);
    })();
    return this.#loading;
  }

  begin(title: string, lang: AppState['lang']): void {
    const story: Story = {
      id: newId(),
      title: { [lang]: title },
      summary: {},
      start: true,
      end: true,
      scenes: [],
    };
    this.id = story.id;
    this.#change([...this.list, story]);
  }

  /** Takes over a story of a file; one of the same id is kept beside it. */
  take(story: Story): void {
    const known = this.list.some(({ id }) => id === story.id);
    const id = known || !story.id.startsWith('own-') ? newId() : story.id;
    this.id = id;
    this.#change([...this.list, { ...story, id }]);
  }

  remove(id: string): void {
    this.#change(this.list.filter((story) => story.id !== id));
    if (this.id === id) this.id = undefined;
  }

  edit(change: Partial<Story>): void {
    const { story } = this;
    if (!story) return;
    this.#change(this.list.map((each) => (each === story ? { ...each, ...change } : each)));
  }

  /** What is seen now, as a new last scene. */
  capture(app: AppState, size: StageSize): void {
    const { story } = this;
    if (!story) return;
    const scene: Scene = {
      id: newSceneId(story),
      title: {},
      text: {},
      sources: [],
      ...seenNow(app, size),
    };
    this.edit({ scenes: [...story.scenes, scene] });
  }

  retake(id: string, app: AppState, size: StageSize): void {
    this.editScene(id, { ...seenNow(app, size), frozen: undefined });
  }

  editScene(id: string, change: Partial<Scene>): void {
    const { story } = this;
    if (!story) return;
    this.edit({ scenes: story.scenes.map((s) => (s.id === id ? { ...s, ...change } : s)) });
  }

  duplicate(id: string): void {
    const { story } = this;
    const at = story?.scenes.findIndex((scene) => scene.id === id) ?? -1;
    if (!story || at < 0) return;
    const copy = { ...story.scenes[at]!, id: newSceneId(story) };
    this.edit({ scenes: story.scenes.toSpliced(at + 1, 0, copy) });
  }

  removeScene(id: string): void {
    if (this.story) this.edit({ scenes: this.story.scenes.filter((scene) => scene.id !== id) });
  }

  /** Moves a scene by so many places. */
  move(id: string, by: number): void {
    const { story } = this;
    const from = story?.scenes.findIndex((scene) => scene.id === id) ?? -1;
    const to = from + by;
    if (!story || from < 0 || to < 0 || to >= story.scenes.length) return;
    const scenes = story.scenes.toSpliced(from, 1);
    this.edit({ scenes: scenes.toSpliced(to, 0, story.scenes[from]!) });
  }

  /** Writes the figures of a scene down as they are today, or lets them follow the measures again. */
  async freeze(id: string, frozen: boolean): Promise<void> {
    const scene = this.story?.scenes.find((each) => each.id === id);
    if (!scene) return;
    if (!frozen) return this.editScene(id, { frozen: undefined });
    const values = await analysis.figures(figuresIn(scene.text), world.options);
    this.editScene(id, { frozen: { date: today(), edition: atlas.edition?.version, values } });
  }

  undo(): void {
    this.#steps.undo();
    this.#keep();
  }

  redo(): void {
    this.#steps.redo();
    this.#keep();
  }

  #change(list: readonly Story[]): void {
    this.#steps.change(list);
    this.#keep();
  }

  #keep(): void {
    if (!this.list.some(({ id }) => id === this.id)) this.id = undefined;
    void KEPT.write(this.list).then((kept) => (this.keeps = kept));
  }
}

/** The view in hand as a scene keeps it: all but language and theme, which belong to the showing. */
function seenNow(app: AppState, size: StageSize): Pick<Scene, 'address' | 'stage'> {
  const address = app.addressUnder(stage.subject(app.panel));
  const { lang: _lang, theme: _theme, embed: _embed, ...seen } = address;
  const { search, hash } = formatAddress(seen);
  return { address: search + hash, stage: size };
}

const newId = (): string => `own-${crypto.randomUUID().slice(0, 8)}`;

function newSceneId(story: Story): string {
  for (let i = story.scenes.length + 1; ; i++)
    if (!story.scenes.some(({ id }) => id === `scene-${i}`)) return `scene-${i}`;
}

/** Whether a scene lacks words in a language that another of its texts has. */
export const lacks = (scene: Scene, lang: AppState['lang']): boolean =>
  (wordsIn(scene.title, lang) !== '' && !scene.title[lang]) ||
  (wordsIn(scene.text, lang) !== '' && !scene.text[lang]);

export const maker = new Maker();
