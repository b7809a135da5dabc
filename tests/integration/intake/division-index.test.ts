import { describe, expect, it } from 'vitest';
import { divisionByCode, findDivision, loadDivisions } from '#electron/backend/services/intake/division-index.ts';

describe('divisions down to the town', () => {
  it('holds over 41,000 towns of 31 provinces, loaded once', async () => {
    const divisions = await loadDivisions();
    expect(divisions.towns).toBeGreaterThan(41_000);
    expect(await loadDivisions()).toBe(divisions);
  });

  it.each([
    ['430923120', '湖南省益阳市安化县马路镇', 'town'],
    ['430923120000', '湖南省益阳市安化县马路镇', 'town'],
    ['430923120201', '湖南省益阳市安化县马路镇', 'town'],
    ['430923', '湖南省益阳市安化县', 'county'],
    ['430923000', '湖南省益阳市安化县', 'county'],
    ['430900', '湖南省益阳市', 'city'],
    ['430000', '湖南省', 'province'],
    ['110101001', '北京市东城区东华门街道', 'town'],
    ['441900119', '广东省东莞市长安镇', 'town'],
    ['441900', '广东省东莞市', 'county'],
    ['469001100', '海南省五指山市通什镇', 'town'],
  ])('%s is %s', async (code, path, level) => {
    expect(await divisionByCode(code)).toMatchObject({ ok: true, value: { path, level } });
  });

  it.each([
    ['湖南省益阳市安化县马路镇', '430923120', ''],
    ['湖南安化马路镇云台村3组', '430923120', '云台村3组'],
    ['湖南省/益阳市/安化县/马路镇', '430923120', ''],
    ['益阳安化', '430923', ''],
    ['湘西州古丈县', '433126', ''],
    ['湖南省湘西土家族苗族自治州龙山县里耶镇', '433130116', ''],
    ['宁夏中宁', '640521', ''],
    ['南县', '430921', ''],
    ['北京市东城区', '110101', ''],
    ['吉林省', '22', ''],
  ])('finds %s', async (text, code, rest) => {
    expect(await findDivision(text)).toMatchObject({ ok: true, value: { code, rest } });
  });

  it.each([
    ['430923999', 'division.unknown'],
    ['999999', 'division.unknown'],
    ['43092', 'division.shape'],
    ['43092312０', 'division.shape'],
    ['', 'division.shape'],
  ])('refuses the code "%s" with %s', async (code, fault) => {
    expect(await divisionByCode(code)).toMatchObject({ ok: false, failure: { code: fault } });
  });

  it('names the candidates where a name is not enough', async () => {
    const found = await findDivision('鼓楼区');
    expect(found).toMatchObject({ ok: false, failure: { code: 'division.ambiguous' } });
    expect(found.ok ? '' : found.failure.data?.['candidates']).toContain('江苏省南京市鼓楼区');
    expect(await findDivision('亚特兰蒂斯')).toMatchObject({ ok: false, failure: { code: 'division.unknown' } });
  });

  it('lists the towns of a county', async () => {
    const divisions = await loadDivisions();
    expect(divisions.townsOf('430923').map(({ town }) => town)).toContain('马路镇');
    expect(divisions.townsOf('999999')).toEqual([]);
  });
});
