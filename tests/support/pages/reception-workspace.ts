import { openForReading } from '#electron/backend/store/open-store.ts';
import type { Application } from '#shared/platform/application.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { importAs, prepareForDecision, wholeApplication } from '#tests/support/applications.ts';
import { openPeopledDesk } from '#tests/support/desk.ts';
import { dumpOf } from '#tests/support/workspaces.ts';

const PRODUCTS = ['安化千两茶', '炎陵黄桃', '湘潭湘莲', '古丈毛尖', '龙山百合', '宁乡花猪腊肉', '汝城朝天椒', '临武鸭'];

/** An application with an announced parcel of its own. */
export function announced(serial: number, changes: Partial<Application> = {}): Application {
  const application = wholeApplication();
  const [parcel] = application.parcels;
  if (parcel === undefined) throw new Error('the sample application has a parcel');
  return wholeApplication({
    applicationNo: `A-2026-${String(90_100 + serial)}`,
    product: { ...application.product, name: PRODUCTS[serial % PRODUCTS.length] ?? '' },
    parcels: [{ ...parcel, waybill: waybillOf(serial), batch: `B-${serial}` }],
    ...changes,
  });
}

/** The waybill of an announced parcel. */
export const waybillOf = (serial: number): string => `SF1388204${String(700_000 + serial)}`;

/** The case of an announced parcel. */
export const caseOf = (serial: number): string => `C-2026-${90_100 + serial}`;

/**
 * Makes a workspace as a morning at the receiving desk begins: announced parcels, shelves with
 * codes, a label printer called ZD421.
 *
 * @param decided serial of a case that is decided, with a second parcel under `waybillOf(decided + 50)`
 */
export async function makeReceptionWorkspace(workspace: string, parcels: number, decided?: number): Promise<void> {
  const test = await openPeopledDesk({ workspace });
  await importAs(
    test,
    'peng',
    Array.from({ length: parcels }, (_, index) => announced(index + 1)),
  );
  await test.ask('admin', 'location.add', { pattern: 'A-[01-02]-[1-5]' });
  await test.ask('admin', 'settings.set', { labels: { stock: 'roll-50x30', printer: 'ZD421' } });
  if (decided !== undefined) {
    const caseId = caseOf(decided);
    await prepareForDecision(test, caseId);
    const { version } = await test.ask('tang', 'case.get', { caseId });
    await test.ask('tang', 'case.decide', { caseId, baseVersion: version, password: DEMO_PASSWORD });
    const late = await test.ask('peng', 'parcel.keep-orphan', { waybill: waybillOf(decided + 50) });
    await test.ask('peng', 'parcel.match', { parcelId: late.id, caseId });
  }
  await test.close();
}

/** Every row of a workspace that a running program has open. */
export function dumpWorkspace(workspace: string): ReturnType<typeof dumpOf> {
  const store = openForReading(workspace);
  try {
    return dumpOf(store);
  } finally {
    store.close();
  }
}
