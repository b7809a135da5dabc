import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureText } from '#shared/contract/failures.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { importAs, prepareForDecision, wholeApplication } from '#tests/support/applications.ts';
import { openPeopledDesk, type TestDesk } from '#tests/support/desk.ts';
import { holdsText, readPlainText } from '#tests/support/pdf-reading.ts';
import { beginVisit, caseToVisit, closeIt, fillVisit, signAll } from '#tests/support/visits.ts';

/** A check mark and an emoji that no font of ours draws, a rare character that one does, and one that none does. */
const TYPED = '资料齐全 ✔，同意三星 👍🏽，𠮷姓 𫠠';
const PRINTED = '资料齐全 ✓，同意三星 [U+1F44D U+1F3FD]，𠮷姓 [U+2B820]';
const EXPLAINED =
  '字库没有的字以方括号内的 U+ 编号代印 A U+ number in brackets stands for a character that no font has';

let test: TestDesk;
beforeAll(async () => {
  test = await openPeopledDesk();
});
afterAll(() => test.close());

const textOf = async (content: string): Promise<string> =>
  (await readPlainText(new Uint8Array(Buffer.from(content, 'base64')))).join('\u0001');

describe('papers made of free text', () => {
  it('prints a decision whose opinions and note hold signs that no font has', async () => {
    const caseId = 'C-2026-90001';
    await importAs(test, 'peng', [wholeApplication()]);
    await prepareForDecision(test, caseId, TYPED);
    const { version } = await test.ask('tang', 'case.get', { caseId });
    const note = `附言 ${TYPED}`;
    await test.ask('tang', 'case.decide', { caseId, baseVersion: version, password: DEMO_PASSWORD, note });
    const decisionId = (await test.ask('tang', 'case.get', { caseId })).standing?.id ?? '';
    const { content } = await test.ask('lu', 'decision.report', { decisionId });
    const text = await textOf(content);
    expect(holdsText(text, `附言 ${PRINTED}`)).toBe(true);
    expect(text.replaceAll('\u0001', '').split('U+1F44D').length - 1).toBeGreaterThan(1);
    expect(holdsText(text, EXPLAINED)).toBe(true);
    expect((await test.ask('lu', 'decision.report', { decisionId })).content).toBe(content);
  });

  it('prints a closed visit whose notes hold them', async () => {
    const visitId = (await beginVisit(test, await caseToVisit(test, 3))).id;
    await fillVisit(test, visitId);
    const answer = { line: 'labels.mark', answer: 'not-applicable', note: TYPED } as const;
    await test.ask('lu', 'visit.answer', { visitId, ...answer });
    await signAll(test, visitId);
    await closeIt(test, visitId);
    const text = await textOf((await test.ask('lu', 'visit.report', { visitId })).content);
    expect(holdsText(text, PRINTED)).toBe(true);
    expect(holdsText(text, EXPLAINED)).toBe(true);
  });

  it('explains nothing where everything was drawn', async () => {
    const visitId = (await beginVisit(test, await caseToVisit(test, 3))).id;
    expect(holdsText(await textOf((await test.ask('lu', 'visit.report', { visitId })).content), 'U+')).toBe(false);
  });
});

describe('a label', () => {
  it('still refuses, and names what holds the character as people call it', async () => {
    await test.ask('peng', 'location.add', { pattern: 'Z-01', name: '干货🍵架' });
    const refusal = await test.refused('peng', 'location.labels', { codes: ['Z-01'] });
    expect(refusal).toMatchObject({ code: 'paper.missing-glyph' });
    expect(failureText(refusal, 'zh')).toBe('Z-01 的位置名称中，“🍵”（U+1F375）字库里没有，未打印任何内容。');
    expect(failureText(refusal, 'en')).toContain('in the name of the place of Z-01;');
  });
});
