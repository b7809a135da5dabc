import type { SealedEntry } from '#shared/domain/ledger-entry.ts';
import type { PullEvent } from '#shared/platform/pull.ts';
import type { PushReply } from '#shared/platform/push.ts';

/** A place in the platform's stream; a cursor means something only within its epoch. */
export interface StreamPlace {
  readonly epoch: string;
  readonly cursor: number;
}

/** A page as it is applied. */
export interface StreamPage extends StreamPlace {
  /** In the platform's order; events with a cursor applied before may come again after a new epoch. */
  readonly events: readonly PullEvent[];
}

/**
 * What a sync run needs of the desk's store. Every method is one transaction, done when it returns.
 *
 * All of it concerns the ledger of the desk code that is enrolled now.
 */
export interface SyncStore {
  /** Last seq whose verdict is kept, as {@link recordPush} said it; 0 before the first push. */
  ack(): number;
  /**
   * Own entries with `seq > afterSeq`, ascending and gapless; at most `maxEntries`, and cut before
   * the bodies exceed `maxBytes` (UTF-8) but never to none. Parked entries are among them: an
   * `afterSeq` below `ack` (the platform came back from a backup) asks for everything again.
   */
  pending(afterSeq: number, maxEntries: number, maxBytes: number): readonly SealedEntry[];
  /** Parked entries that a person wants to send again. */
  resubmitted(): readonly SealedEntry[];
  /**
   * Keeps `ack` as given (it falls when the platform came back from a backup) and the verdicts,
   * each in the place of an earlier one for its seq.
   */
  recordPush(reply: PushReply): void;
  /** Shows an entry on the problems screen; its place was handed over, its body was not. */
  park(entry: SealedEntry, problem: string): void;
  /** Where the next pull goes on; nothing before the first. */
  cursor(): StreamPlace | undefined;
  /**
   * Applies events and moves the cursor, together or not at all.
   *
   * Applying an event twice changes nothing (entries by id, applications by content). An unknown
   * one is kept raw.
   */
  applyPage(page: StreamPage): void;
}
