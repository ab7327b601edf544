import { nameIn } from '../../i18n/names';
import { app } from '../../state/app.svelte';
import { atlas } from '../../state/atlas.svelte';
import { matrixChoice } from '../../state/matrix-choice.svelte';

/** What a person calls the places of a matrix. */
class PlaceNames {
  readonly #known = $derived(
    new Map(
      atlas.findables
        .filter(({ kind }) => kind !== 'corridor' && kind !== 'region')
        .map(({ id, name }) => [id, name]),
    ),
  );

  /** By id, or by `LNG,LAT`. */
  of(place: string): string {
    const own = Object.hasOwn(matrixChoice.names, place) ? matrixChoice.names[place] : undefined;
    const name = this.#known.get(place);
    return own ?? (name ? nameIn(name, app.lang) : place);
  }
}

export const placeNames = new PlaceNames();
