import { MODES, type Lang, type LngLat } from '../core/types';
import { Language, type MessageKey } from '../i18n/language';
import { PROJECTION_IDS, type ProjectionId } from '../core/projections';
import { isLayerId, LAYER_IDS, type FeatureRef } from '../layers/ids';
import { LAYERS } from '../layers/index';
import { LABELS, type Labels } from '../layers/labels';
import { THEME_IDS, type ThemeId } from '../layers/theme';
import type { LayerId } from '../layers/ids';
import { RADIUS_KM, type Address, type BadValue, type Camera } from './address';
import { PANELS, type Control, type Panel } from './choices';
import { linking } from './linking.svelte';
import { drawn } from './drawn.svelte';
import { journey } from './journey.svelte';
import { scenarios } from './scenario.svelte';
import { scenarioTable } from './scenario-table.svelte';
import { matrixChoice } from './matrix-choice.svelte';
import { PARAM_NAMES } from './param-names';
import { stage } from './stage.svelte';
import { regional, WITHIN } from './regional.svelte';
import { world } from './world.svelte';

/** A message to the person that stays until it is closed. */
export interface Notice {
  key: MessageKey;
  values: Record<string, string>;
  /** Values that are messages themselves, so that they follow the language. */
  words?: Record<string, MessageKey> | undefined;
  /** What can be done about it. */
  act?: { key: MessageKey; run: () => void } | undefined;
  /** It may wait until nothing is presented: a room has no use for it. */
  waits?: boolean;
}

/** A wish to the map to show something; a new object each time, so that it is done each time. */
export type Framing = { points: LngLat[] };

/** Opacity of each visible layer; what is absent is hidden. */
export type Visible = Partial<Record<LayerId, number>>;

/** The layers that are seen until a person chooses others. */
export function defaultVisible(): Visible {
  return Object.fromEntries(LAYER_IDS.filter((id) => LAYERS[id].visible).map((id) => [id, 1]));
}

/** The layers that an address names; the usual ones where it names none. */
export function visibleIn({ layers }: Address): Visible {
  if (!layers) return defaultVisible();
  return Object.fromEntries(layers.filter(isLayerId).map((id) => [id, 1]));
}

/** The state of the page: what a person has chosen. What is computed from it is in `results`. */
export class AppState {
  language = $state.raw(Language.english);
  theme = $state<ThemeId>(THEME_IDS[0]);
  labels = $state<Labels>(LABELS[0]);
  projection = $state<ProjectionId>(PROJECTION_IDS[0]);
  visible = $state.raw<Visible>(defaultVisible());
  panel = $state<Panel | undefined>(PANELS[0]);
  corridors = $state.raw<string[]>([]);
  radiusKm = $state<number>(RADIUS_KM.default);
  selection = $state.raw<FeatureRef | undefined>();
  camera = $state.raw<Camera | undefined>();
  /** The address said where to look; else a corridor that it names is framed. */
  cameraGiven = false;
  framing = $state.raw<Framing | undefined>();
  notices = $state.raw<Notice[]>([]);
  embed = $state(false);
  controls = $state.raw<readonly Control[]>([]);

  get lang(): Lang {
    return this.language.lang;
  }

  #asked: Lang | undefined;

  /** Speaks a language once its messages are there, if no other has been asked for meanwhile. */
  async speak(lang: Lang): Promise<void> {
    this.#asked = lang;
    const language = await Language.load(lang);
    if (this.#asked === lang) this.language = language;
  }

  /** Takes over what an address says; the rest keeps its default. */
  async restore(address: Address, bad: BadValue[]): Promise<void> {
    this.theme = address.theme ?? THEME_IDS[0];
    this.labels = address.labels ?? LABELS[0];
    this.projection = address.projection ?? PROJECTION_IDS[0];
    this.panel = address.panel ?? PANELS[0];
    drawn.open(this.panel);
    this.corridors = address.corridors ?? [];
    this.radiusKm = address.radiusKm ?? RADIUS_KM.default;
    this.camera = address.camera;
    this.cameraGiven = address.camera !== undefined;
    this.embed = address.embed ?? false;
    this.controls = address.controls ?? [];
    this.visible = visibleIn(address);
    const unknown = address.layers?.filter((id) => !isLayerId(id)) ?? [];
    bad = [...bad, ...unknown.map((value) => ({ param: 'layers', value }))];
    this.selection = parseSelection(address.selected);
    journey.from = address.from;
    journey.to = address.to;
    journey.via = address.via ?? [];
    journey.hub = address.hub;
    matrixChoice.origins = address.matrix ?? [];
    matrixChoice.destinations = address.matrixTo;
    matrixChoice.chosenMeasure = address.measure;
    regional.area = address.area;
    regional.border = address.border;
    regional.within = address.within;
    regional.view = address.links
      ? 'linkages'
      : address.border
        ? 'belt'
        : address.within
          ? 'ranking'
          : 'areas';
    linking.kinds = address.kinds;
    linking.place = address.place;
    linking.year = address.year;
    linking.pair = address.pair;
    world.by = address.by ?? 'distance';
    journey.bands = address.bands;
    world.month = address.month;
    world.modes = address.modes ?? MODES;
    await this.speak(address.lang ?? 'en');
    for (const { param, value } of bad) this.#noticeBadValue(param, value);
    // Not waited for: the map can be drawn while the worker reads the network.
    void this.#restoreScenario(address.scenario, address.month !== undefined).then(async () => {
      for (const code of await scenarioTable.restore(address))
        this.#noticeBadValue('scenarios', code);
    });
  }

  async #restoreScenario(text: string | undefined, monthGiven: boolean): Promise<void> {
    const good = await scenarios.restore(text, monthGiven);
    if (!good) this.#noticeBadValue('scenario', text ?? '');
  }

  /** What the address has to say: only what differs from the defaults. */
  get address(): Address {
    return this.addressUnder(this.panel);
  }

  /** The same as if another panel were open. */
  addressUnder(panel: Panel | undefined): Address {
    const address: Address = {};
    if (this.lang !== 'en') address.lang = this.lang;
    if (this.theme !== THEME_IDS[0]) address.theme = this.theme;
    if (this.embed) address.embed = true;
    if (this.controls.length > 0) address.controls = [...this.controls];
    if (this.labels !== LABELS[0]) address.labels = this.labels;
    // A slide says the rest.
    if (stage.presenting) return { ...address, story: stage.story?.id, scene: stage.slide?.id };
    if (this.projection !== PROJECTION_IDS[0]) address.projection = this.projection;
    const shown = LAYER_IDS.filter((id) => this.visible[id] !== undefined);
    const usual = LAYER_IDS.filter((id) => defaultVisible()[id] !== undefined);
    if (shown.join() !== usual.join()) address.layers = shown;
    if (this.corridors.length > 0) address.corridors = this.corridors;
    if (this.radiusKm !== RADIUS_KM.default) address.radiusKm = this.radiusKm;
    if (panel && panel !== PANELS[0]) address.panel = panel;
    if (this.selection) address.selected = `${this.selection.layer}:${this.selection.id}`;
    if (journey.from) address.from = journey.from;
    if (journey.to) address.to = journey.to;
    if (journey.via.length > 0) address.via = journey.via;
    if (journey.hub) address.hub = journey.hub;
    if (journey.bands) address.bands = journey.bands;
    if (matrixChoice.origins.length > 0) address.matrix = matrixChoice.origins;
    if (matrixChoice.destinations?.length) address.matrixTo = matrixChoice.destinations;
    if (matrixChoice.chosenMeasure) address.measure = matrixChoice.chosenMeasure;
    if (world.modes.length < MODES.length) address.modes = [...world.modes];
    if (world.by !== 'distance') address.by = world.by;
    if (world.month !== undefined) address.month = world.month;
    if (scenarios.code !== undefined) address.scenario = scenarios.code;
    if (panel === 'scenario') Object.assign(address, scenarioTable.address);
    if (regional.area) address.area = regional.area;
    if (linking.kinds) address.kinds = [...linking.kinds];
    if (linking.place) address.place = linking.place;
    if (linking.year !== undefined) address.year = linking.year;
    if (linking.pair) address.pair = [...linking.pair];
    if (panel === 'regions') {
      const { view, border, within } = regional;
      if (view === 'belt' && border) address.border = border;
      if (view === 'linkages') address.links = true;
      if (view === 'ranking') address.within = within ?? WITHIN[world.by].usual;
    }
    if (this.camera) address.camera = this.camera;
    return address;
  }

  /** Whether a part of the page is there: always, but for an embedded map that does without. */
  has(control: Control): boolean {
    return !this.embed || this.controls.includes(control);
  }

  show(layer: LayerId, opacity: number | undefined): void {
    const visible = { ...this.visible };
    if (opacity === undefined) delete visible[layer];
    else visible[layer] = opacity;
    this.visible = visible;
  }

  resetLayers(): void {
    this.visible = defaultVisible();
  }

  notify(
    key: MessageKey,
    values: Record<string, string> = {},
    more: Pick<Notice, 'act' | 'waits'> = {},
  ): Notice {
    const notice = { key, values, ...more };
    this.notices = [...this.notices, notice];
    return notice;
  }

  dismiss(notice: Notice): void {
    this.notices = this.notices.filter((other) => other !== notice);
  }

  #noticeBadValue(param: string, value: string): void {
    const name = PARAM_NAMES[param];
    const values = { value: value.length > 40 ? `${value.slice(0, 39)}…` : value, param };
    const notice = { key: 'notice.bad-value' as const, values, words: name && { param: name } };
    this.notices = [...this.notices, notice];
  }
}

function parseSelection(text: string | undefined): FeatureRef | undefined {
  const [layer, id] = text?.split(':') ?? [];
  return layer && id && isLayerId(layer) ? { layer, id } : undefined;
}

export const app = new AppState();
