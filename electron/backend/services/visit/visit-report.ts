import { fail, ok } from '#shared/base/result.ts';
import { linesOf } from '#shared/domain/visit/checklist.ts';
import { paperRefusal, pdfReply } from '#electron/backend/services/print-papers.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Service } from '#electron/backend/services/room.ts';
import { loadVisit } from './load-visit.ts';
import { ANSWER_WORDS } from './visit-words.ts';

/** The visit on paper. */
export const printVisitReport: Service<'visit.report'> = async (room, { visitId }) => {
  const visit = loadVisit(room, visitId);
  if (visit === undefined) return refuse('visit.unknown', {}, 'visitId');
  const name = `visit-${visit.record.on}.pdf`;
  const createdAt = `${room.now().toISOString().slice(0, 19)}Z`;
  const answers = new Map(visit.signed.answers.map((given) => [given.line, ANSWER_WORDS[given.answer].zh]));
  const rendered = await room.documents.render({
    kind: 'list',
    info: { title: name, author: '', createdAt },
    list: {
      title: `现场核验 ${visit.record.on}`,
      detail: visit.factsHash,
      columns: [
        { title: '项目', widthMm: 140 },
        { title: '回答', widthMm: 40 },
      ],
      rows: linesOf(visit.checklist).map(({ id, zh }) => [zh, answers.get(id) ?? '']),
    },
  });
  return rendered.ok ? ok(pdfReply(name, rendered.value.bytes)) : fail(paperRefusal(rendered.failure));
};
