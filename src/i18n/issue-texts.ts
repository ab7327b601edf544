import type { Language } from './language';

/** What each code of an issue means and what to do, by `issue.` and the code. */
export type IssueTexts = Readonly<Record<string, string | undefined>>;

/**
 * The texts of issues in a language. They stand in its file of messages; only the English ones are a
 * file apart, since its messages are part of the first page and defects are not shown there.
 */
export async function loadIssueTexts({ lang, messages }: Language): Promise<IssueTexts> {
  return lang === 'en' ? (await import('./messages/en-issues.json')).default : messages;
}
