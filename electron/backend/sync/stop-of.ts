import type { Outcome } from './platform-client.ts';
import type { StopReason, SyncStop } from './sync-report.ts';

const REASONS: Readonly<Record<string, StopReason>> = {
  'push.fork': 'fork',
  'push.hash': 'chain-broken',
  'auth.unknown-desk': 'not-enrolled',
  'auth.signature': 'not-enrolled',
  'auth.missing': 'not-enrolled',
  'auth.clock-skew': 'clock-skew',
};

/** What an outcome that is not done means for the run. */
export function stopOf(outcome: Exclude<Outcome<unknown>, { kind: 'done' }>): SyncStop {
  switch (outcome.kind) {
    case 'away':
      return {
        reason: outcome.reason,
        ...(outcome.retryAfterMs !== undefined && { retryAfterMs: outcome.retryAfterMs }),
      };
    case 'failed':
      return { reason: 'platform-fault', data: { status: outcome.status } };
    case 'refused': {
      const { code, zh, en, data } = outcome;
      return { reason: REASONS[code] ?? 'refused', code, zh, en, data };
    }
  }
}
