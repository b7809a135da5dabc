import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeApplicationsWorkbook } from '#electron/backend/services/intake/write-applications.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { importAs, prepareForDecision, receiveAnnounced, wholeApplication } from '#tests/support/applications.ts';
import { openPeopledDesk, type TestDesk } from '#tests/support/desk.ts';

describe('one application the whole way', () => {
  let test: TestDesk;
  const caseId = 'C-2026-90001';

  beforeAll(async () => {
    test = await openPeopledDesk();
  });
  afterAll(() => test.close());

  it('is imported once, however often the file comes', async () => {
    const first = await importAs(test, 'peng', [wholeApplication()]);
    expect(first).toEqual({
      added: 1,
      unchanged: 0,
      resubmitted: 0,
      differing: 0,
      bad: 0,
      faults: { first: [], more: 0 },
      badRows: null,
    });
    const again = await importAs(test, 'peng', [wholeApplication()]);
    expect(again).toMatchObject({ added: 0, unchanged: 1, bad: 0 });
    const changed = await importAs(test, 'peng', [wholeApplication({ requestedStar: 4 })]);
    expect(changed).toMatchObject({ added: 0, differing: 1, faults: { first: [{ place: { zh: '第 1 份申报' } }] } });
    expect(changed.badRows?.name).toBe('applications-bad-rows.xlsx');
    const bytes = await writeApplicationsWorkbook([wholeApplication({ requestedStar: 5 })]);
    const content = Buffer.from(bytes).toString('base64');
    const { faults } = await test.ask('peng', 'application.import', { fileName: '申报.xlsx', content });
    expect(faults.first).toMatchObject([{ place: { zh: '“申报”第 2 行' }, field: { zh: '申报编号' } }]);
  });

  it('is found by part of a name, pinyin initials, waybill and number', async () => {
    for (const text of ['千两', 'ahqlc', 'YTS', 'SF13882047', '2047', '90001', 'C-2026-90001', '云台山 千两']) {
      const hits = await test.ask('peng', 'search.find', { text });
      expect(
        hits.map((hit) => hit.caseId),
        text,
      ).toContain(caseId);
    }
    expect(await test.ask('peng', 'search.find', { text: '没有的' })).toEqual([]);
  });

  it('waits for its documents, then its sample, then its inspection', async () => {
    const stage = async () => (await test.ask('peng', 'case.get', { caseId })).stage;
    expect(await stage()).toBe('documents-in-review');
    expect(await test.ask('peng', 'desk.counts', {})).toMatchObject({ 'cases.documents': 1, 'parcels.announced': 1 });
    await prepareForDecision(test, caseId);
    expect(await stage()).toBe('in-review');
    expect(await test.ask('peng', 'desk.counts', {})).toMatchObject({
      'cases.documents': 0,
      'cases.review': 1,
      'parcels.announced': 0,
    });
  });

  it('refuses a double scan with the earlier reception', async () => {
    await expect(receiveAnnounced(test, caseId)).rejects.toThrow(/parcel.duplicate-waybill.*彭/);
  });

  it('is not decided by who evaluated it, nor by who has no right, nor on an old page, nor with a wrong password', async () => {
    const { version } = await test.ask('tang', 'case.get', { caseId });
    const input = { caseId, baseVersion: version, password: DEMO_PASSWORD };
    expect(await test.refused('lu', 'case.decide', input)).toMatchObject({ code: 'right.missing' });
    await test.ask('admin', 'person.set-roles', { personId: 'U-lu', roles: ['expert', 'decider'] });
    expect(await test.refused('lu', 'case.decide', input)).toMatchObject({ code: 'impartiality.evaluated' });
    expect(await test.refused('tang', 'case.decide', { ...input, baseVersion: version - 1 })).toMatchObject({
      code: 'case.changed-meanwhile',
    });
    expect(await test.refused('tang', 'case.decide', { ...input, password: 'wrong-one' })).toMatchObject({
      code: 'session.wrong-password',
    });
  });

  it('is decided, issued and printed, each once', async () => {
    const { version, verdict } = await test.ask('tang', 'case.get', { caseId });
    expect(verdict).toMatchObject({ outcome: 'grant', star: 3 });
    const decision = await test.ask('tang', 'case.decide', { caseId, baseVersion: version, password: DEMO_PASSWORD });
    expect(decision).toMatchObject({ outcome: 'grant', star: 3, provisional: false });
    expect(
      await test.refused('shen', 'finding.record', { caseId, finding: { kind: 'site-test', outcome: 'failed' } }),
    ).toMatchObject({
      code: 'case.already-decided',
    });
    const [award] = await test.ask('he', 'award.issue', { caseIds: [caseId], password: DEMO_PASSWORD });
    expect(award).toMatchObject({
      star: 3,
      issuedOn: '2026-11-21',
      validUntil: '2029-11-20',
      checkDueOn: '2027-11-21',
    });
    expect(award?.number).toMatch(/^OTOP-2026-3-01-000001-[0-9A-Z]$/);
    const numbers = [award?.number ?? ''];
    expect(await test.ask('he', 'award.issue', { caseIds: [caseId], password: DEMO_PASSWORD })).toMatchObject([
      { number: numbers[0] },
    ]);
    const certificate = await test.ask('he', 'paper.print-certificates', { numbers });
    expect(Buffer.from(certificate.content, 'base64').toString('latin1', 0, 5)).toBe('%PDF-');
    expect(await test.refused('he', 'paper.print-certificates', { numbers })).toMatchObject({
      code: 'paper.reason-needed',
    });
    await test.ask('he', 'paper.print-certificates', { numbers, reason: '纸张起皱' });
    const badges = await test.ask('he', 'paper.print-badges', { numbers, copies: 24 });
    expect(badges.mediaType).toBe('application/pdf');
    const prints = await test.ask('he', 'print.list', {});
    expect(prints.rows.map(({ copy, kind, reason }) => [kind, copy, reason])).toEqual([
      ['badge', 1, null],
      ['certificate', 2, '纸张起皱'],
      ['certificate', 1, null],
    ]);
  });

  it('left a ledger that holds', async () => {
    const report = await test.ask('tang', 'ledger.verify', {});
    expect(report).toMatchObject({ clean: true, fault: null });
    expect(report.entries).toBeGreaterThan(30);
  });
});
