import { escapeXml } from '../svg';
import {
  INDENT,
  LEADING,
  type Deck,
  type Paragraph,
  type Picture,
  type Run,
  type TextBox,
} from './deck';

/** Texts and pictures of a slide as DrawingML (ECMA-376, part 1, chapter 21). */

/** English Metric Units: 12,700 are a point. */
export const emu = (points: number): number => Math.round(points * 12_700);

/** Ids of the relations that a slide has to pictures and links, in the order in which they come. */
export interface Relations {
  picture: (picture: Picture) => string;
  link: (url: string) => string;
}

const hex = (color: string): string => color.slice(1, 7).toUpperCase();

const solidFill = (color: string): string =>
  `<a:solidFill><a:srgbClr val="${hex(color)}"/></a:solidFill>`;

const place = ({ x, y, width, height }: TextBox['box']): string =>
  `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>`;

/** A stretch of Han, kana, Hangul and their punctuation, or a word of anything else with its spaces. */
const PIECES =
  /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+|[^\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+\s*|\s+/g;

/**
 * A link in pieces, each a word of one script: LibreOffice sets all of a link in the font of its first
 * letter, and breaks a line before a link rather than in it.
 */
const inPieces = (run: Run): Run[] =>
  run.link ? (run.text.match(PIECES) ?? []).map((text) => ({ ...run, text })) : [run];

/** Text that everybody may edit, in a box that keeps its size. */
export function textXml(text: TextBox, id: number, deck: Deck, relations: Relations): string {
  const kind = text.title
    ? '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>'
    : '<p:cNvSpPr txBox="1"/><p:nvPr/>';
  return [
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escapeXml(text.name)}"/>${kind}</p:nvSpPr>`,
    `<p:spPr>${place(text.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>`,
    '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/>',
    ...text.paragraphs.map((paragraph, i) => paragraphXml(paragraph, i === 0, deck, relations)),
    '</p:txBody></p:sp>',
  ].join('');
}

export function paragraphXml(
  paragraph: Paragraph,
  first: boolean,
  deck: Deck,
  relations: Relations,
): string {
  const { size, bullet, before = 0 } = paragraph;
  const indent = emu(size * INDENT);
  const margin = bullet ? ` marL="${indent}" indent="-${indent}"` : ' marL="0" indent="0"';
  const hundredths = (points: number): number => Math.round(points * 100);
  return [
    `<a:p><a:pPr${margin} algn="l">`,
    `<a:lnSpc><a:spcPts val="${hundredths(size * LEADING)}"/></a:lnSpc>`,
    `<a:spcBef><a:spcPts val="${first ? 0 : hundredths(before)}"/></a:spcBef>`,
    '<a:spcAft><a:spcPts val="0"/></a:spcAft>',
    bullet ? '<a:buFont typeface="Arial"/><a:buChar char="•"/>' : '<a:buNone/>',
    '</a:pPr>',
    ...paragraph.runs.flatMap(inPieces).map((run) => {
      const bold = paragraph.bold || run.bold;
      const link = run.link
        ? `<a:hlinkClick r:id="${relations.link(run.link)}" tooltip="${escapeXml(run.link)}"/>`
        : '';
      const attributes = `lang="${deck.locale}" sz="${hundredths(size)}" b="${bold ? 1 : 0}"${run.link ? ' u="sng"' : ''} dirty="0"`;
      return `<a:r><a:rPr ${attributes}>${solidFill(run.link ? deck.link : paragraph.color)}${link}</a:rPr><a:t>${escapeXml(run.text)}</a:t></a:r>`;
    }),
    `<a:endParaRPr lang="${deck.locale}" sz="${hundredths(size)}" dirty="0"/></a:p>`,
  ].join('');
}

export function pictureXml(picture: Picture, id: number, relations: Relations): string {
  const link = picture.link ? `<a:hlinkClick r:id="${relations.link(picture.link)}"/>` : '';
  return [
    `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="${escapeXml(picture.name)}" descr="${escapeXml(picture.alt)}">${link}</p:cNvPr>`,
    '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>',
    `<p:blipFill><a:blip r:embed="${relations.picture(picture)}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>`,
    `<p:spPr>${place(picture.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`,
  ].join('');
}
