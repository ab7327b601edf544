/**
 * Where the page lies, as one of its workers sees it: geodata/ and fonts/ lie beside the page, the
 * worker's own script in assets/.
 */
export const pageFolder = (): string =>
  import.meta.env.DEV ? `${self.location.origin}/` : new URL('..', self.location.href).href;
