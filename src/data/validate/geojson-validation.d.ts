/** The part of geojson-validation 1.0 that is used; the package has no types of its own. */
declare module 'geojson-validation' {
  const validator: {
    /** With `trace`, a list of messages, empty when valid. */
    valid(geojson: unknown, trace: true): string[];
  };
  export default validator;
}
