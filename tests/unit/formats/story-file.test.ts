import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Story } from '../../../src/core/story/types';
import { readStory, STORY_FILE_LIMIT, writeStory } from '../../../src/formats/story-file';

const product = JSON.parse(readFileSync('geodata/stories.json', 'utf8')) as Story[];
const file = (story: unknown): string =>
  JSON.stringify({ format: 'northern-vector-story', version: 1, story });
const changed = (change: object): string => file({ ...product[0]!, ...change });

describe('a story file', () => {
  it('brings back every story as it was', () => {
    for (const story of product) expect(readStory(writeStory(story))).toEqual(story);
  });

  it('keeps script in names and texts as text', () => {
    const title = { en: '<img src=x onerror=alert(1)>' };
    expect(readStory(changed({ title })).title).toEqual(title);
  });

  it.each([
    ['what is not JSON', '{', 'not JSON'],
    ['another format', '{"format":"x","version":1}', 'no story'],
    ['a later version', '{"format":"northern-vector-story","version":9}', 'version 9'],
    ['an unknown member', changed({ script: 'x' }), 'story'],
    ['an address that leads elsewhere', sceneWith({ address: 'https://example.org/' }), 'query'],
    ['an address that is a script', sceneWith({ address: 'javascript:alert(1)' }), 'query'],
    ['a text without end', sceneWith({ text: { en: 'x'.repeat(5000) } }), 'at most 4000'],
    ['the id of a slide', sceneWith({ id: 'end' }), 'start and end'],
    ['61 scenes', changed({ scenes: Array(61).fill(product[0]!.scenes[0]) }), 'at most 60'],
    ['too many bytes', ' '.repeat(STORY_FILE_LIMIT + 1), 'longer than'],
  ])('is refused with the reason: %s', (_what, text, reason) => {
    expect(() => readStory(text)).toThrow(reason);
  });

  it('is refused when two scenes have one id', () => {
    const scene = product[0]!.scenes[0]!;
    expect(() => readStory(changed({ scenes: [scene, scene] }))).toThrow('same id');
  });
});

function sceneWith(change: object): string {
  return changed({ scenes: [{ ...product[0]!.scenes[0]!, ...change }] });
}
