import type { OutputOf } from '#shared/contract/contract.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { writeWorkbook } from '#electron/backend/services/intake/workbook-writing.ts';
import { importAs, receiveAnnounced } from '#tests/support/applications.ts';
import type { Deed } from '#tests/support/busy-desk.ts';
import type { TestDesk } from '#tests/support/desk.ts';
import { enter, FIVE_KINDS, FIVE_PASSING, labApplication, labCaseId } from '#tests/support/lab/lab-desk.ts';

/** Deeds of the laboratory on cases of their own: one to order, one to enter, one to release, one released, one to import, one to cancel. */
export async function labDeeds(test: TestDesk): Promise<readonly Deed[]> {
  await test.ask('admin', 'test-plan.save', { plan: FIVE_KINDS });
  const serials = [1, 2, 3, 4, 5, 6];
  await importAs(
    test,
    'peng',
    serials.map((serial) => labApplication(serial)),
  );
  const samples: OutputOf<'sample.receive'>[] = [];
  for (const serial of serials) samples.push(await receiveAnnounced(test, labCaseId(serial)));
  const sampleAt = (index: number): OutputOf<'sample.receive'> => {
    const sample = samples[index];
    if (sample === undefined) throw new Error(`no sample ${index}`);
    return sample;
  };
  const plan = { planId: 'five-kinds', purpose: 'site-test' } as const;
  const order = (index: number) => test.ask('shen', 'lab.order', { sampleId: sampleAt(index).id, ...plan });
  const [toEnter, toRelease, toAmend, toImport, toCancel] = [
    await order(1),
    await order(2),
    await order(3),
    await order(4),
    await order(5),
  ];
  const { order: whole } = await enter(test, toRelease.orderId, FIVE_PASSING);
  const { order: first } = await enter(test, toAmend.orderId, FIVE_PASSING);
  const password = DEMO_PASSWORD;
  const report = await test.ask('lu', 'lab.release', { orderId: first.orderId, baseVersion: first.version, password });
  const bytes = await writeWorkbook([
    {
      name: '结果',
      rows: [
        ['样品条码', '检测项目', '结果', '单位'],
        [sampleAt(4).barcode, 'lead', '0.2', 'mg/kg'],
      ],
      widths: [16, 16, 16, 16],
      stickyRows: 1,
    },
  ]);
  const content = Buffer.from(bytes).toString('base64');
  return [
    {
      seat: 'admin',
      name: 'test-plan.save',
      input: { plan: { ...FIVE_KINDS, version: '2', items: FIVE_KINDS.items.slice(1) } },
    },
    { seat: 'shen', name: 'lab.order', input: { sampleId: sampleAt(0).id, ...plan } },
    {
      seat: 'shen',
      name: 'lab.enter',
      input: {
        orderId: toEnter.orderId,
        baseVersion: 0,
        readings: [
          { itemId: 'lead', reading: { kind: 'quantity', value: '0.2', unit: 'mg/kg' } },
          { itemId: 'smell', reading: { kind: 'wording', text: '无异味' } },
        ],
      },
    },
    { seat: 'lu', name: 'lab.release', input: { orderId: whole.orderId, baseVersion: whole.version, password } },
    {
      seat: 'shen',
      name: 'lab.amend',
      input: { reportId: report.id, baseVersion: first.version + 1, reason: '抄错读数' },
    },
    { seat: 'shen', name: 'lab.import', input: { fileName: `${toImport.number}.xlsx`, content } },
    { seat: 'shen', name: 'lab.cancel', input: { orderId: toCancel.orderId, baseVersion: 0, reason: '下错方案' } },
  ];
}
