import { createHash } from 'node:crypto';

/** Filler of the standard security handler (ISO 32000-1, 7.6.3.3, step a). */
const FILLER = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

const md5 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number): number => state[index & 255] ?? 0;
  const swap = (a: number, b: number): void => {
    const kept = at(a);
    state[a] = at(b);
    state[b] = kept;
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + at(i)) & 255;
      swap(i, j);
      return byte ^ at(at(i) + at(j));
    }),
  );
}

const times = (count: number, start: Buffer, step: (value: Buffer, index: number) => Buffer): Buffer =>
  Array.from({ length: count }, (_, index) => index).reduce(step, start);
const padded = (password: string): Buffer => Buffer.concat([Buffer.from(password, 'latin1'), FILLER]).subarray(0, 32);
const turned = (key: Buffer, index: number): Buffer => Buffer.from(key.map((byte) => byte ^ index));

/**
 * A PDF of two pages, encrypted with RC4 of 128 bits (ISO 32000-1, 7.6.3: V 2, R 3), as report programs lock their files.
 * @param userPassword asked for at opening; empty: it opens to everybody and is locked against changes only
 */
export function lockedPdf(userPassword: string): Buffer {
  const [id, permissions] = [Buffer.alloc(16, 7), -3904];
  const owner = times(51, padded('owner'), (value) => md5(value));
  const o = times(20, padded(userPassword), (value, index) => rc4(turned(owner, index), value));
  const p = Buffer.alloc(4);
  p.writeInt32LE(permissions);
  const key = times(50, md5(padded(userPassword), o, p, id), (value) => md5(value));
  const u = Buffer.concat([
    times(20, md5(FILLER, id), (value, index) => rc4(turned(key, index), value)),
    Buffer.alloc(16),
  ]);
  const stream = (number: number, text: string): string => {
    const own = md5(key, Buffer.from([number, 0, 0, 0, 0])).subarray(0, 16);
    const sealed = rc4(own, Buffer.from(text, 'latin1')).toString('latin1');
    return `<< /Length ${sealed.length} >>\nstream\n${sealed}\nendstream`;
  };
  const page = (contents: number): string =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${contents} 0 R /Resources << /Font << /F 7 0 R >> >> >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
    page(5),
    page(6),
    stream(5, 'BT /F 24 Tf 70 740 Td (Test report, page 1) Tj ET'),
    stream(6, 'BT /F 24 Tf 70 740 Td (Test report, page 2) Tj ET'),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Filter /Standard /V 2 /R 3 /Length 128 /P ${permissions} /O <${o.toString('hex')}> /U <${u.toString('hex')}> >>`,
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const hex = id.toString('hex');
  const end =
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}` +
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Encrypt 8 0 R /ID [<${hex}> <${hex}>] >>\n` +
    `startxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + end, 'latin1');
}
