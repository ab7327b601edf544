declare module 'polylabel' {
  /** The point of a polygon farthest from its rings, found to within `precision`. */
  export default function polylabel(
    polygon: number[][][],
    precision?: number,
  ): [number, number] & { distance: number };
}
