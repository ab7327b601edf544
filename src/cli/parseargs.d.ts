declare module '@pkgjs/parseargs' {
  /** The same function as Node's own, for browsers too. */
  export { parseArgs } from 'node:util';
}
