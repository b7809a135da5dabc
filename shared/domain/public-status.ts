import type { PlainDate } from '#shared/base/plain-date.ts';

/** What a person who scans a printed code is told; every one is a different answer. */
export type PublicState = 'valid' | 'yellow' | 'red' | 'suspended' | 'withdrawn' | 'expired' | 'unknown';

export type WarningLevel = 'yellow' | 'red';

/** What is printed on a certificate or under a badge, and leads to its page. */
export interface PublicMark {
  /** Certificate or badge number as printed. */
  readonly number: string;
  /** The unguessable end of the printed link. */
  readonly token: string;
  readonly caseId: string;
  readonly star: 1 | 2 | 3 | 4 | 5;
  readonly productName: string;
  readonly enterpriseName: string;
  readonly issuedOn: PlainDate;
  /** Last day it is valid. */
  readonly validUntil: PlainDate;
}

/** One accepted entry that moves a mark's public status. */
export type MarkFact =
  | { readonly type: 'certificate.issued' | 'badge.issued'; readonly mark: PublicMark }
  | { readonly type: 'warning.raised' | 'warning.lifted'; readonly number: string; readonly level: WarningLevel }
  | {
      readonly type: 'certificate.suspended' | 'certificate.restored' | 'certificate.withdrawn';
      readonly number: string;
    };

/** The answer behind a printed code; a standing warning is told also where the state outranks it. */
export interface PublicStatus {
  readonly state: PublicState;
  readonly mark?: PublicMark;
  readonly warning?: WarningLevel;
}

/**
 * Works out what the page behind a printed code says on a day.
 *
 * `facts` are one mark's, in the platform's order; facts before its issue count for nothing. The
 * gravest state wins: withdrawn (for good), expired, suspended, red, yellow, valid. Red outranks
 * yellow, and each level stands until that level is lifted (handbook: 黄色警示, 红色警示).
 */
export function publicStatus(facts: readonly MarkFact[], today: PlainDate): PublicStatus {
  let mark: PublicMark | undefined;
  let suspended = false;
  let withdrawn = false;
  const standing = new Set<WarningLevel>();
  for (const fact of facts) {
    if (fact.type === 'certificate.issued' || fact.type === 'badge.issued') mark ??= fact.mark;
    else if (mark === undefined) continue;
    else if (fact.type === 'warning.raised') standing.add(fact.level);
    else if (fact.type === 'warning.lifted') standing.delete(fact.level);
    else if (fact.type === 'certificate.withdrawn') withdrawn = true;
    else suspended = fact.type === 'certificate.suspended';
  }
  if (mark === undefined) return { state: 'unknown' };
  const warning = standing.has('red') ? 'red' : standing.has('yellow') ? 'yellow' : undefined;
  const state = withdrawn
    ? 'withdrawn'
    : today > mark.validUntil
      ? 'expired'
      : suspended
        ? 'suspended'
        : (warning ?? 'valid');
  return { state, mark, ...(warning && { warning }) };
}
