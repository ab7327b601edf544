import type { Lang } from '../core/types';
import type { OwnPlace } from '../data/own/types';
import type { Findable } from '../data/questions/findables';
import { localName, nameIn } from '../i18n/names';
import type { Option } from './OptionList.svelte';

/** An own point, as a line of a list. */
export function ownOption({ name, layer, index }: OwnPlace & { layer: string }): Option {
  return { key: `own ${layer} ${index}`, name, kind: 'own.place' };
}

/** A thing that was found, as a line of a list. */
export function foundOption({ kind, id, name, country }: Findable, lang: Lang): Option {
  return {
    key: kind + id,
    name: nameIn(name, lang),
    local: country ? localName(name, country, lang) : undefined,
    kind: `kind.${kind}`,
  };
}
