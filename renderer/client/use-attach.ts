import type { AttachmentOwner, AttachmentView } from '#shared/contract/evidence.ts';
import { readContent, type ReadableFile } from './readable-file.ts';
import { showRefusal } from './refusal.ts';
import { useCommand } from './use-command.ts';
import { useWorkstation } from './workstation.tsx';

/** What became of a chosen file: it was kept, or a sentence says why not. */
export type Attached =
  | { readonly kept: AttachmentView; readonly problem: null }
  | { readonly kept: null; readonly problem: string };

/** Keeps a chosen file with its owner. */
export function useAttach(): (owner: Pick<AttachmentOwner, 'kind' | 'id'>, file: ReadableFile) => Promise<Attached> {
  const { language } = useWorkstation();
  const { run } = useCommand('attachment.keep');
  return async (owner, file) => {
    const { content, problem } = await readContent(file, language);
    if (content === null) return { kept: null, problem };
    const { name } = file;
    const reply = await run({ owner: { ...owner, slot: '' }, name, content });
    return reply.ok
      ? { kept: reply.value, problem: null }
      : { kept: null, problem: showRefusal(reply.failure, language).text };
  };
}

/** Scans of a paper among the files of its case. */
export const scansOf = (files: readonly AttachmentView[], documentId: string): readonly AttachmentView[] =>
  files.filter(({ owner }) => owner.kind === 'document' && owner.id === documentId);
