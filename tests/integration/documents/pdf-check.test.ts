import { describe, expect, it } from 'vitest';
import { checkPdf } from '#electron/backend/documents/pdf-check.ts';
import { lockedPdf } from '#tests/support/locked-pdf.ts';
import { madePdf } from '#tests/support/made-files.ts';

describe('a PDF handed in', () => {
  it('has its pages counted', async () => {
    expect(await checkPdf(Buffer.from(await madePdf('A report', 3), 'base64'))).toEqual({
      ok: true,
      value: { pages: 3 },
    });
  });

  it('that asks for a password is named as such', async () => {
    expect(await checkPdf(lockedPdf('secret'))).toEqual({ ok: false, failure: { code: 'attachment.encrypted' } });
  });

  it('that is locked against changes only, and opens to everybody, is taken', async () => {
    expect(await checkPdf(lockedPdf(''))).toEqual({ ok: true, value: { pages: 2 } });
  });

  it.each([
    ['half of it', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['a lock of nothing', () => Buffer.from('%PDF-1.4\n/Encrypt 8 0 R\n%%EOF')],
    ['a heading alone', () => Buffer.from('%PDF-1.7')],
    ['a page of the web', () => Buffer.from('<html>%PDF-1.7</html>')],
  ])('%s is no PDF that opens', async (_what, spoil) => {
    expect(await checkPdf(spoil(Buffer.from(await madePdf('A report', 3), 'base64')))).toEqual({
      ok: false,
      failure: { code: 'attachment.not-pdf' },
    });
  });
});
