import { describe, expect, it } from 'vitest';
import type { Story } from '../../../src/core/story/types';
import { fillTemplate, filesAsked } from '../../../src/formats/taken-page';

const TEMPLATE = `<!doctype html><p></p>
<script type="application/json" id="taken">["fonts/a.woff2","geodata/land.geojson"]</script>
<script type="module">"$&"</script>`;

const saying = (text: string): Story => ({
  id: 'own-1',
  title: { en: text },
  summary: {},
  start: true,
  end: false,
  scenes: [{ id: 'a', title: { en: text }, text: { en: text }, address: '?', sources: [] }],
});

/** The elements of a page as a browser's parser ends them: a script ends at its first end tag. */
const scripts = (html: string): string[] =>
  [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script/gi)].map(([, inside]) => inside!);

describe('the page that takes a story along', () => {
  it('asks for the files that its template names', () => {
    expect(filesAsked(TEMPLATE)).toEqual(['fonts/a.woff2', 'geodata/land.geojson']);
  });

  it.each([
    '</script><script>alert(1)</script>',
    '</SCRIPT ><img src=x onerror=alert(1)>',
    '<!--<script>',
    ']]>  $& $1 $` \\u003c/script>',
  ])('holds %s as data, and nothing around it changes', (text) => {
    const files = { 'fonts/a.woff2': 'data:font/woff2;base64,AA==' };
    const page = fillTemplate(TEMPLATE, { story: saying(text), lang: 'mn', files });
    const [block, code, ...more] = scripts(page);
    expect(more).toEqual([]);
    expect(code).toBe('"$&"');
    expect(block).not.toContain('<');
    expect(JSON.parse(block!)).toEqual({ story: saying(text), lang: 'mn', files });
    expect(page.replace(block!, () => '')).toBe(
      TEMPLATE.replace('["fonts/a.woff2","geodata/land.geojson"]', ''),
    );
  });

  it('says so when the page is served without the template', () => {
    expect(() => filesAsked('<!doctype html><div id="app"></div>')).toThrow(/template/);
  });
});
