import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { openPeopledDesk, type TestDesk } from '#tests/support/desk.ts';
import { holdsText, readPlainText, readTexts, renderPages, type PageImage } from '#tests/support/pdf-reading.ts';
import { beginVisit, caseToVisit, closeIt, drawn, fillVisit, signAll } from '#tests/support/visits.ts';

let test: TestDesk;
beforeAll(async () => {
  test = await openPeopledDesk();
});
afterAll(() => test.close());

const POINTS_A_MM = 72 / 25.4;
const LONG =
  '车间入口的更衣室没有洗手液，消毒池干涸；当班负责人说上周用完后未补。墙上的消毒记录却每天都有签字，字迹相同，与培训记录里的签名不一致。'.repeat(
    6,
  );

const bytesOf = async (visitId: string): Promise<Uint8Array> => {
  const file = await test.ask('lu', 'visit.report', { visitId });
  expect(file).toMatchObject({ mediaType: 'application/pdf' });
  return new Uint8Array(Buffer.from(file.content, 'base64'));
};

/** A photo of its own, so that no two have a hash in common. */
const photo = async (at: number, width = 640, height = 480): Promise<string> => {
  const background = { r: 60 + ((at * 37) % 160), g: 90 + ((at * 53) % 120), b: 70 + ((at * 29) % 150) };
  const bytes = await sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return bytes.toString('base64');
};

/** Pixels darker than mid grey in a part of a page given in millimetres. */
function inkIn(page: PageImage, x: number, y: number, width: number, height: number): number {
  const scale = page.width / 210;
  let ink = 0;
  for (let row = Math.round(y * scale); row < (y + height) * scale; row++)
    for (let column = Math.round(x * scale); column < (x + width) * scale; column++)
      if ((page.grey[row * page.width + column] ?? 255) < 128) ink += 1;
  return ink;
}

describe('the report of a visit', () => {
  it('says what was found, agreed and signed, with photos beside their lines', async () => {
    const caseId = await caseToVisit(test, 5);
    const visitId = (await beginVisit(test, caseId)).id;
    await fillVisit(test, visitId);
    await test.ask('lu', 'visit.answer', {
      visitId,
      line: 'environment.hygiene',
      answer: 'no',
      note: LONG,
      severity: 'major',
    });
    await test.ask('lu', 'visit.corrective-add', {
      visitId,
      line: 'environment.hygiene',
      what: '补齐洗手设施，\n重做消毒记录',
      dueOn: '2026-12-20',
    });
    const owner = { kind: 'visit' as const, id: visitId, slot: 'environment.hygiene' };
    for (const at of [1, 2, 3, 4])
      await test.ask('lu', 'attachment.keep', {
        owner,
        name: `更衣室 ${at}.jpg`,
        content: await (at === 2 ? photo(at, 480, 640) : photo(at)),
      });
    await test.ask('lu', 'attachment.keep', {
      owner: { ...owner, slot: '' },
      name: '大门.jpg',
      content: await photo(9),
    });
    const draft = await readPlainText(await bytesOf(visitId));
    expect(holdsText(draft[0], '草稿：核验尚未办结 Draft: the visit is not closed')).toBe(true);
    await signAll(test, visitId);
    const closed = await closeIt(test, visitId);
    const bytes = await bytesOf(visitId);
    const texts = await readPlainText(bytes);
    const whole = texts.join('\u0001');
    for (const text of [
      '现场核验报告',
      'On-site inspection report',
      '安化云台山茶业合作社（样例）',
      '91430923MA4L16K883',
      '沈检验（样例）（组长）、鲁评审（样例）',
      '生产流通环节可追溯',
      'Effectively tested',
      '模拟召回一批，四十分钟内查清去向',
      '较重 Major',
      '补齐洗手设施，',
      '期限 Due 2026-12-20',
      '更衣室 3.jpg',
      '大门.jpg',
      '企业代表 · 厂长',
      `第 1 页 / 共 ${texts.length} 页 Page 1 of ${texts.length}`,
    ])
      expect([text, holdsText(whole, text)]).toEqual([text, true]);
    expect(whole.replaceAll('\u0001', '')).toContain(closed.signatures[0]?.factsHash);
    expect(holdsText(texts[0], '草稿')).toBe(false);
    expect(whole.replaceAll('\u0001', '')).toContain(LONG.slice(-40));
    const pages = await renderPages(bytes, 90);
    const [enterprise] = (await readTexts(bytes)).flatMap((items, page) =>
      items.filter(({ text }) => text.includes('企业代表')).map(({ x, y }) => ({ page, x, y })),
    );
    if (enterprise === undefined) throw new Error('the enterprise signed');
    const xMm = enterprise.x / POINTS_A_MM;
    const yMm = 297 - enterprise.y / POINTS_A_MM;
    const signedOn = pages[enterprise.page];
    expect(signedOn === undefined ? 0 : inkIn(signedOn, xMm, yMm - 27, 52, 20)).toBeGreaterThan(150);
    const blankBytes = await bytesOf((await beginVisit(test, await caseToVisit(test, 5))).id);
    expect(holdsText((await readPlainText(blankBytes)).join('\u0001'), '尚无签名 Nobody has signed yet')).toBe(true);
  });

  it('prints no photo that was struck out, and says when a signature no longer covers the record', async () => {
    const caseId = await caseToVisit(test, 3);
    const visitId = (await beginVisit(test, caseId)).id;
    const owner = { kind: 'visit' as const, id: visitId, slot: 'labels.mark' };
    const kept = await test.ask('lu', 'attachment.keep', { owner, name: '拍糊的.jpg', content: await photo(20) });
    await test.ask('shen', 'visit.sign', { visitId, password: DEMO_PASSWORD, strokes: drawn() });
    await test.ask('lu', 'attachment.strike', { attachmentId: kept.id, reason: '拍糊了' });
    const whole = (await readPlainText(await bytesOf(visitId))).join('\u0001');
    expect(holdsText(whole, '拍糊的.jpg')).toBe(false);
    expect(holdsText(whole, '签名后记录有改动')).toBe(true);
  });
});
