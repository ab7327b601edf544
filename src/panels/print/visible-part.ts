import type { Map as MapLibreMap } from 'maplibre-gl';
import { placeAt } from '../../map/place-at';
import type { Screen } from './screen-page';

/**
 * The screen without what a sheet covers from below: a page shows what its maker sees.
 *
 * @param coveredPx height of the sheet
 */
export function visiblePart(
  screen: Screen,
  map: MapLibreMap | undefined,
  coveredPx: number,
): Screen {
  const { width, height } = screen.size;
  const size = { width, height: height - coveredPx };
  if (!map || coveredPx <= 0 || size.height < width / 4) return screen;
  const centre = placeAt(map, { x: width / 2, y: size.height / 2 });
  if (!centre) return screen;
  const [lng, lat] = centre;
  // A globe has the size that its zoom says at the latitude in its middle.
  const cosine = (degrees: number): number => Math.cos((degrees * Math.PI) / 180);
  const zoom =
    screen.state.projection === 'globe'
      ? screen.view.zoom + Math.log2(cosine(lat) / cosine(screen.view.lat))
      : screen.view.zoom;
  return { ...screen, size, view: { ...screen.view, lng, lat, zoom } };
}
