// oxlint-disable-next-line typescript/triple-slash-reference -- every program that reads this file needs the types
/// <reference path="./pdf-worker.d.ts" />

/**
 * Counts the pages of an encrypted PDF, as the evidence viewer will open it: without a password.
 *
 * `locked` when it asks for one; nought when it does not open. pdf-lib cannot decrypt, so pdf.js does, loaded with
 * the first such file only. Its worker's half is put where it looks for it, so that it starts no worker of its own.
 */
export async function countEncryptedPages(bytes: Uint8Array): Promise<number | 'locked'> {
  const [{ getDocument, PasswordException }, pdfjsWorker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  Object.assign(globalThis, { pdfjsWorker });
  const opening = getDocument({
    data: Uint8Array.from(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    return (await opening.promise).numPages;
  } catch (error) {
    if (error instanceof PasswordException) return 'locked';
    if (error instanceof Error && !(error instanceof ReferenceError)) return 0;
    throw error;
  } finally {
    await opening.destroy();
  }
}
