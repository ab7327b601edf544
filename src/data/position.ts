/** A GeoJSON position by name. */
export const at = (coordinates: number[]): { lng: number; lat: number } => ({
  lng: coordinates[0]!,
  lat: coordinates[1]!,
});
