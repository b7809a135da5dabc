import { z } from 'zod';
import { command, query } from './entry.ts';
import { cursor, limit, text, type Page } from './fields.ts';

/** How this desk stands with the platform. */
export interface SyncStatus {
  readonly enrolled: boolean;
  readonly origin: string | null;
  readonly deskCode: string;
  readonly waiting: number;
  readonly problems: number;
  readonly lastRunAt: string | null;
  /** Why the last run could not reach the platform; null when it did. */
  readonly offline: string | null;
  readonly ledgerHead: { readonly seq: number; readonly hash: string };
  /** Files follow the facts on a queue of their own. */
  readonly files: {
    /** Still to be sent, and their bytes. */
    readonly waiting: number;
    readonly waitingBytes: number;
    /** Other desks' files still to come down. */
    readonly expected: number;
    /** Laid aside with a problem; tried again every hour. */
    readonly problems: number;
  };
}

/** What one sync run moved. */
export interface SyncOutcome {
  readonly pushed: number;
  readonly accepted: number;
  readonly conflicts: number;
  readonly quarantined: number;
  readonly pulled: number;
  readonly filesSent: number;
  readonly filesFetched: number;
  readonly offline: string | null;
}

/** A deed the platform did not take, kept until a person settles it. */
export interface ProblemRow {
  readonly seq: number;
  readonly type: string;
  readonly entityId: string;
  readonly state: 'conflict' | 'quarantined' | 'parked';
  readonly reason: string;
  readonly at: string;
}

/** One ledger entry as it waits to be sent or was sent. */
export interface OutboxRow {
  readonly seq: number;
  readonly type: string;
  readonly entityId: string;
  readonly actor: string;
  readonly at: string;
  readonly state: 'waiting' | 'accepted' | 'conflict' | 'quarantined' | 'parked' | 'settled';
}

/** The verdict of a ledger check. */
export interface LedgerReport {
  readonly entries: number;
  readonly head: string;
  readonly clean: boolean;
  /** First entry that does not hold, and why; null when clean. */
  readonly fault: { readonly seq: number; readonly what: string } | null;
}

export const platformContract = {
  'sync.status': query<SyncStatus>()('read', z.strictObject({})),
  'sync.enrol': command<SyncStatus>()(
    'platform.enrol',
    z.strictObject({ origin: z.url({ protocol: /^https?$/, error: 'origin.form' }), code: text(64) }),
  ),
  /** Moves what persons have done; needs nobody, so that a timer can run it. */
  'sync.run': command<SyncOutcome>()('anyone', z.strictObject({})),
  'outbox.list': query<Page<OutboxRow>>()('read', z.strictObject({ cursor, limit })),
  'problem.list': query<Page<ProblemRow>>()('read', z.strictObject({ cursor, limit })),
  'problem.settle': command<{ readonly settled: true }>()(
    'problems.settle',
    z.strictObject({ seq: z.number().int().min(1), action: z.enum(['resend', 'discard']), reason: text(300) }),
  ),
  /** Open to anyone: an auditor needs no account to check the chain. */
  'ledger.verify': query<LedgerReport>()('anyone', z.strictObject({})),
};
