import { FACES } from './labels';

/** The font files of the page. `npm run fonts` makes them; map and stylesheet name them. */

const SCRIPTS = {
  latin: ['U+0000-00FF', 'U+2000-206F', 'U+20AC', 'U+2122', 'U+2191', 'U+2193', 'U+2212'],
  'latin-ext': ['U+0100-02FF', 'U+1E00-1EFF', 'U+20A0-20AB', 'U+20AD-20B3', 'U+20B5-20C0'],
  cyrillic: ['U+0301', 'U+0400-045F', 'U+0490-0491', 'U+04B0-04B1', 'U+2116'],
  'cyrillic-ext': ['U+0460-048F', 'U+0492-04AF', 'U+04B2-052F', 'U+20B4'],
  han: ['U+2E80-303F', 'U+3100-9FFF', 'U+FF00-FFEF'],
  kana: ['U+3040-30FF'],
  hangul: ['U+1100-11FF', 'U+AC00-D7AF'],
} as const satisfies Record<string, readonly string[]>;
export type FontScript = keyof typeof SCRIPTS;

/** Han, kana and Hangul have no italic: waters are upright there. */
const STYLES = {
  regular: { weight: 400, italic: false, scripts: Object.keys(SCRIPTS) as FontScript[] },
  bold: { weight: 600, italic: false, scripts: Object.keys(SCRIPTS) as FontScript[] },
  italic: {
    weight: 400,
    italic: true,
    scripts: ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'] as FontScript[],
  },
} as const;
export type FontStyle = keyof typeof STYLES;

export interface FontFile {
  script: FontScript;
  style: FontStyle;
  weight: number;
  italic: boolean;
  /** Path under static/. */
  path: string;
  /** Characters it may draw, as CSS `unicode-range`s. */
  ranges: string[];
}

const file = (style: FontStyle, script: FontScript): FontFile => ({
  script,
  style,
  weight: STYLES[style].weight,
  italic: STYLES[style].italic,
  path: `fonts/${script}-${style}.woff2`,
  ranges: [...SCRIPTS[script]],
});

const filesOf = (style: FontStyle): FontFile[] =>
  STYLES[style].scripts.map((script) => file(style, script));

export const FONT_FILES: FontFile[] = (Object.keys(STYLES) as FontStyle[]).flatMap(filesOf);

/** The style's `font-faces`, by the keys that `text-font` names. */
export const FONT_FACES: Record<string, FontFile[]> = {
  [FACES.regular]: filesOf('regular'),
  [FACES.bold]: filesOf('bold'),
  [FACES.italic]: [
    ...filesOf('italic'),
    ...filesOf('regular').filter(({ script }) => !STYLES.italic.scripts.includes(script)),
  ],
};
