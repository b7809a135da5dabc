import type { Labelled } from '#electron/backend/documents/report-parts.ts';
import type { LabReportSheet } from '#electron/backend/documents/lab-report-sheet.ts';
import type { ReportedLine } from '#shared/contract/lab.ts';
import { sentence } from '#shared/domain/codes/sentence.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import { sha256Hex } from '#electron/backend/store/ledger.ts';
import {
  amendmentOf,
  findTestOrder,
  findTestReport,
  testReportsOf,
  type TestOrderRecord,
  type TestReportRecord,
} from '#electron/backend/store/lab-repository.ts';
import { CENTRE } from '#electron/backend/services/print-papers.ts';
import { centreMoment, type Room } from '#electron/backend/services/room.ts';
import { PURPOSES, VERDICTS } from './lab-words.ts';
import { linesOfReport } from './order-state.ts';
import { itemOnPaper } from './report-paper-items.ts';
import { enteredBy, statementsOf } from './report-paper-notes.ts';
import { nameOf, subjectOf, type ReportSubject } from './report-subject.ts';
import { scopeOf } from './scope-words.ts';
import { orderedPlan } from './test-plans.ts';

const NOTHING = '—';
/** So many failed items are named in the verdict; more are counted. */
const NAMED = 4;
const row = (zh: string, en: string, value: string | Bilingual): Labelled => [sentence(zh, en), value];

/** A report in the words of its paper. @throws when its order is gone, which is never deleted */
export function paperSheet(room: Room, report: TestReportRecord): LabReportSheet {
  const order = findTestOrder(room.store, report.orderId);
  if (order === undefined) throw new Error(`report ${report.number} has no order`);
  const subject = subjectOf(room, report);
  const scope = scopeOf(room, order);
  const lines = linesOfReport(report);
  const replaces = report.amends === null ? undefined : findTestReport(room.store, report.amends);
  const newer = amendmentOf(room.store, report.id);
  const version = testReportsOf(room.store, report.orderId).findIndex(({ id }) => id === report.id) + 1;
  const edition = sentence(`第 ${version} 版`, `version ${version}`);
  const number = `检验报告 Test report ${report.number} · ${edition.zh} ${edition.en}`;
  return {
    running: `${number} · ${subject.barcode} · ${subject.productName}`,
    flag: newer === undefined ? null : '已被取代 Replaced',
    replaces: replaces === undefined ? null : replacesNotice(replaces, report),
    replacedBy: newer === undefined ? null : replacedNotice(newer),
    outcome: outcomeOf(lines, scope !== null),
    passed: report.verdict === 'passed',
    facts: [
      row('报告编号', 'Report no.', sentence(`${report.number} · ${edition.zh}`, edition.en)),
      row('签发日期', 'Issued on', report.issuedOn),
      row('签发单位', 'Issued by', CENTRE),
      ...sampleFacts(subject),
      ...orderFacts(room, order, subject, scope),
    ],
    items: lines.map(itemOnPaper),
    replaced: lines.flatMap(({ before, item }) =>
      before.map(({ at, by, raw, reason, verdict }) => ({
        item,
        raw: raw.join('; '),
        verdict: VERDICTS[verdict],
        by: `${nameOf(subject, by)} ${centreMoment(at)}`,
        reason: reason ?? NOTHING,
      })),
    ),
    people: [
      ...enteredBy(lines, subject),
      row(
        '复核签发',
        'Verified, released',
        `${nameOf(subject, report.releasedBy)} · ${centreMoment(report.releasedAt)}`,
      ),
    ],
    statements: statementsOf(lines),
    foot: [
      number,
      `结果 results SHA-256 ${sha256Hex(report.body)}`,
      ...(report.subject === null ? [] : [`样品 sample SHA-256 ${sha256Hex(report.subject)}`]),
    ],
  };
}

const replacesNotice = (old: TestReportRecord, { reason }: TestReportRecord): Bilingual =>
  sentence(
    `更正报告：取代 ${old.issuedOn} 签发的报告 ${old.number}。更正原因：${reason ?? NOTHING}`,
    `Amended report: it replaces report ${old.number} of ${old.issuedOn}. Reason: ${reason ?? NOTHING}`,
  );

const replacedNotice = (newer: TestReportRecord): Bilingual =>
  sentence(
    `本报告已被 ${newer.issuedOn} 签发的更正报告 ${newer.number} 取代，请勿再使用。更正原因：${newer.reason ?? NOTHING}`,
    `This report was replaced by ${newer.number} of ${newer.issuedOn} and is not to be used. Reason: ${newer.reason ?? NOTHING}`,
  );

/** The verdict as a headline; of less than a plan for the product it is no verdict on the sample. */
function outcomeOf(lines: readonly ReportedLine[], limited: boolean): Bilingual {
  const failed = lines.filter(({ result }) => result.verdict === 'failed').map(({ item }) => item);
  const count = lines.length;
  if (failed.length === 0 && limited)
    return sentence(
      `所检 ${count} 项合格（见“检测范围”）`,
      count === 1 ? 'Passed in the 1 item tested (see “Scope”)' : `Passed in the ${count} items tested (see “Scope”)`,
    );
  if (failed.length === 0)
    return sentence(
      `样品合格（${count} 项全部合格）`,
      count === 1 ? 'The sample passed (1 item passed)' : `The sample passed (all ${count} items passed)`,
    );
  if (failed.length > NAMED)
    return sentence(
      `样品不合格（${count} 项中 ${failed.length} 项不合格）`,
      `The sample failed (${failed.length} of ${count} items failed)`,
    );
  return sentence(
    `样品不合格：${failed.map(({ zh }) => zh).join('、')}`,
    `The sample failed: ${failed.map(({ en }) => en).join(', ')}`,
  );
}

const sampleFacts = (subject: ReportSubject): readonly Labelled[] => [
  row('样品编号', 'Sample no.', subject.barcode),
  row('产品', 'Product', [subject.productName, subject.specification].filter(Boolean).join(' · ')),
  row('批号', 'Lot', subject.batch || NOTHING),
  row('生产日期', 'Produced on', subject.producedOn ?? NOTHING),
  row('企业', 'Enterprise', `${subject.enterpriseName} · ${subject.uscc}`),
  row('收样日期', 'Received on', subject.arrivedOn),
];

function orderFacts(
  room: Room,
  order: TestOrderRecord,
  subject: ReportSubject,
  scope: Bilingual | null,
): readonly Labelled[] {
  const { category, id, version } = orderedPlan(room, order.planId, order.planVersion);
  return [
    row('申报编号 · 案卷', 'Application · case', `${subject.applicationNo} · ${order.caseId}`),
    row(
      '检测任务',
      'Test order',
      `${order.number} · ${nameOf(subject, order.orderedBy)} ${centreMoment(order.orderedAt)}`,
    ),
    row('检测性质', 'Purpose', PURPOSES[order.purpose]),
    row('检测方案', 'Test plan', sentence(`${category.zh} · ${id} · ${version}`, category.en)),
    ...(scope === null ? [] : [row('检测范围', 'Scope', scope)]),
    ...(order.retestReason === null ? [] : [row('再次检测的原因', 'Tested again because', order.retestReason)]),
  ];
}
