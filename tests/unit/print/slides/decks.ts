import { parseText } from '../../../../src/core/story/text';
import { THEMES } from '../../../../src/layers/theme';
import type { Deck } from '../../../../src/print/slides/deck';
import type { SlideContent } from '../../../../src/print/slides/slide-content';
import { SlideTypesetter } from '../../../../src/print/slides/slide-type';
import { storySlides } from '../../../../src/print/slides/story-slides';
import { typesetter } from '../../../../geodata/build/paper-page';

export const type = new SlideTypesetter(typesetter().bytes);
export const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
const setting = { theme: THEMES.light, type, draw: () => Promise.resolve(png) };

/** What a slide is made from; `change` is what a test is about. */
export const content = (change: Partial<SlideContent> = {}): SlideContent => ({
  kind: 'scene',
  over: 'A story',
  title: 'A scene',
  text: parseText(
    '## Heading\n\nTwo **bold** words and {{distance from=a to=b : km}}.\n\n- one\n- **two**\n- three',
  ),
  figure: () => '1,234 km',
  under: '',
  notes: parseText('Say this.\n\n- and that'),
  sources: [
    {
      title: 'A report',
      publisher: 'An office',
      date: '2024',
      url: 'https://example.org/?a=1&b="2"',
    },
  ],
  sourcesLabel: 'Sources',
  map: { png, alt: 'Map' },
  legend: {
    groups: [
      {
        title: 'Railways',
        entries: [
          { label: 'built', swatch: { kind: 'line', strokes: [{ color: '#000000', width: 2 }] } },
        ],
      },
    ],
  },
  foot: 'Credits.',
  live: { label: 'Open', url: 'https://example.org/map?story=a&scene=b' },
  ...change,
});

/** A deck of slides made from these contents. */
export async function deck(...contents: SlideContent[]): Promise<Deck> {
  const slides = await Promise.all(contents.map((each) => storySlides(each, setting)));
  return {
    title: contents[0]!.title,
    locale: 'en-GB',
    background: '#ffffff',
    ink: '#000000',
    link: '#004a75',
    slides: slides.flat(),
  };
}
