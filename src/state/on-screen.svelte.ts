import type { Map as MapLibreMap } from 'maplibre-gl';

/** The map of the page, for what asks what it draws; absent until it is there. */
class OnScreen {
  map = $state.raw<MapLibreMap | undefined>();
}

export const onScreen = new OnScreen();
