/** The camera as the address's hash says it, in MapLibre's own form. */
export interface Camera {
  zoom: number;
  lat: number;
  lng: number;
  bearing: number;
  pitch: number;
  /** The map's size when a scene was made: on another the same ground is shown. In no address. */
  stage?: { width: number; height: number } | undefined;
}

/** `zoom/lat/lng[/bearing[/pitch]]` */
export function parseCamera(text: string): Camera | undefined {
  const parts = text.split('/');
  if (parts.length < 3 || parts.length > 5 || parts.some((part) => !/^-?\d+(\.\d+)?$/.test(part)))
    return undefined;
  const [zoom, lat, lng, bearing = 0, pitch = 0] = parts.map(Number) as [number, number, number];
  const inRange =
    zoom >= -2 &&
    zoom <= 24 &&
    Math.abs(lat) <= 90 &&
    Math.abs(lng) <= 360 &&
    pitch >= 0 &&
    pitch <= 85;
  return inRange && Math.abs(bearing) <= 360 ? { zoom, lat, lng, bearing, pitch } : undefined;
}

export function formatCamera({ zoom, lat, lng, bearing, pitch }: Camera): string {
  const tilt =
    pitch !== 0
      ? `/${round(bearing, 1)}/${round(pitch, 1)}`
      : bearing !== 0
        ? `/${round(bearing, 1)}`
        : '';
  return `${round(zoom, 2)}/${round(lat, 4)}/${round(lng, 4)}${tilt}`;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits)) + 0;
}
