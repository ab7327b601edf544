import { sceneOn, slidesOf, type Slide, type Story } from '../core/story/types';
import { TAKEN, takenParts } from '../formats/asset';
import { parseAddress, type Address, type BadValue, type Camera } from './address';
import type { AppState } from './app.svelte';
import { analysis } from './atlas.svelte';
import type { Panel } from './choices';

/**
 * The story in hand and where in it we are. The stage stands above the page: it puts each slide's
 * address into the state, as an address that is opened does.
 */
export class Stage {
  story = $state.raw<Story | undefined>();
  /** Index of the slide in hand. */
  at = $state(0);
  /** Being shown; false while its listener explores on his own. */
  presenting = $state(false);
  /** The panel that was open before that of stories: what it draws goes on being seen. */
  before = $state<Panel | undefined>();

  readonly slides: Slide[] = $derived(this.story ? slidesOf(this.story) : []);
  readonly slide: Slide | undefined = $derived(this.slides[this.at]);

  #product: Promise<Story[]> | undefined;

  /** The panel whose subject is seen: under that of stories the one before it, or none in particular. */
  subject(panel: Panel | undefined): Panel | undefined {
    return panel === 'stories' ? (this.before ?? 'layers') : panel;
  }

  /** The stories that come with the product; in a file that was taken along, the one that is in it. */
  productStories(): Promise<Story[]> {
    return (this.#product ??= TAKEN ? Promise.resolve([takenParts().story]) : analysis.stories());
  }

  /** A story by its id: of the product or of this browser. */
  async find(id: string): Promise<Story | undefined> {
    const product = (await this.productStories()).find((story) => story.id === id);
    if (product) return product;
    const { maker } = await import('./maker.svelte');
    await maker.load();
    return maker.list.find((story) => story.id === id);
  }

  /**
   * What an address with a story says: its slide's own address, over which what stands in the
   * address itself wins. Without a story it stays as it is, and the stage is empty.
   */
  async unfold(address: Address, bad: BadValue[]): Promise<Address> {
    const { story: id, scene, ...rest } = address;
    if (id === undefined) {
      this.presenting = false;
      return rest;
    }
    const story = await this.find(id);
    if (!story) {
      bad.push({ param: 'story', value: id });
      this.presenting = false;
      return rest;
    }
    this.story = story;
    const at = this.slides.findIndex((slide) => slide.id === scene);
    if (scene !== undefined && at < 0) bad.push({ param: 'scene', value: scene });
    this.at = Math.max(at, 0);
    this.presenting = true;
    return { ...this.#slideAddress(), ...rest };
  }

  /** Shows a story from a slide on. */
  async present(app: AppState, story: Story, at = 0): Promise<void> {
    this.story = story;
    this.presenting = true;
    await this.go(app, at);
  }

  /** Goes to a slide; before the first and behind the last there is none. */
  async go(app: AppState, at: number): Promise<void> {
    this.at = Math.min(Math.max(at, 0), Math.max(this.slides.length - 1, 0));
    await this.show(app);
  }

  /** Puts the slide in hand into the state: the first time, or again after somebody has explored. */
  async show(app: AppState): Promise<void> {
    const { lang, theme, embed, controls, labels } = app.address;
    await app.restore({ ...this.#slideAddress(), lang, theme, embed, controls, labels }, []);
  }

  /** Where the slide in hand looks, with the size of the map that it was set on. */
  get camera(): Camera | undefined {
    return this.#slideAddress().camera;
  }

  /** The slide's camera again, on a map that has another size now. */
  refit(app: AppState): void {
    const { camera } = this;
    if (this.presenting && camera) app.camera = camera;
  }

  /** Back from exploring, to where the story was left. */
  async comeBack(app: AppState): Promise<void> {
    this.presenting = true;
    await this.show(app);
  }

  /** Ends the story: there is nothing to come back to. */
  drop(): void {
    this.presenting = false;
    this.story = undefined;
  }

  #slideAddress(): Address {
    return this.slide ? this.addressOf(this.slide) : {};
  }

  /** What a slide of the story in hand shows. */
  addressOf(slide: Slide): Address {
    const scene = this.story && sceneOn(this.story, slide);
    if (!scene) return {};
    const [search = '', hash = ''] = scene.address.split(/(?=#)/);
    const { address } = parseAddress(
      search.startsWith('#') ? '' : search,
      search.startsWith('#') ? search : hash,
    );
    const { camera, lang: _lang, theme: _theme, embed: _embed, ...rest } = address;
    return camera ? { ...rest, camera: { ...camera, stage: scene.stage } } : rest;
  }
}

export const stage = new Stage();
