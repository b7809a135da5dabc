import { importAs, acceptance, receiveAnnounced, wholeApplication } from './applications.ts';
import { openPeopledDesk } from './desk.ts';
import { madePdf, madePhoto } from './made-files.ts';

/** The case of the workspace. */
export const EVIDENCE_CASE = 'C-2026-93001';
/** Words that stand on page 7 of its licence. */
export const SOUGHT = 'Certificate No. 430923-7781';

/**
 * Makes a workspace with one case of four stars: traceability falls short of five, complaints lie in
 * and outside its clean periods, the licence is a paper of two hundred pages, the plant has three photos.
 */
export async function makeEvidenceWorkspace(workspace: string): Promise<void> {
  const test = await openPeopledDesk({ workspace });
  const whole = wholeApplication({ applicationNo: 'A-2026-93001', requestedStar: 4 });
  const inspection = whole.inspection === null ? null : { ...whole.inspection, traceability: 'product' as const };
  const complaint = (
    occurredOn: string,
    status: 'upheld' | 'open' | 'dismissed',
    grade: 'important' | 'minor' | null,
  ) => ({
    kind: 'complaint' as const,
    occurredOn,
    status,
    grade,
    summary: '包装标签与实物不符（样例）',
  });
  await importAs(test, 'peng', [
    {
      ...whole,
      inspection,
      enterprise: { ...whole.enterprise, foundedOn: '2023-09-01' },
      incidents: [
        complaint('2023-08-15', 'upheld', 'important'),
        complaint('2025-02-11', 'upheld', 'minor'),
        complaint('2025-12-03', 'open', null),
      ],
    } as typeof whole,
  ]);
  await receiveAnnounced(test, EVIDENCE_CASE);
  const { documents } = await test.ask('peng', 'case.get', { caseId: EVIDENCE_CASE });
  for (const document of documents) await test.ask('peng', 'document.check', acceptance(document));
  await test.ask('shen', 'finding.confirm-reported', { caseId: EVIDENCE_CASE });
  const attach = (id: string, name: string, content: string) =>
    test.ask('peng', 'attachment.keep', { owner: { kind: 'document', id, slot: '' }, name, content });
  const [licence] = documents;
  await attach(
    licence?.id ?? '',
    '营业执照（样例）.pdf',
    await madePdf('Business licence (sample)', 200, { 7: SOUGHT }),
  );
  let hue = 90;
  for (const { id, kind, title } of documents) {
    if (kind !== 'safety-photo') continue;
    await attach(id, `${title}.jpg`, await madePhoto(hue));
    hue += 60;
  }
  await test.close();
}
