import js from '@eslint/js';
import ts from 'typescript-eslint';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';

/**
 * The rooms of src/, from the top of the house to its foundation. A file may import from its own
 * room and from rooms below it, never upwards.
 */
const rooms = [
  'panels',
  'stories',
  'widgets',
  'map',
  'print',
  'state',
  'worker',
  'cli',
  'layers',
  'i18n',
  'formats',
  'data',
  'core',
];

const roomRules = rooms.map((room, level) => ({
  files: [`src/${room}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...rooms.slice(0, level).map((upper) => ({
            group: [`**/${upper}/**`, `!./**`],
            message: `src/${room} lies below src/${upper}: imports point downwards only.`,
          })),
          ...(room === 'core'
            ? [
                {
                  group: ['maplibre-gl', 'svelte', 'svelte/*', 'node:*', 'fs', 'path', 'valibot'],
                  message: 'core is pure: plain data in, plain data out.',
                },
              ]
            : []),
          ...(['cli', 'layers', 'formats', 'data', 'worker'].includes(room)
            ? [
                {
                  regex: '^(maplibre-gl|svelte)(/|$)',
                  allowTypeImports: true,
                  message: `src/${room} runs without a page.`,
                },
              ]
            : []),
        ],
      },
    ],
  },
}));

const pureCore = {
  files: ['src/core/**'],
  rules: {
    'no-restricted-globals': ['error', 'window', 'document', 'fetch', 'process', 'performance'],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: 'core has no clock.' },
      { object: 'Math', property: 'random', message: 'core has no randomness.' },
    ],
  },
};

export default ts.config(
  { ignores: ['dist/', '.cache/', 'node_modules/', 'static/', 'tests/fixtures/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML)$/]',
          message: 'Text is never put into the page as HTML.',
        },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      'svelte/no-at-html-tags': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  ...roomRules,
  pureCore,
);
