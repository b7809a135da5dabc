import type { CaseId } from '#shared/base/ids.ts';
import type { Store } from './database.ts';

/** The sheet of another desk's evidence on a case, as canonical JSON. */
export const findForeignSheet = (store: Store, caseId: CaseId, kind: string, id: string): string | undefined =>
  store.find<{ sheet: string }>('SELECT sheet FROM foreign_evidence WHERE kind = ? AND id = ? AND case_id = ?', [
    kind,
    id,
    caseId,
  ])?.sheet;
