import type { Name } from './types';

/** Every form of a name, for searching. */
export function allForms(name: Name): string[] {
  return [name.en, name.zh, name.ru, name.mn, name.local?.text].filter(
    (form): form is string => form !== undefined,
  );
}
