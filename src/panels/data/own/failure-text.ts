import type { Language, MessageKey } from '../../../i18n/language';
import type { ImportFailure } from '../../../state/own.svelte';

/** Why a file gave no layer, in the words of the language where the reason is a known one. */
export function failureText(t: Language, { code, message }: ImportFailure): string {
  const key = `own.failure.${code}`;
  return key in t.messages ? t.text(key as MessageKey) : message;
}
