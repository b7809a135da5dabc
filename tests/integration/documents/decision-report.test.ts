import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '#shared/contract/cases.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { importAs, prepareForDecision, wholeApplication } from '#tests/support/applications.ts';
import { openPeopledDesk, type TestDesk } from '#tests/support/desk.ts';
import { standardContent } from '#tests/support/dossiers.ts';
import { holdsText, readPlainText, renderPages, type PageImage } from '#tests/support/pdf-reading.ts';

const DPI = 100;
const px = (mm: number): number => Math.round((mm * DPI) / 25.4);

/** How much of a box of a page is nearly the given colour, from 0 to 1. */
function share(page: PageImage, box: readonly [number, number, number, number], rgb: readonly number[]): number {
  const [left, top, right, bottom] = box.map(px) as [number, number, number, number];
  let [hits, all] = [0, 0];
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const at = (y * page.width + x) * 4;
      all += 1;
      if (rgb.every((value, channel) => Math.abs((page.rgba[at + channel] ?? 0) - value) < 12)) hits += 1;
    }
  return hits / all;
}

/** Texts as one, without the gaps that setting puts in. */
const squeezed = (texts: readonly string[]): string => texts.join('').replace(/[\u0001\s]/g, '');

describe('the decision on paper', () => {
  const caseId = 'C-2026-90001';
  let test: TestDesk;
  let view: CaseView;
  let pdf: Buffer;
  let texts: readonly string[];
  const report = async (): Promise<Buffer> => {
    const decisionId = view.standing?.id ?? '';
    const file = await test.ask('lu', 'decision.report', { decisionId });
    expect(file).toMatchObject({ name: `decision-${caseId}-1.pdf`, mediaType: 'application/pdf' });
    return Buffer.from(file.content, 'base64');
  };
  beforeAll(async () => {
    test = await openPeopledDesk();
    const { inspection } = wholeApplication();
    if (inspection === null) throw new Error('the sample application was inspected');
    await importAs(test, 'peng', [
      wholeApplication({ requestedStar: 4, inspection: { ...inspection, riskControl: 'viewed-on-site' } }),
    ]);
    await prepareForDecision(test, caseId);
    const { version } = await test.ask('tang', 'case.get', { caseId });
    await test.ask('tang', 'case.decide', {
      caseId,
      baseVersion: version,
      password: DEMO_PASSWORD,
      note: '风控制度仅现场查看。',
    });
    view = await test.ask('tang', 'case.get', { caseId });
    pdf = await report();
    texts = await readPlainText(new Uint8Array(pdf));
  });
  afterAll(() => test.close());
  const says = (words: string): boolean => texts.some((text) => holdsText(text, words));

  it('says what was decided, by whom, on which facts, in both languages', () => {
    expect(view.standing).toMatchObject({ outcome: 'propose', star: 3 });
    for (const words of [
      '提议三星（申报四星），经申请人同意后授予',
      '3★ proposed (asked for: 4★), granted once the applicant consents',
      '风控制度仅现场查看。',
      view.standing?.by ?? '-',
      view.standing?.consentUntil ?? '-',
      view.standing?.appealUntil ?? '-',
      'TB/OTOP 2019-r1',
      view.verdict.standard.sha256,
    ])
      expect(says(words), words).toBe(true);
    const { dossier } = test.desk.room.store.get<{ dossier: string }>('SELECT dossier FROM decision');
    expect(says(createHash('sha256').update(dossier).digest('hex'))).toBe(true);
    for (const { by } of view.opinions) expect(says(by), by).toBe(true);
  });

  it('gives the sentence of every criterion', () => {
    const all = texts.join('\n').replace(/[\u0001\s]/g, '');
    for (const { id, reason } of view.verdict.criteria)
      for (const sentence of [reason.zh, reason.en]) expect(all, id).toContain(sentence.replace(/\s/g, ''));
  });

  it('says how the standard is read, each reading it rests on as a sentence in both languages', async () => {
    const all = squeezed(texts);
    const { readings } = await test.ask('lu', 'standard.get', {});
    expect(view.verdict.readings.length).toBeGreaterThan(5);
    for (const { en, id, zh } of readings) {
      expect(zh, id).toMatch(/\p{Script=Han}/u);
      for (const sentence of [zh ?? '', en])
        expect(all.includes(squeezed([sentence])), id).toBe(view.verdict.readings.includes(id));
    }
    expect(says('标准的读法')).toBe(true);
  });

  it('draws the ladder: what is met in gold, the requested star outlined, marks told apart by shape', async () => {
    const [first] = await renderPages(new Uint8Array(pdf), DPI);
    if (first === undefined) throw new Error('the report has a page');
    const gold = [251, 242, 221];
    const column = (star: number): readonly [number, number, number, number] => {
      const left = 18 + 74 + (star - 1) * 20;
      return [left + 2, 132, left + 18, 180];
    };
    for (const star of [1, 2, 3]) expect(share(first, column(star), gold), `${star} stars`).toBeGreaterThan(0.6);
    for (const star of [4, 5]) expect(share(first, column(star), gold), `${star} stars`).toBe(0);
    const ink = [31, 42, 55];
    const edge = (x: number): number => share(first, [x - 0.4, 132, x + 0.4, 180], ink);
    expect(edge(18 + 74 + 60)).toBeGreaterThan(0.25);
    expect(edge(18 + 74 + 20)).toBeLessThan(0.05);
    expect(pdf.includes('/Subtype /Image')).toBe(false);
  });

  it('is the same to the byte whenever it is made, whatever the enterprise is called by then', async () => {
    expect((await report()).equals(pdf)).toBe(true);
    const later = wholeApplication({ applicationNo: 'A-2026-90002', parcels: [] });
    const enterprise = { ...later.enterprise, name: '安化云台山茶业有限公司（样例）' };
    await importAs(test, 'peng', [{ ...later, enterprise }]);
    expect((await test.ask('tang', 'case.get', { caseId })).enterprise.name).toBe(enterprise.name);
    expect((await report()).equals(pdf)).toBe(true);
  });

  it('reads a version by its own sentences, and by the shipped Chinese only what it left as it was', async () => {
    const content = standardContent() as {
      criteria_set: { version: string };
      ambiguities: { id: string; recommended: string; recommended_zh?: string }[];
    };
    content.criteria_set.version = '2027-r1';
    const sentences = { A05: { recommended: 'One licence is enough.', recommended_zh: '一份营业执照即可。' } };
    for (const one of content.ambiguities) {
      if (one.id === 'A05') Object.assign(one, sentences.A05);
      if (one.id === 'A08') one.recommended = 'Back from the review date only.';
    }
    const taken = await test.ask('admin', 'standard.import', {
      fileName: '2027-r1.json',
      content: Buffer.from(JSON.stringify(content)).toString('base64'),
    });
    if (!taken.ok) throw new Error(JSON.stringify(taken.problems));
    const { sha256 } = taken.version;
    await test.ask('admin', 'standard.adopt', { sha256, effectiveFrom: '2026-11-21', password: DEMO_PASSWORD });
    const [parcel] = wholeApplication().parcels;
    const parcels = parcel ? [{ ...parcel, waybill: 'SF1388204777199' }] : [];
    await importAs(test, 'peng', [wholeApplication({ applicationNo: 'A-2026-90003', parcels })]);
    const other = 'C-2026-90003';
    await prepareForDecision(test, other);
    const { version } = await test.ask('tang', 'case.get', { caseId: other });
    const { id } = await test.ask('tang', 'case.decide', {
      caseId: other,
      baseVersion: version,
      password: DEMO_PASSWORD,
    });
    const file = await test.ask('lu', 'decision.report', { decisionId: id });
    const all = squeezed(await readPlainText(new Uint8Array(Buffer.from(file.content, 'base64'))));
    const { readings } = await test.ask('lu', 'standard.get', { sha256: view.verdict.standard.sha256 });
    const shipped = (wanted: string): string => squeezed([readings.find((one) => one.id === wanted)?.zh ?? '-']);
    for (const sentence of Object.values(sentences.A05)) expect(all).toContain(squeezed([sentence]));
    expect(all).toContain(squeezed(['Back from the review date only.']));
    expect(all).toContain(shipped('A01'));
    for (const changed of ['A05', 'A08']) expect(all, changed).not.toContain(shipped(changed));
  });

  it('is refused of a decision that is none', async () => {
    expect(await test.refused('lu', 'decision.report', { decisionId: 'D-none' })).toMatchObject({
      code: 'decision.unknown',
    });
  });
});
