import type { Lang, Source } from '../types';
import type { FigureValue } from './figure';

/** Text in the languages that somebody has written it in. */
export type Words = Partial<Record<Lang, string>>;

/** One stop of a story: what is seen, and what is said about it. */
export interface Scene {
  /** Unique within its story. */
  id: string;
  title: Words;
  /** Headings, bold, lists and figures in the small language of text.ts; never HTML. */
  text: Words;
  /** What only the speaker sees. */
  notes?: Words | undefined;
  /** Query and hash as the page writes them: camera, projection, layers, corridor, scenario, ... */
  address: string;
  /** The map's size in pixels when the camera was set: on another the same ground is shown. */
  stage?: StageSize | undefined;
  sources: Source[];
  /** Absent: figures follow the measures and the scenario. */
  frozen?: FrozenFigures | undefined;
}

export interface StageSize {
  width: number;
  height: number;
}

/** Figures of a scene as they were on a day. */
export interface FrozenFigures {
  /** The day they were measured, `2026-11-26`. */
  date: string;
  /** Version of the data they were measured on. */
  edition?: string | undefined;
  /** By the text between the braces. */
  values: Record<string, FigureValue>;
}

export interface Story {
  id: string;
  title: Words;
  summary: Words;
  /** A slide of title and summary before the first scene. */
  start: boolean;
  /** A slide of sources after the last scene. */
  end: boolean;
  scenes: Scene[];
}

/** Ids that no scene may have, since the slides before and after them do. */
export const START = 'start';
export const END = 'end';

/** What is shown one after the other: the scenes, between the slides that the story asks for. */
export type Slide =
  | { kind: 'start'; id: typeof START }
  | { kind: 'scene'; id: string; scene: Scene }
  | { kind: 'end'; id: typeof END };

export function slidesOf(story: Story): Slide[] {
  const scenes = story.scenes.map((scene): Slide => ({ kind: 'scene', id: scene.id, scene }));
  return [
    ...(story.start ? [{ kind: 'start', id: START } as const] : []),
    ...scenes,
    ...(story.end ? [{ kind: 'end', id: END } as const] : []),
  ];
}

/** The scene whose map is seen on a slide: the first behind the start, the last behind the end. */
export function sceneOn(story: Story, slide: Slide): Scene | undefined {
  if (slide.kind === 'scene') return slide.scene;
  return slide.kind === 'start' ? story.scenes[0] : story.scenes.at(-1);
}

/** The sources of all scenes, each once, in the order in which they come. */
export function storySources(story: Story): Source[] {
  const seen = new Map(
    story.scenes
      .flatMap(({ sources }) => sources)
      .map((each) => [`${each.publisher} ${each.title}`, each]),
  );
  return [...seen.values()];
}

/** Words in a language, else in English, else in whatever language there is. */
export function wordsIn(words: Words, lang: Lang): string {
  return words[lang] || words.en || Object.values(words).find((text) => text) || '';
}
