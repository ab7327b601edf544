import * as v from 'valibot';
import { UserError } from '../core/errors';
import type { Story } from '../core/story/types';
import { story as schema } from '../data/schema/stories';

/** A story as one file, to be sent, kept and brought back. */
const FORMAT = 'northern-vector-story';
const VERSION = 1;

/** Bytes of a file that is read at all: 60 full scenes in four languages take less. */
export const STORY_FILE_LIMIT = 4_000_000;

export function writeStory(story: Story): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, story }, null, 1)}\n`;
}

/**
 * The story of a file. All of it is checked and bounded; text stays text.
 * @throws UserError `bad-story` that says where and what
 */
export function readStory(text: string): Story {
  if (text.length > STORY_FILE_LIMIT)
    throw new UserError('bad-story', `the file is longer than ${STORY_FILE_LIMIT / 1e6} MB`);
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (cause) {
    throw new UserError('bad-story', `the file is not JSON: ${(cause as Error).message}`);
  }
  const outer = v.safeParse(v.object({ format: v.literal(FORMAT), version: v.number() }), file);
  if (!outer.success)
    throw new UserError('bad-story', `the file is no story: its "format" is not "${FORMAT}"`);
  if (outer.output.version !== VERSION)
    throw new UserError(
      'bad-story',
      `the file has version ${outer.output.version}; this program reads ${VERSION}`,
    );
  return checkStory((file as { story?: unknown }).story);
}

/** A sound story. @throws UserError `bad-story` */
export function checkStory(value: unknown): Story {
  const checked = v.safeParse(schema, value);
  if (checked.success) return checked.output;
  const [first] = checked.issues;
  throw new UserError('bad-story', `story.${v.getDotPath(first) ?? ''}: ${first.message}`);
}
