/** Why a run ended before its work was done. */
export type StopReason =
  | 'unreachable'
  | 'timeout'
  | 'busy'
  /** Something that is not the platform answered: a sign-in page of a hotel network. */
  | 'garbled'
  /** The platform breaks on requests that cannot be at fault. */
  | 'platform-fault'
  /** Another history lives under this desk's code: enrol again with a new code. */
  | 'fork'
  /** The desk's own ledger does not fit together: verify it. */
  | 'chain-broken'
  /** The platform does not know this desk or its key. */
  | 'not-enrolled'
  /** The desk's clock is more than five minutes off. */
  | 'clock-skew'
  /** The two programs do not speak the same contract: update. */
  | 'refused';

/** Why a run stopped, with what the platform said. */
export interface SyncStop {
  readonly reason: StopReason;
  /** The platform's own code and words, where it gave any. */
  readonly code?: string;
  readonly zh?: string;
  readonly en?: string;
  readonly data?: Readonly<Record<string, string | number>>;
  /** Wait named by the platform, in milliseconds. */
  readonly retryAfterMs?: number;
}

/** What one sync run did; present `offline` means that the rest waits for the next one. */
export interface SyncReport {
  /** Entries handed over and judged, in this run. */
  readonly pushed: number;
  readonly accepted: number;
  readonly conflicts: number;
  readonly quarantined: number;
  /** Entries whose body was kept back because the platform failed on it. */
  readonly parked: number;
  /** Events applied, and how many of them this program does not know yet. */
  readonly pulled: number;
  readonly unknown: number;
  /** Files sent, laid aside and fetched, where the run moved files. */
  readonly files?: { readonly sent: number; readonly setAside: number; readonly fetched: number };
  readonly offline?: SyncStop;
}
