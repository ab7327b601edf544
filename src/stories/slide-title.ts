import { wordsIn, type Slide, type Story } from '../core/story/types';
import type { Language } from '../i18n/language';

/** What a slide is called in lists. */
export function slideTitle(story: Story, slide: Slide, language: Language): string {
  if (slide.kind === 'start') return wordsIn(story.title, language.lang);
  if (slide.kind === 'end') return language.text('present.end');
  return wordsIn(slide.scene.title, language.lang) || language.text('stories.untitled');
}
