import { ok } from '#shared/base/result.ts';
import { verifyLedger as walkLedger } from '#electron/backend/store/ledger.ts';
import type { OpenService } from './room.ts';

/** Checks the whole hash chain of this desk. */
export const verifyLedger: OpenService<'ledger.verify'> = (room) => {
  const { entries, fault, head } = walkLedger(room.store);
  return ok({ entries, head, clean: fault === null, fault });
};
