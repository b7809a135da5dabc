import { writeSync } from 'node:fs';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { importAs, wholeApplication } from './applications.ts';
import { openTestDesk } from './desk.ts';

/**
 * A program that does deeds through the gate until it is killed, and writes each to stdout once it
 * was acknowledged: `waybill NUMBER` for a parcel kept, `case NUMBER` for an application imported.
 */
export async function workUntilKilled(workspace: string, firstSerial: number): Promise<void> {
  const test = openTestDesk({ workspace });
  await test.ask('peng', 'session.sign-in', { login: 'peng', password: DEMO_PASSWORD });
  for (let serial = firstSerial; ; serial += 1) {
    const digits = String(serial).padStart(8, '0');
    if (serial % 4 === 0) {
      const applicationNo = `A-2026-${digits}`;
      const { added } = await importAs(test, 'peng', [wholeApplication({ applicationNo, parcels: [] })]);
      if (added !== 1) throw new Error(`${applicationNo} was not added`);
      writeSync(1, `case C-2026-${digits}\n`);
    } else {
      const { waybill } = await test.ask('peng', 'parcel.keep-orphan', { waybill: `98765${digits}` });
      writeSync(1, `waybill ${waybill}\n`);
    }
  }
}

if (import.meta.main) await workUntilKilled(process.argv[2] ?? '', Number(process.argv[3]));
