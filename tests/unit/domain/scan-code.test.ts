import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN_SCANNER, readScan, stripScan } from '#shared/domain/scan-code.ts';

describe('a scanned code', () => {
  it.each([
    ['L:A-03-2', 'location', 'A-03-2'],
    ['l:冷藏间-1', 'location', '冷藏间-1'],
    ['S2601000042', 'sample', 'S2601000042'],
    ['s2601000042', 'sample', 'S2601000042'],
    ['OTOP-2026-3-01-00001-7', 'award', 'OTOP-2026-3-01-00001-7'],
    ['https://otop.example.cn/v/aB3_x-9', 'link', 'aB3_x-9'],
    ['A-2026-00001', 'case', 'A-2026-00001'],
    ['SF1388204777190', 'waybill', 'SF1388204777190'],
    ['773129004415', 'waybill', '773129004415'],
    ['https://example.cn/other', 'other', 'https://example.cn/other'],
    ['茶', 'other', '茶'],
  ])('%s is a %s', (raw, kind, code) => {
    expect(readScan(raw)).toEqual({ kind, code });
  });

  it('loses what the scanner put before and after it, the longest that fits, once', () => {
    const scanner = { ...PLAIN_SCANNER, prefixes: [']C', ']C1'], suffixes: ['#', '##'] };
    expect(readScan(']C1S2601000042##', scanner)).toEqual({ kind: 'sample', code: 'S2601000042' });
    expect(stripScan(']C1]C1X#', scanner)).toBe(']C1X');
    expect(stripScan('S2601000042', scanner)).toBe('S2601000042');
  });

  it('comes out as it went in, whatever a scanner adds', () => {
    const added = fc.stringMatching(/^[#\]~*]{1,3}$/);
    const code = fc.stringMatching(/^S\d{10}$/);
    fc.assert(
      fc.property(added, code, added, (before, text, after) => {
        const scanner = { prefixes: [before], suffixes: [after], meanMs: 45 };
        expect(readScan(`${before}${text}${after}`, scanner)).toEqual({ kind: 'sample', code: text });
      }),
    );
  });
});
