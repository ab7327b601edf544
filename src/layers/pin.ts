/** A place that is marked on the map and can be dragged. */
export interface Pin {
  id: string;
  /** One or two characters in the sign. */
  sign: string;
  label: string;
  lng: number;
  lat: number;
}
