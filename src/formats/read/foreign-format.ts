import { UserError } from '../../core/errors';

/** Formats that people have and that are not read: how each is told, and what can be done. */
const FOREIGN: readonly {
  code: string;
  is: (text: string, name: string) => boolean;
  advice: string;
}[] = [
  {
    code: 'format-database',
    is: (text) => text.startsWith('SQLite format 3\0'),
    advice: 'is a database, such as a GeoPackage; export its layer as FlatGeobuf or GeoJSON',
  },
  {
    code: 'format-workbook',
    is: (text) =>
      text.startsWith('PK') && /\[Content_Types\]\.xml|opendocument\.spreadsheet/.test(text),
    advice: 'is a spreadsheet; save its sheet as CSV',
  },
  {
    code: 'format-web-page',
    is: (text) => /^[\s\u00EF\u00BB\u00BF]*(<!doctype html|<html[\s>])/i.test(text),
    advice:
      'is a web page (HTML), not data; download the file itself, signed in where the site asks for it',
  },
  {
    code: 'format-shapefile-part',
    is: (_, name) => /\.(shp|shx|dbf|prj|cpg)$/i.test(name),
    advice: 'is one part of a shapefile; pack .shp, .dbf, .prj and .cpg into one ZIP archive',
  },
];

/** What is wrong with a file of a known format that is not read here, by its first bytes and its name. */
export function foreignFormat(head: Uint8Array, name: string): UserError | undefined {
  const text = new TextDecoder('latin1').decode(head);
  const found = FOREIGN.find(({ is }) => is(text, name));
  return found && new UserError(found.code, `${name} ${found.advice}`);
}
