import { fail, ok } from '#shared/base/result.ts';
import { findTestReport } from '#electron/backend/store/lab-repository.ts';
import { CENTRE, paperRefusal, pdfReply } from '#electron/backend/services/print-papers.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Service } from '#electron/backend/services/room.ts';
import { paperSheet } from './report-paper-sheet.ts';

/** A released report on paper, made from what is kept with it: the same report gives the same bytes. */
export const printLabReport: Service<'lab.report-paper'> = async (room, { reportId }) => {
  const report = findTestReport(room.store, reportId);
  if (report === undefined) return refuse('lab.unknown-report', {}, 'reportId');
  const rendered = await room.documents.render({
    kind: 'lab-report',
    sheet: paperSheet(room, report),
    info: {
      title: `检验报告 ${report.number}`,
      author: CENTRE,
      createdAt: `${report.releasedAt.slice(0, 19)}Z`,
    },
  });
  if (!rendered.ok) return fail(paperRefusal(rendered.failure));
  return ok(pdfReply(`test-report-${report.number}.pdf`, rendered.value.bytes));
};
