import { z } from 'zod';
import type { CaseId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { StandardChange } from '#shared/domain/star/compare-standards.ts';
import type { CriterionId, Standard } from '#shared/domain/star/standard.ts';
import type { MoveCount, Standing } from '#shared/domain/star/what-if.ts';
import { command, query } from './entry.ts';
import { fileContent, limit, plainDate, secret, text } from './fields.ts';

/** Where a version stands; only one is in force on a day. */
export type VersionState = 'draft' | 'coming' | 'in-force' | 'superseded' | 'discarded';

/** A version of the standard. */
export interface StandardVersion {
  readonly sha256: string;
  readonly id: string;
  readonly version: string;
  readonly state: VersionState;
  /** First day it decides; null for the shipped one (from the beginning) and for drafts. */
  readonly effectiveFrom: PlainDate | null;
  /** Name of the imported file; null for the shipped one. */
  readonly fileName: string | null;
  readonly importedBy: string | null;
  readonly importedAt: string | null;
  readonly adoptedBy: string | null;
  readonly adoptedAt: string | null;
  readonly discardedReason: string | null;
  /** Decisions that rest on it. */
  readonly decisions: number;
}

/** One thing wrong with a standard file; `field` is its path, absent when it concerns the whole. */
export interface StandardProblem {
  readonly field: string | null;
  readonly zh: string;
  readonly en: string;
}

/** What came of an import: a draft, or everything that is wrong with the file. */
export type StandardImport =
  | { readonly ok: true; readonly version: StandardVersion }
  | { readonly ok: false; readonly problems: readonly StandardProblem[] };

/** What a draft would do to the decided cases. */
export interface WhatIfReport {
  /** Names the run, for its rows and for stopping it. */
  readonly runId: string;
  readonly sha256: string;
  readonly version: string;
  /** Decided cases looked at: all of them, unless it was stopped. */
  readonly cases: number;
  readonly moved: number;
  readonly stopped: boolean;
  readonly tookMs: number;
  /** By the workspace's clock. */
  readonly endedAt: string;
  /** Every way a case would stand, those that stay included; most cases first. */
  readonly counts: readonly MoveCount[];
}

/** A decided case of which the rules would say something else. */
export interface WhatIfRow {
  readonly caseId: CaseId;
  readonly productName: string;
  readonly enterpriseName: string;
  /** What the rules said when it was decided, whatever was made of it then. */
  readonly from: Standing;
  readonly to: Standing;
  /** Criteria whose answers differ. */
  readonly because: readonly CriterionId[];
}

/** A trial of this run of the program: how far it is, and its report once it has ended. */
export interface WhatIfRun {
  readonly runId: string;
  readonly done: number;
  readonly total: number;
  /** Since it began, ms. */
  readonly tookMs: number;
  /** Null while it runs. */
  readonly report: WhatIfReport | null;
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'id.form' });
const runId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, { error: 'id.form' });

export const standardsContract = {
  /** The standard in force today, or a kept version by its hash. */
  'standard.get': query<Standard>()('read', z.strictObject({ sha256: sha256.nullable().default(null) })),
  /** Every version: drafts first, then by effective date, newest first. */
  'standard.list': query<readonly StandardVersion[]>()('read', z.strictObject({})),
  /** Takes a standard file in as a draft; a file that is wrong changes nothing and says all that is wrong. */
  'standard.import': command<StandardImport>()(
    'standards.manage',
    z.strictObject({ fileName: text(200), content: fileContent.max(4_000_000) }),
  ),
  /** Puts a draft into force from a day on, today or later; decisions made before keep theirs. */
  'standard.adopt': command<StandardVersion>()(
    'standards.manage',
    z.strictObject({ sha256, effectiveFrom: plainDate, password: secret }),
  ),
  /** Drops a draft, or a version whose day has not come; it stays readable. */
  'standard.discard': command<StandardVersion>()('standards.manage', z.strictObject({ sha256, reason: text(300) })),
  /** What differs between two versions, row by row. */
  'standard.compare': query<readonly StandardChange[]>()('read', z.strictObject({ from: sha256, to: sha256 })),
  /**
   * Tries a version on every decided case and says who would move; decides nothing. Progress comes
   * as `what-if.progress`; takes seconds, in a reader of its own.
   */
  'what-if.run': query<WhatIfReport>()('read', z.strictObject({ runId, sha256 })),
  /** The newest run of that version, while it is kept; null when none was since the program was started. */
  'what-if.last': query<WhatIfRun | null>()('read', z.strictObject({ sha256 })),
  /** Stops a run while it runs; what was counted so far is answered by the run itself. */
  'what-if.stop': query<{ readonly stopped: boolean }>()('read', z.strictObject({ runId })),
  /** Cases that would move, by case number; kept until the next run of that version, the last eight versions. */
  'what-if.rows': query<{ readonly rows: readonly WhatIfRow[]; readonly next: number | null }>()(
    'read',
    z.strictObject({
      runId,
      from: z.number().int().min(0).default(0),
      limit,
      /** Only those that move so: `grant 4 > propose 3`; all when absent. */
      move: z.string().max(60).nullable().default(null),
    }),
  ),
};
