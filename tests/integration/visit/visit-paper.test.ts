import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { warningText } from '#renderer/desks/inspection/visit/visit-words.ts';
import { en } from '#renderer/ui/text/en.ts';
import { fillText, type TextValues } from '#renderer/ui/text/fill-text.ts';
import { zh } from '#renderer/ui/text/zh.ts';
import { openPeopledDesk, type TestDesk } from '#tests/support/desk.ts';
import { holdsText, readPlainText } from '#tests/support/pdf-reading.ts';
import { beginVisit, caseToVisit, closeIt, fillVisit, signAll } from '#tests/support/visits.ts';

let test: TestDesk;
beforeAll(async () => {
  test = await openPeopledDesk();
});
afterAll(() => test.close());

/** What the screen says in a language; the paper must say the same. */
const screen =
  (texts: { readonly visits: object }) =>
  (path: string, values?: TextValues): string =>
    fillText((texts.visits as Readonly<Record<string, string>>)[path.replace('visits.', '')] ?? '?', values);
const LANGUAGES = [screen(zh), screen(en)] as const;

const paperOf = async (visitId: string): Promise<(words: string) => boolean> => {
  const { content } = await test.ask('lu', 'visit.report', { visitId });
  const whole = (await readPlainText(new Uint8Array(Buffer.from(content, 'base64')))).join('\u0001');
  return (words) => holdsText(whole, words);
};

/** A picture as a camera of a day and a latitude (degrees, minutes) writes it. */
const shot = async (day: string, latitude: string | null): Promise<string> => {
  const place = { GPSLatitudeRef: 'N', GPSLongitudeRef: 'E', GPSLongitude: '111/1 12/1 0/1' };
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#789' } })
    .withExif({
      IFD2: { DateTimeOriginal: `${day} 10:05:00` },
      ...(latitude !== null && { IFD3: { ...place, GPSLatitude: latitude } }),
    })
    .jpeg()
    .toBuffer();
  return bytes.toString('base64');
};

describe('a visit’s paper', () => {
  it('says what the team recorded, and what it counts as while corrective actions are open', async () => {
    const visitId = (await beginVisit(test, await caseToVisit(test, 5))).id;
    await fillVisit(test, visitId);
    const line = 'environment.hygiene';
    const answer = { line, answer: 'no', note: '没有洗手液', severity: 'critical' } as const;
    await test.ask('lu', 'visit.answer', { visitId, ...answer });
    await test.ask('lu', 'visit.corrective-add', { visitId, line, what: '补齐', dueOn: '2026-12-20' });
    await signAll(test, visitId);
    const { corrective, lines } = await closeIt(test, visitId);
    expect(lines).toMatchObject({ outcome: 'passed', comesTo: 'failed' });
    const open = await paperOf(visitId);
    expect(open('合格；因未完成的整改，目前按“不合格”计')).toBe(true);
    expect(open('passed. With corrective actions open it counts as “failed” for now')).toBe(true);
    expect(open('未完成 open')).toBe(true);
    const correctiveId = corrective[0]?.id ?? '';
    await test.ask('lu', 'visit.corrective-close', { visitId, correctiveId, evidence: '照片' });
    const done = await paperOf(visitId);
    expect(done('合格 passed')).toBe(true);
    expect(done('目前按')).toBe(false);
    expect(done('已完成 done')).toBe(true);
  });

  it('says where a photo was taken and what does not fit, in the words of the screen', async () => {
    const visitId = (await beginVisit(test, await caseToVisit(test, 3))).id;
    await test.ask('shen', 'visit.place', { visitId, latitude: 28.38, longitude: 111.2 });
    const owner = { kind: 'visit' as const, id: visitId, slot: 'labels.mark' };
    for (const [name, content] of [
      ['合适.jpg', await shot('2026:11:21', '28/1 22/1 48/1')],
      ['将来而且远.jpg', await shot('2030:11:21', '29/1 52/1 48/1')],
      ['昨天.jpg', await shot('2026:11:20', null)],
    ] as const)
      await test.ask('lu', 'attachment.keep', { owner, name, content });
    const view = await test.ask('lu', 'visit.get', { visitId });
    const photos = view.groups.flatMap(({ lines }) => lines).flatMap((line) => line.photos);
    expect(photos.map(({ warnings }) => warnings.map(({ kind }) => kind))).toEqual([
      [],
      ['future', 'far'],
      ['other-day'],
    ]);
    const says = await paperOf(visitId);
    for (const warning of photos.flatMap(({ warnings }) => warnings))
      for (const text of LANGUAGES) {
        const words = warningText(warning, text);
        expect([words, says(words)]).toEqual([words, true]);
      }
    expect(says('不在湖南省内')).toBe(false);
    expect(says('位置 Position 28.38000, 111.20000')).toBe(true);
    expect(says('位置 Position 29.88000, 111.20000')).toBe(true);
    for (const text of LANGUAGES) {
      const words = text('visits.state-under-way');
      expect([words, says(words)]).toEqual([words, true]);
    }
  });

  it('says that photos and place lie outside the enterprise’s province, though they agree with each other', async () => {
    const visitId = (await beginVisit(test, await caseToVisit(test, 3))).id;
    const owner = { kind: 'visit' as const, id: visitId, slot: 'labels.mark' };
    for (const minutes of ['10', '11', '12']) {
      const content = await shot('2026:11:21', `39/1 ${minutes}/1 0/1`);
      await test.ask('lu', 'attachment.keep', { owner, name: `${minutes}.jpg`, content });
    }
    const nowhere = { visitId, latitude: 0, longitude: 0 };
    expect(await test.refused('shen', 'visit.place', nowhere)).toMatchObject({ code: 'visit.place-nowhere' });
    const view = await test.ask('shen', 'visit.place', { visitId, latitude: 39.183, longitude: 111.2 });
    const outside = { kind: 'outside', provinceZh: '湖南省', provinceEn: 'Hunan' } as const;
    expect(view.place?.warnings).toEqual([outside]);
    const photos = view.groups.flatMap(({ lines }) => lines).flatMap((line) => line.photos);
    expect(photos.map(({ warnings }) => warnings)).toEqual([[outside], [outside], [outside]]);
    const says = await paperOf(visitId);
    for (const text of LANGUAGES)
      for (const words of [warningText(outside, text), text('visits.placeOutside', { ...outside })])
        expect([words, says(words)]).toEqual([words, true]);
  });
});
