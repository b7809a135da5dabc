import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { databaseFile } from '#electron/backend/store/open-store.ts';
import { MIGRATIONS } from '#electron/backend/store/migrations.ts';
import { importAs, prepareForDecision, wholeApplication } from './applications.ts';
import { openPeopledDesk } from './desk.ts';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** Where the frozen database of a schema version lies. */
export const frozenFile = (version: number): string =>
  join(fixtures, `frozen-${String(version).padStart(4, '0')}.sqlite`);

/**
 * Makes the frozen database of the present schema with the real program: three cases, one of them
 * issued, and an orphan. Run once per schema version that ships; a frozen file is never made again.
 */
export async function makeFrozen(): Promise<string> {
  const workspace = mkdtempSync(join(tmpdir(), 'otop-frozen-'));
  const test = await openPeopledDesk({ workspace });
  const [parcel] = wholeApplication().parcels;
  await importAs(test, 'peng', [
    wholeApplication(),
    wholeApplication({ applicationNo: 'A-2026-90002', requestedStar: 1, parcels: [] }),
    wholeApplication({
      applicationNo: 'A-2026-90003',
      requestedStar: 5,
      parcels: parcel ? [{ ...parcel, waybill: 'YT8801234567890' }] : [],
    }),
  ]);
  await test.ask('peng', 'parcel.keep-orphan', { waybill: '9876543210123' });
  const caseId = 'C-2026-90001';
  await prepareForDecision(test, caseId);
  const { version } = await test.ask('tang', 'case.get', { caseId });
  await test.ask('tang', 'case.decide', { caseId, baseVersion: version, password: DEMO_PASSWORD });
  await test.ask('he', 'award.issue', { caseIds: [caseId], password: DEMO_PASSWORD });
  test.desk.room.store.connection.exec('VACUUM');
  await test.close();
  const target = frozenFile(MIGRATIONS.at(-1)?.version ?? 0);
  copyFileSync(databaseFile(workspace), target);
  rmSync(workspace, { recursive: true });
  return target;
}

if (import.meta.main) process.stdout.write(`${await makeFrozen()}\n`);
