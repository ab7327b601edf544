import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureTexts, parseFigure } from '../../../../src/core/story/figure';
import { parseText, plainText, TEXT_LIMIT, type Block } from '../../../../src/core/story/text';

const words = (blocks: Block[]): string => JSON.stringify(blocks);

describe('the text of a scene', () => {
  it('has headings, paragraphs, lists and bold', () => {
    expect(parseText('## Why\nOne **bold** word\ngoes on\n\n- first\n- second')).toEqual([
      { kind: 'heading', inline: [{ kind: 'text', text: 'Why', bold: false }] },
      {
        kind: 'paragraph',
        inline: [
          { kind: 'text', text: 'One ', bold: false },
          { kind: 'text', text: 'bold', bold: true },
          { kind: 'text', text: ' word', bold: false },
          { kind: 'text', text: ' ', bold: false },
          { kind: 'text', text: 'goes on', bold: false },
        ],
      },
      {
        kind: 'list',
        items: [
          [{ kind: 'text', text: 'first', bold: false }],
          [{ kind: 'text', text: 'second', bold: false }],
        ],
      },
    ]);
  });

  it('keeps what looks like HTML, links or other marks as the letters it is', () => {
    const payload = '<img src=x onerror=alert(1)> [a](javascript:alert(1)) `x` ![y](z) <b>w</b>';
    expect(plainText(payload, String)).toBe(payload);
  });

  it('leaves asterisks that close nothing', () => {
    expect(plainText('2 ** 3 and **open', String)).toBe('2 ** 3 and **open');
  });

  it('finds figures in text and in bold', () => {
    expect(words(parseText('**{{corridor id=bam : km}}** long'))).toContain(
      '"figure":"corridor id=bam : km","bold":true',
    );
    expect(figureTexts('{{a}} {{ b }} {{c')).toEqual(['a', 'b']);
  });

  it('loses no letter of plain words, whatever they are, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const kept = plainText(text, (figure) => `{{${figure}}}`).replace(/[\s•*#{}-]/g, '');
        expect(kept).toBe(text.replace(/[\s•*#{}-]/g, ''));
      }),
    );
  });

  it('is bounded', () => {
    expect(plainText('x'.repeat(TEXT_LIMIT + 50), String)).toHaveLength(TEXT_LIMIT);
  });
});

describe('a figure', () => {
  it('has a kind, arguments and a field', () => {
    expect(parseFigure('route from=urumqi to=novosibirsk modes=rail : km')).toEqual({
      kind: 'route',
      args: { from: 'urumqi', to: 'novosibirsk', modes: 'rail' },
      field: 'km',
    });
  });

  it.each([
    ['price of=coal : km', 'one begins with'],
    ['corridor id=bam', 'one begins with'],
    ['corridor id=bam : tonnes', 'not "tonnes"'],
    ['corridor : km', 'needs id='],
    ['corridor id=bam width=3 : km', 'knows no "width=3"'],
    ['__proto__ x=1 : km', 'one begins with'],
  ])('is refused with the reason: %s', (text, reason) => {
    expect(parseFigure(text)).toEqual({ reason: expect.stringContaining(reason) as string });
  });
});
