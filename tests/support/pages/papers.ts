import { expect } from '@playwright/test';
import { decodeCodes, holdsText, readPlainText, renderPages } from '#tests/support/pdf-reading.ts';

const DPI = 300;

/** Checks that a PDF says some words on its first page, and gives the QR codes of that page. */
export async function readPaper(bytes: Uint8Array, words: readonly string[]): Promise<readonly string[]> {
  const [text] = await readPlainText(bytes);
  for (const word of words) expect(holdsText(text, word), `${word} in ${text}`).toBe(true);
  const [page] = await renderPages(bytes, DPI, [0]);
  if (page === undefined) throw new Error('the paper has no page');
  return (await decodeCodes(page, ['QRCode'])).map((code) => code.text);
}
