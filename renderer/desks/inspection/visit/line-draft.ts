import type { VisitLineView } from '#shared/contract/visits.ts';
import { isFinding, SEVERITIES, type LineAnswer, type Severity } from '#shared/domain/visit/checklist.ts';

/** What a person has chosen and typed at a line and not yet sent. */
export interface LineDraft {
  readonly answer: LineAnswer | null;
  readonly severity: Severity | null;
  readonly note: string;
}

/** Keys that answer a line. */
export const ANSWER_KEYS = { yes: 'Y', no: 'N', partly: 'P', 'not-applicable': 'A' } as const satisfies Readonly<
  Record<LineAnswer, string>
>;

/** A line's draft before anything is typed: what was last answered. */
export const draftOfLine = ({ current }: Pick<VisitLineView, 'current'>): LineDraft => ({
  answer: current?.answer ?? null,
  severity: current?.severity ?? null,
  note: current?.note ?? '',
});

/** What has to be chosen or typed before an answer may be sent. */
export type LineGap = 'answer' | 'severity' | 'note';

/** The first thing that is still to be filled in; null when the answer can be sent. */
export function lineGap({ answer, severity, note }: LineDraft): LineGap | null {
  if (answer === null) return 'answer';
  if (isFinding({ answer }) && severity === null) return 'severity';
  return answer !== 'yes' && note.trim() === '' ? 'note' : null;
}

/** The draft with an answer chosen; a line that is as it should be has no severity. */
export const answered = (draft: LineDraft, answer: LineAnswer): LineDraft => ({
  ...draft,
  answer,
  severity: isFinding({ answer }) ? draft.severity : null,
});

/** The next graver severity, round and round. */
export function graver(severity: Severity | null): Severity {
  const at = severity === null ? -1 : SEVERITIES.indexOf(severity);
  return SEVERITIES[(at + 1) % SEVERITIES.length] ?? 'minor';
}

/** Whether the draft says something else than the line's answer does. */
export function isChanged(draft: LineDraft, line: Pick<VisitLineView, 'current'>): boolean {
  const kept = draftOfLine(line);
  return draft.answer !== kept.answer || draft.severity !== kept.severity || draft.note.trim() !== kept.note;
}

/** The answer to send; call it only without a {@link lineGap}. */
export const answerOf = ({ answer, severity, note }: LineDraft) => ({
  answer: answer ?? ('yes' as const),
  severity,
  note: note.trim() === '' ? null : note.trim(),
});
