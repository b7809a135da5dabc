import type { Application } from '#shared/platform/application.ts';
import { importAs, receiveAnnounced, wholeApplication } from './applications.ts';
import { openPeopledDesk } from './desk.ts';

const application = (
  serial: number,
  changes: Partial<Application['product']>,
  requestedStar: Application['requestedStar'],
): Application => {
  const whole = wholeApplication({ applicationNo: `A-2026-9200${serial}`, requestedStar });
  const [parcel] = whole.parcels;
  if (parcel === undefined) throw new Error('the sample application has a parcel');
  return {
    ...whole,
    product: { ...whole.product, ...changes },
    parcels: [{ ...parcel, waybill: `SF138820493000${serial}`, batch: `B-${serial}` }],
  };
};

/** Makes a workspace as a morning in the laboratory begins: three samples received, none ordered. */
export async function makeLabWorkspace(workspace: string): Promise<void> {
  const test = await openPeopledDesk({ workspace });
  await importAs(test, 'peng', [
    application(1, { name: '安化千两茶', category: 'tea' }, 2),
    application(2, { name: '宁乡花猪腊肉', category: 'meat' }, 3),
    application(3, { name: '紫鹊界贡米', category: 'grain' }, 1),
  ]);
  for (const serial of [1, 2, 3]) await receiveAnnounced(test, `C-2026-9200${serial}`);
  await test.close();
}
