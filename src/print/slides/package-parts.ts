import { escapeXml } from '../svg';
import { SLIDE, type Deck } from './deck';
import { emu } from './drawing-xml';

/**
 * The parts of a presentation that are the same for every story (ECMA-376, part 1, chapter 13): the
 * least that PowerPoint opens without repairing, one master with one layout, and a master for notes.
 */

export const NAMESPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument';

export interface Relation {
  type:
    | 'image'
    | 'hyperlink'
    | 'slide'
    | 'slideLayout'
    | 'slideMaster'
    | 'theme'
    | 'notesMaster'
    | 'notesSlide'
    | 'officeDocument'
    | 'extended-properties'
    | 'core-properties';
  target: string;
}

/** A .rels part; the ids are rId1, rId2, ... in this order. */
export function relationsXml(relations: readonly Relation[]): string {
  const each = relations.map(({ type, target }, i) => {
    const kind =
      type === 'core-properties'
        ? `${PACKAGE}/relationships/metadata/${type}`
        : `${OFFICE}/${type}`;
    const mode = type === 'hyperlink' ? ' TargetMode="External"' : '';
    return `<Relationship Id="rId${i + 1}" Type="${kind}" Target="${escapeXml(target)}"${mode}/>`;
  });
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

export function contentTypesXml(slides: number): string {
  const part = (name: string, type: string): string =>
    `<Override PartName="/${name}" ContentType="${type}"/>`;
  const kind = (name: string): string => `${TYPES}.presentationml.${name}+xml`;
  const numbers = Array.from({ length: slides }, (_, i) => i + 1);
  return [
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>',
    part('ppt/presentation.xml', kind('presentation.main')),
    part('ppt/slideMasters/slideMaster1.xml', kind('slideMaster')),
    part('ppt/slideLayouts/slideLayout1.xml', kind('slideLayout')),
    part('ppt/notesMasters/notesMaster1.xml', kind('notesMaster')),
    part('ppt/theme/theme1.xml', `${TYPES}.theme+xml`),
    part('ppt/theme/theme2.xml', `${TYPES}.theme+xml`),
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    part('docProps/app.xml', `${TYPES}.extended-properties+xml`),
    ...numbers.map((i) => part(`ppt/slides/slide${i}.xml`, kind('slide'))),
    ...numbers.map((i) => part(`ppt/notesSlides/notesSlide${i}.xml`, kind('notesSlide'))),
    '</Types>',
  ].join('');
}

/** Relations of the presentation: master, notes master and theme, then the slides. */
export const FIRST_SLIDE_RELATION = 4;

export function presentationXml(slides: number): string {
  const ids = Array.from(
    { length: slides },
    (_, i) => `<p:sldId id="${256 + i}" r:id="rId${FIRST_SLIDE_RELATION + i}"/>`,
  );
  return [
    `${HEAD}<p:presentation ${NAMESPACES} saveSubsetFonts="1">`,
    '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>',
    '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>',
    `<p:sldIdLst>${ids.join('')}</p:sldIdLst>`,
    `<p:sldSz cx="${emu(SLIDE.width)}" cy="${emu(SLIDE.height)}"/><p:notesSz cx="6858000" cy="9144000"/>`,
    '</p:presentation>',
  ].join('');
}

const GROUP =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

/** A tree of shapes, on a background where there is one. */
export const shapeTree = (shapes: string, background?: string): string => {
  const fill = background
    ? `<p:bg><p:bgPr><a:solidFill><a:srgbClr val="${background.slice(1, 7).toUpperCase()}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>`
    : '';
  return `<p:cSld>${fill}<p:spTree>${GROUP}${shapes}</p:spTree></p:cSld>`;
};

const COLOR_MAP =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';

const TITLE_PLACEHOLDER = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="${emu(30)}" y="${emu(40)}"/><a:ext cx="${emu(300)}" cy="${emu(80)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>`;

export function masterXml(deck: Deck): string {
  const level = (name: string): string =>
    `<p:${name}><a:lvl1pPr algn="l"><a:defRPr sz="1800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:lvl1pPr></p:${name}>`;
  return [
    `${HEAD}<p:sldMaster ${NAMESPACES}>`,
    shapeTree(TITLE_PLACEHOLDER, deck.background),
    COLOR_MAP,
    '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>',
    `<p:txStyles>${level('titleStyle')}${level('bodyStyle')}${level('otherStyle')}</p:txStyles>`,
    '</p:sldMaster>',
  ].join('');
}

export const layoutXml = (): string =>
  `${HEAD}<p:sldLayout ${NAMESPACES} type="titleOnly" preserve="1">${shapeTree(TITLE_PLACEHOLDER)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;

export const notesMasterXml = (): string => {
  const holder = (id: number, name: string, kind: string, place: string, body: string): string =>
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${kind}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>${place}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>${body}</p:sp>`;
  const text =
    '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody>';
  return [
    `${HEAD}<p:notesMaster ${NAMESPACES}>`,
    shapeTree(
      holder(
        2,
        'Slide',
        'type="sldImg" idx="2"',
        '<a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/>',
        '',
      ) +
        holder(
          3,
          'Notes',
          'type="body" sz="quarter" idx="3"',
          '<a:off x="685800" y="4400550"/><a:ext cx="5486400" cy="3600450"/>',
          text,
        ),
    ),
    COLOR_MAP,
    '</p:notesMaster>',
  ].join('');
};

/** Fonts that presentation programs have, or have others for: slide-type.ts measures so that all fit. */
const FONTS =
  '<a:latin typeface="Arial"/><a:ea typeface="Microsoft YaHei"/><a:cs typeface="Arial"/>';

export function themeXml(deck: Deck): string {
  const color = (name: string, value: string): string =>
    `<a:${name}><a:srgbClr val="${value.slice(1, 7).toUpperCase()}"/></a:${name}>`;
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="9525">${fill}</a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  const accents = ['#0063A6', '#C44E00', '#00815F', '#A8457F', '#B07D00', '#6A4C9C'];
  return [
    `${HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Northern Vector"><a:themeElements>`,
    '<a:clrScheme name="Northern Vector">',
    color('dk1', deck.ink) +
      color('lt1', deck.background) +
      color('dk2', deck.ink) +
      color('lt2', deck.background),
    ...accents.map((accent, i) => color(`accent${i + 1}`, accent)),
    color('hlink', deck.link) + color('folHlink', deck.link),
    '</a:clrScheme>',
    `<a:fontScheme name="Northern Vector"><a:majorFont>${FONTS}</a:majorFont><a:minorFont>${FONTS}</a:minorFont></a:fontScheme>`,
    `<a:fmtScheme name="Northern Vector"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`,
    '</a:themeElements></a:theme>',
  ].join('');
}

export const coreXml = (deck: Deck, now: Date): string =>
  `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(deck.title)}</dc:title><dc:creator>Northern Vector</dc:creator><dc:language>${deck.locale}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${now.toISOString().slice(0, 19)}Z</dcterms:created></cp:coreProperties>`;

export const appXml = (slides: number): string =>
  `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Northern Vector</Application><Slides>${slides}</Slides></Properties>`;
