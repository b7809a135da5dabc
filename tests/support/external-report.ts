import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { InputOf } from '#shared/contract/contract.ts';
import type { ExternalReportView } from '#shared/contract/external.ts';
import type { ReportAnswers, ReportChecklist } from '#shared/domain/external/report-checklist.ts';
import type { Application } from '#shared/platform/application.ts';
import { importAs, receiveAnnounced, wholeApplication } from './applications.ts';
import type { TestDesk } from './desk.ts';

/** A report as an outside laboratory would send it: English words only, so that no font has to be embedded. */
export async function makeReportPdf(number: string, pages = 2): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const [plain, bold] = [
    await pdf.embedFont(StandardFonts.Helvetica),
    await pdf.embedFont(StandardFonts.HelveticaBold),
  ];
  for (let at = 1; at <= pages; at += 1) {
    const page = pdf.addPage([595, 842]);
    page.drawText(at === 1 ? 'TEST REPORT' : 'RESULTS', { x: 60, y: 760, size: 24, font: bold });
    const lines =
      at === 1
        ? [
            'Sample Testing Laboratory (sample)',
            'Customer: Evaluation centre (sample)',
            'Item: tea, 500 g, sealed, intact',
            'Received 2026-11-05   Tested 2026-11-06 to 2026-11-10   Issued 2026-11-12',
            'Method: GB 5009.12, GB 23200.113',
          ]
        : [
            'Lead (as Pb)   0.46 mg/kg   limit 5.0   conforms',
            'Bifenthrin   < 0.05 mg/kg   limit 5   conforms',
            'Results concern only the items tested.',
            'Authorised: (sample signature)',
          ];
    lines.forEach((line, row) => page.drawText(line, { x: 60, y: 710 - row * 26, size: 12, font: plain }));
    page.drawText(`${number}   page ${at} of ${pages}`, { x: 60, y: 60, size: 10, font: plain });
  }
  return pdf.save();
}

/** {@link makeReportPdf} as `attachment.keep` takes it. */
export const reportContent = async (number: string, pages = 2): Promise<string> =>
  Buffer.from(await makeReportPdf(number, pages)).toString('base64');

/** A 1–2★ application of its own with a parcel, inspected by nobody yet. */
export function plainApplication(serial: number, changes: Partial<Application> = {}): Application {
  const no = String(serial).padStart(5, '0');
  const [parcel] = wholeApplication().parcels;
  return wholeApplication({
    applicationNo: `A-2026-${no}`,
    requestedStar: 2,
    inspection: null,
    parcels: parcel === undefined ? [] : [{ ...parcel, waybill: `SF17${String(serial).padStart(11, '0')}` }],
    ...changes,
  });
}

/** Imports a plain application and takes its sample in; answers with its case. */
export async function plainCase(test: TestDesk, serial: number, changes: Partial<Application> = {}): Promise<string> {
  await importAs(test, 'peng', [plainApplication(serial, changes)]);
  const caseId = `C-2026-${String(serial).padStart(5, '0')}`;
  await receiveAnnounced(test, caseId);
  return caseId;
}

export const CERTIFICATE = {
  scheme: 'CNAS',
  number: 'L00001（样例）',
  scope: '食品检测',
  validFrom: '2024-01-01',
  validUntil: '2029-12-31',
} as const;

/** A body whose accreditation covers the demo's day. */
export const validBody = async (test: TestDesk, name = '湖南样例检测有限公司（样例）'): Promise<string> =>
  (await test.ask('shen', 'external.add-body', { name, ...CERTIFICATE })).id;

/** Commissions a body for a case as the inspector. */
export const commissioned = async (
  test: TestDesk,
  caseId: string,
  bodyId: string,
  changes: Partial<InputOf<'external.commission'>> = {},
): Promise<string> => {
  const order = { what: '质量与安全检测', commissionedOn: '2026-11-01', dueOn: '2026-11-30' } as const;
  return (await test.ask('shen', 'external.commission', { caseId, bodyId, ...order, ...changes })).id;
};

/** Registers a report of a commission as the inspector, with its PDF when a number of pages is given. */
export async function reported(
  test: TestDesk,
  commissionId: string,
  changes: Partial<InputOf<'external.record-report'>> = {},
  pages = 2,
): Promise<ExternalReportView> {
  const report = await test.ask('shen', 'external.record-report', {
    commissionId,
    number: 'R-1',
    issuedOn: '2026-11-12',
    receivedOn: '2026-11-15',
    verdict: { outcome: 'passed' },
    ...changes,
  });
  if (pages === 0) return report;
  await test.ask('shen', 'attachment.keep', {
    owner: { kind: 'external-report', id: report.id },
    name: `${report.number}.pdf`,
    content: await reportContent(`${report.number} ${report.id}`, pages),
  });
  return report;
}

/** Every point answered yes on page 1, but for those that may not apply. */
export const allYes = ({ points }: ReportChecklist): ReportAnswers =>
  Object.fromEntries(
    points
      .filter(({ workedOut }) => workedOut === null)
      .map(({ id, mayNotApply }) => [
        id,
        mayNotApply
          ? { answer: 'not-applicable' as const, page: null, note: null }
          : { answer: 'yes' as const, page: 1, note: null },
      ]),
  );

/** One figure of the tea plan, in the words of its report. */
export const leadRow = (
  value: string,
  unit = 'mg/kg',
  outcome: 'passed' | 'failed' | 'none' = 'passed',
): InputOf<'external.set-results'>['rows'][number] => ({
  itemId: 'lead',
  name: '铅',
  method: 'GB 5009.12',
  reading: { kind: 'quantity', value, unit },
  body: { outcome },
});

/** Answers every point and enters the figures, so that only accepting is left. */
export async function checked(
  test: TestDesk,
  report: ExternalReportView,
  rows: InputOf<'external.set-results'>['rows'] = [leadRow('0.46')],
): Promise<void> {
  await test.ask('shen', 'external.check-report', { reportId: report.id, answers: allYes(report.checklist) });
  await test.ask('shen', 'external.set-results', { reportId: report.id, planId: 'tea', rows });
}
