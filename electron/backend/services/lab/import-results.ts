import { createHash } from 'node:crypto';
import { ok } from '#shared/base/result.ts';
import type { FileReply } from '#shared/contract/intake.ts';
import { findLabImport } from '#electron/backend/store/lab-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { atomically } from '#electron/backend/services/atomically.ts';
import { explainIntake } from '#electron/backend/services/intake/intake-sentences.ts';
import { shownFaults } from '#electron/backend/services/intake/shown-faults.ts';
import { writeBadRows } from '#electron/backend/services/intake/write-bad-rows.ts';
import { keepBlob } from '#electron/backend/services/photos-files.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import { centreMoment, type Answer, type Room, type Service } from '#electron/backend/services/room.ts';
import { RESULTS_FORM, RESULTS_WORKBOOK as WORKBOOK } from './results-form.ts';
import { placeOfRow, readResultsFile } from './results-rows.ts';
import { type BadResult, takeRows, type Taken } from './take-results.ts';

/**
 * Takes a laboratory's workbook in as one deed: every good row is entered like a typed reading, bad rows come back as
 * a workbook with the reason beside each cell.
 *
 * The file is kept under its hash, named in the ledger and in every reading's source; the same file is taken once. A
 * file of which nothing could be saved may come again, when its orders are there.
 */
export const importResults: Service<'lab.import'> = async (room, input, caller) => {
  const bytes = new Uint8Array(Buffer.from(input.content, 'base64'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = refuseKnown(room, sha256, input.fileName);
  if (known !== null) return known;
  const file = await readResultsFile(bytes, input.fileName);
  if (!file.ok) {
    const { en, zh } = explainIntake(file.failure, 'results');
    return refuse('intake.refused', { zh, en }, 'content');
  }
  await keepBlob(room.folders.workspace, { bytes, sha256 });
  const taken = atomically(room, (): Answer<Taken> => {
    const meanwhile = refuseKnown(room, sha256, input.fileName);
    if (meanwhile !== null) return meanwhile;
    return ok(takeRows(room, caller, file.value.rows, { fileName: input.fileName, sha256 }));
  });
  if (!taken.ok) return taken;
  const { bad, report } = taken.value;
  const badRows = bad.length === 0 ? null : await badWorkbook(input.fileName, bad);
  const faults = shownFaults(bad, [RESULTS_FORM], (_, { rows: [row] }) => placeOfRow(row));
  const { ignoredColumns, unreadSheets } = file.value;
  return ok({ ...report, faults, badRows, ignoredColumns, unreadSheets });
};

function refuseKnown(room: Room, sha256: string, name: string): Answer<never> | null {
  const known = findLabImport(room.store, sha256);
  if (known === undefined) return null;
  const { fileName, importedAt, importedBy } = known;
  const data = { name, as: fileName, by: personName(room.store, importedBy), at: centreMoment(importedAt) };
  return refuse('lab.file-known', data, 'content');
}

async function badWorkbook(fileName: string, bad: readonly BadResult[]): Promise<FileReply> {
  const used = RESULTS_FORM.columns.filter(
    ({ path }, index) =>
      !/^value\d/.test(path) || bad.some(({ rows }) => rows.some(({ cells }) => (cells[index] ?? null) !== null)),
  );
  const bytes = await writeBadRows(bad, [{ ...RESULTS_FORM, columns: used }]);
  const name = `${fileName.replace(/\.[^.]*$/, '')}-bad-rows.xlsx`;
  return { name, mediaType: WORKBOOK, content: Buffer.from(bytes).toString('base64') };
}
