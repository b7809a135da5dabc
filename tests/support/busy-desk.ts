import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { InputOf, Name } from '#shared/contract/contract.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { attachmentDeeds } from './busy/attachments.ts';
import { externalDeeds } from './busy/external.ts';
import { noteDeeds } from './busy/notes.ts';
import { importAs, prepareForDecision, receiveAnnounced, wholeApplication } from './applications.ts';
import { labDeeds } from './busy/lab.ts';
import { standardDeeds } from './busy/standards.ts';
import { visitDeeds } from './busy/visits.ts';
import { LEFT_USCC, reviewDeeds } from './busy/review.ts';
import { openPeopledDesk, type TestDesk } from './desk.ts';
import { putPrinter } from './fake-printer.ts';

/** One call of a command that succeeds on a {@link openBusyDesk}, and who makes it. */
export interface Deed<N extends Name = Name> {
  readonly name: N;
  readonly seat: string;
  readonly input: InputOf<N>;
}

/** A desk in the middle of its day, and a deed of every kind that can be done next. */
export interface BusyDesk {
  readonly test: TestDesk;
  readonly deeds: readonly Deed[];
}

/** The smallest PNG there is. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const deed = <N extends Name>(seat: string, name: N, input: InputOf<N>): Deed => ({ seat, name, input });

/** An application with a parcel of its own. */
function application(serial: number, changes: Parameters<typeof wholeApplication>[0] = {}) {
  const [parcel] = wholeApplication().parcels;
  if (parcel === undefined) throw new Error('the sample application has a parcel');
  return wholeApplication({
    applicationNo: `A-2026-9${String(serial).padStart(4, '0')}`,
    parcels: [{ ...parcel, waybill: `SF13882047771${String(serial).padStart(2, '0')}` }],
    ...changes,
  });
}

const idOf = (serial: number): string => `C-2026-9${String(serial).padStart(4, '0')}`;

/** A desk that joins any platform and reaches none afterwards. */
const welcome = (async (url: string | URL | Request) => {
  if (String(url).endsWith('/enrol'))
    return Response.json({ desk: '01', epoch: 'e', publicUrl: 'https://otop.example.cn' });
  throw new TypeError('unreachable');
}) as typeof fetch;

/**
 * Cases at every stage (announced, in review, ready to decide, proposed, granted, issued), an orphan
 * parcel, received samples and a problem: so that every command has something to do.
 */
export async function openBusyDesk(): Promise<BusyDesk> {
  const test = await openPeopledDesk({ world: { fetch: welcome } });
  const inspection = wholeApplication().inspection;
  if (inspection === null) throw new Error('the sample application was inspected');
  const reaching3 = { ...inspection, riskControl: 'viewed-on-site' } as const;
  await importAs(test, 'peng', [
    ...[1, 2, 3, 5, 6].map((serial) => application(serial)),
    application(4, { requestedStar: 4, inspection: reaching3 }),
  ]);
  const [announced, received, ready, proposed, granted, issued] = [1, 2, 3, 4, 5, 6].map(idOf) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const decide = async (caseId: string): Promise<void> => {
    await prepareForDecision(test, caseId);
    const { version } = await test.ask('tang', 'case.get', { caseId });
    await test.ask('tang', 'case.decide', { caseId, baseVersion: version, password: DEMO_PASSWORD });
  };
  const sample = await receiveAnnounced(test, received);
  const open = await test.ask('peng', 'stocktake.start', { location: 'B-01-1' });
  await test.ask('peng', 'stocktake.scan', { stocktakeId: open.id, code: 'XYZ-1' });
  const settled = await test.ask('peng', 'stocktake.start', { location: 'B-01-2' });
  await prepareForDecision(test, ready);
  for (const caseId of [proposed, granted, issued]) await decide(caseId);
  const [spoiled] = (await test.ask('peng', 'case.get', { caseId: granted })).samples;
  const [award] = await test.ask('he', 'award.issue', { caseIds: [issued], password: DEMO_PASSWORD });
  const numbers = [award?.number ?? ''];
  const orphan = await test.ask('peng', 'parcel.keep-orphan', { waybill: '9876543210123' });
  const stray = await test.ask('peng', 'parcel.keep-orphan', { waybill: '5566778899001' });
  const printers = join(test.workspace, 'printers');
  mkdirSync(printers);
  putPrinter(printers, { names: ['ZD421'] });
  process.env['PATH'] = `${printers}${delimiter}${process.env['PATH'] ?? ''}`;
  await test.ask('admin', 'settings.set', { labels: { stock: 'roll-50x30', printer: 'ZD421' } });
  const waiting = await test.ask('peng', 'parcel.find', { code: announced });
  const [document] = (await test.ask('peng', 'case.get', { caseId: announced })).documents;
  const message = await test.ask('peng', 'message.prepare', {
    caseId: announced,
    template: 'free',
    language: 'zh',
    subject: '关于申报',
    body: '已收到。',
  });
  const version = async (caseId: string): Promise<number> => (await test.ask('tang', 'case.get', { caseId })).version;
  const review = (await reviewDeeds(test)) as readonly Deed[];
  test.desk.room.store.run("UPDATE outbox SET state = 'conflict' WHERE seq = 2");
  const standards = await standardDeeds(test);
  const visits = await visitDeeds(test);
  const content = Buffer.from(JSON.stringify([application(7), application(8)])).toString('base64');
  return {
    test,
    deeds: [
      deed('admin', 'person.add', { login: 'li.wei', name: '李伟（样例）', roles: ['clerk'], password: 'secret-1' }),
      deed('admin', 'person.set-roles', { personId: 'U-peng', roles: ['clerk', 'printer'] }),
      deed('admin', 'person.set-disabled', { personId: 'U-tan', disabled: true }),
      deed('peng', 'person.change-password', { current: DEMO_PASSWORD, next: 'another-1' }),
      deed('qin', 'conflict.declare', { uscc: LEFT_USCC, reason: '配偶在该企业任职' }),
      deed('peng', 'application.import', { fileName: 'two.json', content }),
      deed('peng', 'parcel.keep-orphan', { waybill: '1122334455667' }),
      deed('peng', 'parcel.match', { parcelId: orphan.id, caseId: announced }),
      deed('peng', 'parcel.set-aside', { parcelId: stray.id, how: 'return', reason: '错寄' }),
      deed('peng', 'photo.keep', { parcelId: waiting?.id ?? '', name: '1.png', content: PIXEL }),
      deed('admin', 'settings.set', { scanner: { prefixes: [']C1'], suffixes: [], meanMs: 30 } }),
      deed('peng', 'sample.receive', {
        parcelId: waiting?.id ?? '',
        batch: 'B-1',
        quantity: '2',
        unit: '盒',
        storage: 'ambient',
        condition: 'intact',
        location: 'A-01-1',
      }),
      deed('peng', 'sample.move', { sampleId: sample.id, to: 'in-test', purpose: '送检' }),
      deed('peng', 'sample.take-out', { sampleIds: [sample.id], purpose: '拍照', backBy: '2026-11-22' }),
      deed('peng', 'sample.shelve', { sampleIds: [sample.id], location: 'A-01-2' }),
      deed('peng', 'sample.retain', { sampleIds: [sample.id] }),
      deed('peng', 'sample.display', { sampleIds: [sample.id], location: 'A-06-1', until: '2026-12-01' }),
      deed('peng', 'location.add', { pattern: 'Z-[1-2]' }),
      deed('peng', 'location.retire', { code: 'Z' }),
      deed('admin', 'retention.set', { months: 12 }),
      deed('peng', 'stocktake.start', { location: 'F-01-1' }),
      deed('peng', 'stocktake.scan', { stocktakeId: open.id, code: 'XYZ-2' }),
      deed('peng', 'stocktake.settle', {
        stocktakeId: open.id,
        code: 'XYZ-1',
        difference: 'unexpected',
        as: 'noted',
      }),
      deed('peng', 'stocktake.close', { stocktakeId: settled.id }),
      deed('peng', 'sample.return', { sampleIds: [sample.id], how: '自取' }),
      deed('admin', 'sample.dispose', {
        sampleIds: [spoiled?.id ?? ''],
        method: 'destroyed',
        reason: '变质',
        password: DEMO_PASSWORD,
        witnessLogin: 'tang',
        witnessPassword: DEMO_PASSWORD,
      }),
      deed('peng', 'document.check', { documentId: document?.id ?? '', check: 'rejected', reason: '不清楚' }),
      deed('peng', 'case.return', {
        caseId: announced,
        wanted: [{ documentId: document?.id ?? null, kind: 'business-licence', what: '营业执照' }],
        language: 'zh',
        subject: '请补资料',
        body: '请重新上传营业执照。',
      }),
      deed('peng', 'message.prepare', {
        caseId: announced,
        template: 'free',
        language: 'zh',
        subject: '关于申报',
        body: '请保持电话畅通。',
      }),
      deed('peng', 'message.withdraw', { messageId: message.id, reason: '写错了' }),
      ...standards,
      deed('peng', 'attachment.keep', {
        owner: { kind: 'document', id: document?.id ?? '' },
        name: '营业执照.png',
        content: PIXEL,
      }),
      ...(await externalDeeds(test)),
      ...visits,
      ...(await labDeeds(test)),
      ...(await attachmentDeeds(test, document?.id ?? '')),
      ...(await noteDeeds(test, document?.id ?? '', PIXEL)),
      deed('shen', 'finding.record', { caseId: announced, finding: { kind: 'site-test', outcome: 'passed' } }),
      deed('shen', 'finding.confirm-reported', { caseId: announced }),
      ...review,
      deed('tang', 'case.decide', { caseId: ready, baseVersion: await version(ready), password: DEMO_PASSWORD }),
      deed('peng', 'consent.record', {
        caseId: proposed,
        baseVersion: await version(proposed),
        agreed: true,
        how: '平台回执',
        channel: 'platform',
      }),
      deed('he', 'award.issue', { caseIds: [granted], password: DEMO_PASSWORD }),
      deed('he', 'paper.print-certificates', { numbers }),
      deed('he', 'paper.print-certificate-files', { numbers, reason: '再打一份' }),
      deed('he', 'paper.print-badges', { numbers, copies: 2 }),
      deed('he', 'paper.print-labels', { sampleIds: [sample.id] }),
      deed('he', 'paper.send-labels', { sampleIds: [sample.id], reason: '标签沾水' }),
      deed('admin', 'problem.settle', { seq: 2, action: 'discard', reason: '已核对' }),
      deed('admin', 'sync.enrol', { origin: 'https://platform.example.cn', code: 'ABCD-EFGH-JKMN' }),
      deed('admin', 'sync.run', {}),
    ],
  };
}
