import { describe, expect, it } from 'vitest';
import { CHECK_KINDS, checkValue } from '#electron/cli/check.ts';

describe('check KIND VALUE', () => {
  it.each([
    ['uscc', '91440300708461136t', '91440300708461136T', '统一社会信用代码正确，规范写法为 91440300708461136T'],
    ['org-code', '70846113-6', '708461136', '组织机构代码正确，规范写法为 708461136'],
    ['ean13', '6901234567892', '6901234567892', '商品条码（EAN-13）正确'],
    ['food-licence', 'SC11443092390017', 'SC11443092390017', '食品生产许可证编号正确'],
    ['mobile', '+86 19900000001', '19900000001', '手机号正确，规范写法为 19900000001'],
    ['waybill', 'SF1900000000001', 'SF1900000000001', '运单号 SF1900000000001，应为顺丰'],
    ['division', '430923120', '430923120', '430923120 湖南省益阳市安化县马路镇'],
    ['division', '湖南省益阳市安化县马路镇', '430923120', '430923120 湖南省益阳市安化县马路镇'],
  ])('%s %s holds', async (kind, given, value, zh) => {
    const { exit, result } = await checkValue(kind, given);
    expect(exit).toBe(0);
    expect(result).toMatchObject({ kind, ok: true, given, value, tidied: value !== given, warnings: [] });
    expect(result.message.zh).toBe(zh);
    expect(result.message.en).not.toBe('');
  });

  it.each([
    ['uscc', '91440300708461136K', 'code.check'],
    ['org-code', '708461137', 'code.check'],
    ['ean13', '96385074', 'code.length'],
    ['food-licence', 'QS430923010001', 'code.shape'],
    ['mobile', '12345678901', 'code.shape'],
    ['division', '430923999', 'division.unknown'],
    ['division', '12345', 'division.shape'],
    ['division', '鼓楼区', 'division.ambiguous'],
    ['division', '', 'division.unknown'],
  ])('%s %s is refused with %s', async (kind, given, code) => {
    const { exit, result } = await checkValue(kind, given);
    expect({ exit, ok: result.ok, value: result.value, code: result.details['code'] }).toEqual({
      exit: 2,
      ok: false,
      value: null,
      code,
    });
    expect(result.message.zh).not.toBe('');
  });

  it('tells what a unified code says, and warns of what is odd inside', async () => {
    const plain = await checkValue('uscc', '91440300708461136T');
    expect(plain.result.details).toMatchObject({ division: '广东省深圳市', orgCode: '708461136', orgCodeHolds: true });
    const odd = await checkValue('uscc', '91500000202850032W');
    expect(odd.exit).toBe(0);
    expect(odd.result.warnings.map(({ zh }) => zh)).toEqual(['其中的组织机构代码校验码不对']);
  });

  it('warns of a waybill, never refuses it', async () => {
    const { exit, result } = await checkValue('waybill', '???');
    expect(exit).toBe(0);
    expect(result.warnings).toHaveLength(3);
  });

  it('an unknown kind is refused with the kinds', async () => {
    const { exit, result } = await checkValue('passport', '1');
    expect(exit).toBe(2);
    for (const kind of CHECK_KINDS) expect(result.message.en).toContain(kind);
  });

  it('a value of any length is taken calmly', async () => {
    for (const kind of CHECK_KINDS)
      expect((await checkValue(kind, '9'.repeat(100_000))).result.given).toHaveLength(200);
  });
});
