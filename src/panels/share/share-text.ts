import { formatAddress, type Address } from '../../state/address';
import type { Control } from '../../state/choices';

/** HTML that puts the map into another page; a title names it for those who hear it. */
export function embedCode(
  page: string,
  address: Address,
  controls: readonly Control[],
  title: string,
): string {
  const { panel, ...rest } = address;
  const { search, hash } = formatAddress({
    ...rest,
    ...(panel && controls.includes('panels') ? { panel } : {}),
    embed: true,
    ...(controls.length > 0 ? { controls: [...controls] } : {}),
  });
  const attribute = (text: string): string =>
    text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return `<iframe src="${attribute(page + search + hash)}" title="${attribute(title)}" width="900" height="600" loading="lazy" allowfullscreen></iframe>`;
}

/** Longest address that a QR code is made of: denser ones are not read from a screen. */
export const QR_LIMIT = 1200;
