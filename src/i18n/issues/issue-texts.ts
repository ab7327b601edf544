import type { Lang } from '../../core/types';

/** What each code of an issue means and what to do, loaded when defects are shown. */
export type IssueTexts = Readonly<Record<string, string>>;

const CATALOGUES: Record<Lang, () => Promise<{ default: IssueTexts }>> = {
  en: () => import('./en.json'),
  zh: () => import('./zh.json'),
  ru: () => import('./ru.json'),
  mn: () => import('./mn.json'),
};

export async function loadIssueTexts(lang: Lang): Promise<IssueTexts> {
  return (await CATALOGUES[lang]()).default;
}
