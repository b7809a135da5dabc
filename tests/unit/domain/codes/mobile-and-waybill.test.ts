import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_NAMES, explainCode, explainWaybillWarning } from '#shared/domain/codes/code-sentences.ts';
import { checkMobile } from '#shared/domain/codes/mobile.ts';
import { readWaybill } from '#shared/domain/codes/waybill.ts';

describe('mobile number', () => {
  it.each(['19900000001', '+86 199-0000-0001', '0086 19900000001', '86 19900000001', '１９９ ０００００００１'])(
    'reads %s',
    (typed) => {
      expect(checkMobile(typed)).toEqual({
        ok: true,
        value: { number: '19900000001', tidied: typed !== '19900000001' },
      });
    },
  );

  it.each([
    ['', 'code.empty'],
    ['1990000000', 'code.length'],
    ['12900000001', 'code.shape'],
    ['29900000001', 'code.shape'],
    ['1990000000a', 'code.character'],
  ])('refuses "%s" with %s', (wrong, fault) => {
    const read = checkMobile(wrong);
    expect(read).toMatchObject({ ok: false, failure: { code: fault } });
    if (!read.ok) expect(explainCode('mobile', read.failure).zh).toContain(CODE_NAMES.mobile.zh);
  });
});

describe('waybill', () => {
  it.each([
    ['SF1900000000001', 'SF'],
    ['sf 1900 0000 00001', 'SF'],
    ['YT1900000000001', 'YTO'],
    ['75900000000001', 'ZTO'],
    ['771900000000001', 'STO'],
    ['4690000000001', 'YUNDA'],
    ['JDV1900000000001', 'JD'],
    ['1190000000001', 'EMS'],
    ['JT1900000000001', 'JT'],
    ['DPK190000000001', 'DEPPON'],
  ])('tells the carrier of %s: %s', (number, carrier) => {
    expect(readWaybill(number)).toMatchObject({ carrier, warnings: [] });
  });

  it('checks an international postal number by its own check digit', () => {
    expect(readWaybill('EE876543216CN').warnings).toEqual([]);
    expect(readWaybill('EE876543217CN').warnings).toEqual(['waybill.check-digit']);
  });

  it('never refuses: whatever is typed comes back with warnings a person can read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const read = readWaybill(typed);
        expect(read.number).toBe(read.number.toUpperCase());
        for (const warning of read.warnings) expect(explainWaybillWarning(warning).zh).not.toBe('');
      }),
    );
    expect(readWaybill('').warnings).toEqual(['waybill.empty']);
    expect(readWaybill('X?').warnings).toEqual([
      'waybill.odd-character',
      'waybill.odd-length',
      'waybill.unknown-carrier',
    ]);
  });
});
