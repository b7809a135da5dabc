import type { AttachmentOwner, AttachmentView } from '#shared/contract/evidence.ts';
import { readContent, type ReadableFile } from './readable-file.ts';
import { showRefusal } from './refusal.ts';
import { useCommand } from './use-command.ts';
import { useWorkstation } from './workstation.tsx';

/** Keeps a chosen file with its owner; answers why it was not kept, or null. */
export function useAttach(
  onKept: (kept: AttachmentView) => void,
): (owner: Pick<AttachmentOwner, 'kind' | 'id'>, file: ReadableFile) => Promise<string | null> {
  const { language } = useWorkstation();
  const { run } = useCommand('attachment.keep');
  return async (owner, file) => {
    const { content, problem } = await readContent(file, language);
    if (content === null) return problem;
    const { name } = file;
    const reply = await run({ owner: { ...owner, slot: '' }, name, content });
    if (!reply.ok) return showRefusal(reply.failure, language).text;
    onKept(reply.value);
    return null;
  };
}

/** Scans of a paper among the files of its case. */
export const scansOf = (files: readonly AttachmentView[], documentId: string): readonly AttachmentView[] =>
  files.filter(({ owner }) => owner.kind === 'document' && owner.id === documentId);
