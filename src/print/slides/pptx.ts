import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Deck, DeckSlide, Picture, TextBox } from './deck';
import { paragraphXml, pictureXml, textXml, type Relations } from './drawing-xml';
import {
  appXml,
  contentTypesXml,
  coreXml,
  HEAD,
  layoutXml,
  masterXml,
  NAMESPACES,
  notesMasterXml,
  presentationXml,
  relationsXml,
  shapeTree,
  themeXml,
  type Relation,
} from './package-parts';

/**
 * A deck as a PowerPoint file (Office Open XML). Written by hand, with the zip library that is here
 * already: pptxgenjs 4.0 was tried, and puts two paragraph properties into one paragraph where bold
 * stands in a list, all notes into one run, one font for all scripts, and weighs 110 kB compressed.
 */
export function pptxFile(deck: Deck, now: Date): Uint8Array<ArrayBuffer> {
  const count = deck.slides.length;
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypesXml(count),
    '_rels/.rels': relationsXml([
      { type: 'officeDocument', target: 'ppt/presentation.xml' },
      { type: 'core-properties', target: 'docProps/core.xml' },
      { type: 'extended-properties', target: 'docProps/app.xml' },
    ]),
    'docProps/core.xml': coreXml(deck, now),
    'docProps/app.xml': appXml(count),
    'ppt/presentation.xml': presentationXml(count),
    'ppt/_rels/presentation.xml.rels': relationsXml([
      { type: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
      { type: 'notesMaster', target: 'notesMasters/notesMaster1.xml' },
      { type: 'theme', target: 'theme/theme1.xml' },
      ...deck.slides.map((_, i): Relation => ({
        type: 'slide',
        target: `slides/slide${i + 1}.xml`,
      })),
    ]),
    'ppt/slideMasters/slideMaster1.xml': masterXml(deck),
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relationsXml([
      { type: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
      { type: 'theme', target: '../theme/theme1.xml' },
    ]),
    'ppt/slideLayouts/slideLayout1.xml': layoutXml(),
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relationsXml([
      { type: 'slideMaster', target: '../slideMasters/slideMaster1.xml' },
    ]),
    'ppt/notesMasters/notesMaster1.xml': notesMasterXml(),
    'ppt/notesMasters/_rels/notesMaster1.xml.rels': relationsXml([
      { type: 'theme', target: '../theme/theme2.xml' },
    ]),
    'ppt/theme/theme1.xml': themeXml(deck),
    // Notes are read on white, whatever the slides' background is.
    'ppt/theme/theme2.xml': themeXml({ ...deck, background: '#ffffff', ink: '#000000' }),
  };
  const media = new Media();
  deck.slides.forEach((slide, i) => Object.assign(files, slideFiles(slide, i + 1, deck, media)));

  const zip: Zippable = {};
  for (const [name, text] of Object.entries(files)) zip[name] = strToU8(text);
  // PNG is compressed already.
  for (const [name, png] of media.files) zip[name] = [png, { level: 0 }];
  return zipSync(zip, { mtime: now }) as Uint8Array<ArrayBuffer>;
}

/** The pictures of all slides, each once. */
class Media {
  readonly files = new Map<string, Uint8Array>();
  readonly #names = new Map<Uint8Array, string>();

  nameOf({ png }: Picture): string {
    let name = this.#names.get(png);
    if (!name) {
      name = `image${this.files.size + 1}.png`;
      this.#names.set(png, name);
      this.files.set(`ppt/media/${name}`, png);
    }
    return name;
  }
}

function slideFiles(
  slide: DeckSlide,
  number: number,
  deck: Deck,
  media: Media,
): Record<string, string> {
  const relations: Relation[] = [
    { type: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
    { type: 'notesSlide', target: `../notesSlides/notesSlide${number}.xml` },
  ];
  const related = relationsOf(relations, media);
  const text = (each: TextBox) => (id: number) => textXml(each, id, deck, related);
  const picture = (each: Picture) => (id: number) => pictureXml(each, id, related);
  // Programs read slides aloud in the order of their shapes.
  const shapes = [
    ...slide.texts.filter(({ title }) => title).map(text),
    ...slide.pictures.map(picture),
    ...slide.texts.filter(({ title }) => !title).map(text),
  ];
  // Id 1 is the tree itself.
  const tree = shapes.map((shape, i) => shape(i + 2)).join('');
  const noteRelations: Relation[] = [
    { type: 'notesMaster', target: '../notesMasters/notesMaster1.xml' },
    { type: 'slide', target: `../slides/slide${number}.xml` },
  ];
  const notes = slide.notes
    .map((each, i) =>
      paragraphXml({ ...each, color: '#000000' }, i === 0, deck, relationsOf(noteRelations, media)),
    )
    .join('');
  return {
    [`ppt/slides/slide${number}.xml`]: `${HEAD}<p:sld ${NAMESPACES}>${shapeTree(tree)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`,
    [`ppt/notesSlides/notesSlide${number}.xml`]: `${HEAD}<p:notes ${NAMESPACES}>${shapeTree(notesShapes(notes, deck))}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`,
    [`ppt/slides/_rels/slide${number}.xml.rels`]: relationsXml(relations),
    [`ppt/notesSlides/_rels/notesSlide${number}.xml.rels`]: relationsXml(noteRelations),
  };
}

/** Ids of what is related, and at the first mention a new relation. */
function relationsOf(relations: Relation[], media: Media): Relations {
  const idOf = (wanted: Relation): string => {
    const known = relations.findIndex(
      ({ type, target }) => type === wanted.type && target === wanted.target,
    );
    return `rId${known < 0 ? relations.push(wanted) : known + 1}`;
  };
  return {
    picture: (picture) => idOf({ type: 'image', target: `../media/${media.nameOf(picture)}` }),
    link: (url) => idOf({ type: 'hyperlink', target: url }),
  };
}

const notesShapes = (paragraphs: string, { locale }: Deck): string =>
  [
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>',
    `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>`,
    paragraphs || `<a:p><a:endParaRPr lang="${locale}"/></a:p>`,
    '</p:txBody></p:sp>',
  ].join('');
