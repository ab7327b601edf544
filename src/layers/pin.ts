/** A place that is marked on the map and can be dragged. */
export interface Pin {
  /** A drop with a sign in it, a corner of a drawing, or the middle of an edge. Default: a drop. */
  shape?: 'drop' | 'corner' | 'middle';
  id: string;
  /** One or two characters in the sign. */
  sign: string;
  label: string;
  lng: number;
  lat: number;
}
