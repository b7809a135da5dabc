import type { Reply } from '#shared/contract/contract.ts';
import type { SyncOutcome } from '#shared/contract/platform.ts';
import { backoffMs } from '#shared/platform/backoff.ts';

/** Between two runs while all goes well. */
const PAUSE_MS = 30_000;

/** What the rhythm needs of its surroundings; fakes stand here in tests. */
export interface Rhythm {
  /** Whether this desk has a platform. */
  isEnrolled(): boolean;
  /** One sync run through the gate. */
  run(): Promise<Reply>;
  /** Runs something later; answers how to call it off. */
  after(ms: number, work: () => void): () => void;
  /** In [0, 1). */
  random(): number;
}

/**
 * Hands over what waits, and takes in what is new, every half minute; while the platform is away
 * the tries thin out to one in five minutes.
 *
 * Nobody has to think of it: a desk that was offline for days catches up by itself. Answers how to stop.
 */
export function keepSynchronised(rhythm: Rhythm): () => void {
  let failures = 0;
  let stopped = false;
  let callOff: () => void;
  const beat = async (): Promise<void> => {
    if (rhythm.isEnrolled()) {
      const reply = await rhythm.run();
      const reached = reply.ok && (reply.value as SyncOutcome).offline === null;
      failures = reached ? 0 : failures + 1;
    }
    if (!stopped) plan();
  };
  const plan = (): void => {
    const ms = failures === 0 ? PAUSE_MS : Math.max(PAUSE_MS, backoffMs(failures, rhythm.random()));
    callOff = rhythm.after(ms, () => void beat());
  };
  plan();
  return () => {
    stopped = true;
    callOff();
  };
}
