import type { Issue } from '../../../core/errors';
import type { OwnLayer } from '../../../data/own/types';

export interface DefectKind {
  code: string;
  /** How often it occurs; the issues are the first of them. */
  count: number;
  issues: Issue[];
}

/** The defects of a layer by their code, errors before warnings. */
export function defectKinds({ reading, summary }: OwnLayer): DefectKind[] {
  const counts = new Map<string, number>();
  for (const from of [reading.counts, summary.counts])
    for (const [code, count] of Object.entries(from))
      counts.set(code, (counts.get(code) ?? 0) + count);
  const all = [...reading.issues, ...summary.issues];
  const kinds = [...counts].map(([code, count]) => ({
    code,
    count,
    issues: all.filter((issue) => issue.code === code),
  }));
  const rank = ({ issues }: DefectKind): number => (issues[0]?.severity === 'warning' ? 1 : 0);
  return kinds.sort((a, b) => rank(a) - rank(b));
}
