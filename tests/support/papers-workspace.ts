import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Application } from '#shared/platform/application.ts';
import { setFact } from '#electron/backend/store/facts.ts';
import { importAs, wholeApplication } from './applications.ts';
import { openPeopledDesk } from './desk.ts';

/** A Saturday off, after all that happened before: what is left on the clock does not depend on the hour a test runs at. */
const DAY = '2026-11-21';

const application = (serial: number, name: string, submittedOn: string): Application => {
  const whole = wholeApplication({ applicationNo: `A-2026-9100${serial}`, parcels: [] });
  return { ...whole, submittedOn: submittedOn as PlainDate, product: { ...whole.product, name } };
};

/**
 * Makes a workspace with four cases in document review: one over its two days, one with three hours
 * left after papers came back, one new, one still with its applicant.
 */
export async function makePapersWorkspace(workspace: string): Promise<void> {
  let now = '2026-11-20T06:00:00.000Z';
  const test = await openPeopledDesk({ workspace, world: { now: () => new Date(now) } });
  setFact(test.desk.room.store, 'workspace.day', null);
  const back = application(2, '炎陵黄桃', '2026-11-18');
  const away = application(4, '古丈毛尖', '2026-11-19');
  await importAs(test, 'peng', [
    application(1, '安化千两茶', '2026-11-16'),
    back,
    application(3, '湘潭湘莲', '2026-11-20'),
    away,
  ]);
  for (const caseId of ['C-2026-91002', 'C-2026-91004']) {
    const [licence] = (await test.ask('peng', 'case.get', { caseId })).documents;
    const documentId = licence?.id ?? '';
    const reason = '扫描不清，关键信息无法辨认';
    await test.ask('peng', 'document.check', { documentId, check: 'rejected', reason, reasonCode: 'unclear' });
    await test.ask('peng', 'case.return', {
      caseId,
      wanted: [{ documentId, kind: 'business-licence', what: `营业执照：${reason}` }],
      language: 'zh',
      subject: '需要补充资料',
      body: '请重新上传营业执照。',
    });
  }
  now = '2026-11-20T15:00:00.000Z';
  const [licence, ...others] = back.documents;
  if (licence === undefined) throw new Error('the sample application has a licence');
  await importAs(test, 'peng', [{ ...back, documents: [{ ...licence, number: '2026-补-07' }, ...others] }]);
  setFact(test.desk.room.store, 'workspace.day', DAY);
  await test.close();
}
