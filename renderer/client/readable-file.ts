import { ATTACHMENT_MAX_BYTES } from '#shared/contract/evidence.ts';
import { showRefusal, type RefusalLanguage } from './refusal.ts';

/** A file a person chose, not read yet. */
export interface ReadableFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Its content in base64; null when it is gone, is a folder, or may not be read. */
  read(): Promise<string | null>;
}

/** What was read, or why nothing was, as a sentence. */
export type ReadContent =
  | { readonly content: string; readonly problem: null }
  | { readonly content: null; readonly problem: string };

/** Reads a file to send; one that is empty or larger than the door takes is refused before it is read. */
export async function readContent(file: ReadableFile, language: RefusalLanguage): Promise<ReadContent> {
  const { name, size } = file;
  const refused = (code: string, data: Readonly<Record<string, string | number>> = {}): ReadContent => ({
    content: null,
    problem: showRefusal({ code, data: { name, ...data } }, language).text,
  });
  if (size === 0) return refused('attachment.empty');
  if (size > ATTACHMENT_MAX_BYTES) {
    const mb = Math.ceil(size / 1_000_000);
    return refused('attachment.too-large', { mb, limitMb: ATTACHMENT_MAX_BYTES / 1_000_000 });
  }
  const content = await file.read();
  return content === null ? refused('file.unreadable') : { content, problem: null };
}
