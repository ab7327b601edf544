import type { CatchmentResult } from '../../core/analysis/catchment-types';
import { UserError } from '../../core/errors';
import { allForms } from '../../core/names';
import { foldName, nearestNames, suggestion } from '../../core/nearest-names';
import { placeByName, placeIndexOf, type PlaceIndex } from '../../core/network/places';
import type { Name } from '../../core/types';
import type { Atlas } from '../atlas';
import { borderBelt } from './belt';
import { corridorCatchment, linesCatchment } from './catchment';
import { networkData } from './network';
import type { Pace } from './pace';

/** What a catchment lies around: one of what the product knows by id or name. */
export interface Around {
  kind: 'corridor' | 'border' | 'place';
  id: string;
}

/**
 * What a text names: a corridor by its id, a border or a place by id or by name in any language.
 * @throws UserError `unknown-target` with the nearest names, `ambiguous-place`
 */
export async function aroundNamed(atlas: Atlas, text: string): Promise<Around> {
  const [corridors, borders] = await Promise.all([
    atlas.neededCorridors(),
    atlas.needed('borders'),
  ]);
  if (corridors.some(({ id }) => id === text)) return { kind: 'corridor', id: text };
  const named = borders.map(({ properties }) => properties as { id: string; name: Name });
  const border = named.find(
    ({ id, name }) =>
      id === text || allForms(name).some((form) => foldName(form) === foldName(text)),
  );
  if (border) return { kind: 'border', id: border.id };
  const places = await placesByName(atlas);
  try {
    return { kind: 'place', id: placeByName(places, text).id };
  } catch (cause) {
    if (!(cause instanceof UserError) || cause.code !== 'unknown-place') throw cause;
    const names = [
      ...[...corridors, ...named].map(({ id }) => id),
      ...[...named, ...places.nodes].flatMap(({ name }) => allForms(name)),
      ...places.nodes.map(({ id }) => id),
    ];
    throw new UserError(
      'unknown-target',
      `there is no corridor, border or place "${text.slice(0, 60)}"${suggestion(nearestNames(text, names))}`,
    );
  }
}

/** The catchment of what a text named; of a border with the figures of its belt. */
export async function catchmentAround(
  atlas: Atlas,
  { kind, id }: Around,
  radiusKm: number,
  pace?: Pace,
): Promise<CatchmentResult> {
  if (kind === 'corridor') return corridorCatchment(atlas, id, radiusKm, pace);
  if (kind === 'border') return borderBelt(atlas, id, radiusKm, pace);
  const { lng, lat } = (await placesByName(atlas)).byId.get(id)!;
  return linesCatchment(atlas, [[[lng, lat]]], radiusKm, pace);
}

const placesByName = (atlas: Atlas): Promise<PlaceIndex> =>
  atlas.once('places by name', async () => placeIndexOf(await networkData(atlas)));
