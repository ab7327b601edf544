import type { Issue } from '../../core/errors';
import type { FeatureStore } from '../../data/own/feature-store';
import { MAX_ISSUES } from '../../data/validate/geojson';
import { error, warning } from '../../data/validate/issue';
import type { Encoding, FoundEncoding } from './encoding';

/** Most text of rejected pieces that is kept for download. */
const MAX_REJECTED_CHARS = 16 * 1024 * 1024;

/** What one file gives while it is read: features into a store, and what is no feature beside it. */
export class Reading {
  counts: Record<string, number> = {};
  issues: Issue[] = [];
  /** Pieces that are no features, as they stand in the file. */
  rejected: string[] = [];
  rejectedCount = 0;
  /** How the text of its tables was read, where that is no sure UTF-8; of several the first. */
  encoding: Encoding | undefined;
  /** The coordinate system that the file names. */
  crs: string | undefined;
  #room = MAX_REJECTED_CHARS;

  constructor(
    readonly store: FeatureStore,
    /** Bytes done and bytes in all; called often, so it must cost little. */
    readonly progress: (done: number, total: number) => void = () => {},
    /** How tables are to be read, whatever they or their bytes say. */
    readonly asked?: Encoding,
  ) {
    this.encoding = asked;
  }

  /** The encoding to read a table in: the one asked for, else what was found, which is told. */
  encodingOf({ encoding, guessed }: FoundEncoding, place: string): Encoding {
    if (this.asked) return this.asked;
    if (encoding === 'utf-8') return encoding;
    if (guessed)
      this.warning(
        'encoding-guessed',
        place,
        `the text was read as ${encoding}`,
        'another encoding named, or UTF-8, if letters look wrong',
      );
    this.encoding ??= encoding;
    return encoding;
  }

  error(code: string, place: string, message: string, fix: string): void {
    this.#report(error(code, place, message, fix));
  }

  warning(code: string, place: string, message: string, fix: string): void {
    this.#report(warning(code, place, message, fix));
  }

  /** A piece of the file that is no feature; the reason is reported beside it. */
  reject(piece: string): void {
    this.rejectedCount += 1;
    this.#room -= piece.length;
    if (this.#room >= 0) this.rejected.push(piece);
  }

  #report(issue: Issue): void {
    this.counts[issue.code] = (this.counts[issue.code] ?? 0) + 1;
    if (this.issues.length < MAX_ISSUES) this.issues.push(issue);
  }
}
