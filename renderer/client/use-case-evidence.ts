import type { AttachmentView, EvidenceSheet, EvidenceSource } from '#shared/contract/evidence.ts';
import type { NoteView } from '#shared/contract/notes.ts';
import { useAttachmentFile } from './attachment-file.ts';
import { showRefusal } from './refusal.ts';
import { useCommand } from './use-command.ts';
import { usePaper, type PaperOf } from './use-paper.ts';
import { useQuery } from './use-query.ts';
import { useRight } from './use-session.ts';
import { useWorkstation } from './workstation.tsx';

/** A case's attached files, the notes on them, and the sheet that is open, if one is. */
export interface CaseEvidence {
  readonly files: readonly AttachmentView[];
  readonly notes: readonly NoteView[];
  readonly load: (id: string) => Promise<Uint8Array<ArrayBuffer>>;
  readonly onPin:
    | ((
        place: { readonly fileId: string; readonly page: number },
        point: { readonly x: number; readonly y: number },
        words: string,
      ) => Promise<string | null>)
    | undefined;
  readonly onStrike: (id: string) => void;
  readonly sheet: EvidenceSheet | undefined;
  /** The open record as a paper; undefined where it is none of this desk. */
  readonly paper: PaperOf | undefined;
  readonly problem: string | null;
}

/** Reads what a case's reader shows: `source` is the record whose sheet is open, or null. */
export function useCaseEvidence(caseId: string, source: EvidenceSource | null): CaseEvidence {
  const { language } = useWorkstation();
  const all = useQuery('attachment.list', { caseId }).data ?? [];
  const notes = useQuery('note.list', { caseId }).data ?? [];
  const sheet = useQuery('evidence.open', { caseId, source: source ?? { kind: 'hand' } }, { enabled: source !== null });
  const paper = usePaper('lab.report-paper', { reportId: source !== null && 'id' in source ? source.id : '' });
  const load = useAttachmentFile();
  const pin = useCommand('note.pin');
  const strike = useCommand('note.strike');
  const mayPin = useRight('notes.pin');
  return {
    files: all.filter(({ struck }) => struck === null),
    notes,
    load,
    onPin: mayPin
      ? async ({ fileId, page }, { x, y }, words) => {
          const reply = await pin.run({ attachmentId: fileId, page, x, y, text: words });
          return reply.ok ? null : showRefusal(reply.failure, language).text;
        }
      : undefined,
    onStrike: (noteId) => void strike.run({ noteId }),
    sheet: source === null ? undefined : sheet.data,
    paper: source !== null && sheet.data?.paper === true ? paper : undefined,
    problem: source === null ? null : (sheet.failure?.text ?? null),
  };
}
