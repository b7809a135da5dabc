import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { sha256Hex } from '#electron/backend/store/ledger.ts';
import { wholeApplication } from '#tests/support/applications.ts';
import { openPeopledDesk, type TestDesk } from '#tests/support/desk.ts';
import {
  beginVisit,
  closeIt,
  caseToVisit,
  expectRefusedWhole,
  fillVisit,
  PIXEL,
  signAll,
  TODAY,
  type RefusedWhole,
} from '#tests/support/visits.ts';

let test: TestDesk;
let caseId: string;
beforeAll(async () => {
  test = await openPeopledDesk();
});
afterAll(() => test.close());
const refusedWhole: RefusedWhole = (...call) => expectRefusedWhole(test, ...call);
const caseAt = (star: 3 | 4 | 5): Promise<string> => caseToVisit(test, star);

describe('closing a visit', () => {
  let visitId: string;
  const close = () => ({ visitId, password: DEMO_PASSWORD });
  const begin = async (star: 3 | 4 | 5) => {
    caseId = await caseAt(star);
    visitId = (await beginVisit(test, caseId)).id;
  };

  it('names what is missing, one thing after the other, and keeps everything', async () => {
    await begin(5);
    await refusedWhole('shen', 'visit.close', close(), { code: 'visit.lines-open' });
    await refusedWhole('lu', 'visit.close', close(), { code: 'visit.lead-closes', data: { name: '沈检验（样例）' } });
    await refusedWhole('shen', 'visit.close', { visitId, password: 'wrong-1' }, { code: 'session.wrong-password' });
    await fillVisit(test, visitId);
    await refusedWhole('shen', 'visit.close', close(), {
      code: 'visit.signature-missing',
      data: { namesZh: '沈检验（样例）、鲁评审（样例）、企业代表' },
    });
  });

  it('is refused when an answer changed after the signatures, and goes on when they are given again', async () => {
    await begin(4);
    await fillVisit(test, visitId);
    const signed = await signAll(test, visitId);
    expect(signed.signatures.map(({ stands }) => stands)).toEqual([true, true, true]);
    expect(signed.gaps.signatures).toEqual([]);
    const { visit } = await test.ask('lu', 'visit.answer', {
      visitId,
      line: 'labels.mark',
      answer: 'no',
      note: '自印星标',
      severity: 'observation',
    });
    expect(visit.signatures.map(({ stands }) => stands)).toEqual([false, false, false]);
    await refusedWhole('shen', 'visit.close', close(), { code: 'visit.signature-void' });
    await signAll(test, visitId);
    expect(await closeIt(test, visitId)).toMatchObject({ state: 'closed', closed: { by: '沈检验（样例）' } });
  });

  it.each([3, 4, 5] as const)('meets what %i stars ask of the site', async (star) => {
    await begin(star);
    const of = async () => {
      const { verdict } = await test.ask('lu', 'case.get', { caseId });
      return Object.fromEntries(verdict.criteria.map(({ id, perStar }) => [id, perStar[star]]));
    };
    const before = await of();
    for (const id of ['RISK.TRACEABILITY', 'RISK.RISK_CONTROL', 'TEST.PRODUCT', 'TEST.LINES', 'MODE.EVALUATION'])
      expect([id, before[id]]).toEqual([id, 'unknown']);
    await fillVisit(test, visitId);
    await signAll(test, visitId);
    await closeIt(test, visitId);
    const after = await of();
    for (const id of ['RISK.TRACEABILITY', 'RISK.RISK_CONTROL', 'TEST.PRODUCT', 'TEST.LINES', 'MODE.EVALUATION'])
      expect([id, after[id]]).toEqual([id, 'met']);
    const { findings } = await test.ask('lu', 'case.get', { caseId });
    expect(new Set(findings.map(({ source }) => JSON.stringify(source)))).toEqual(
      new Set([JSON.stringify({ kind: 'visit', id: visitId })]),
    );
    expect(findings.find(({ kind }) => kind === 'evaluation')?.value).toMatchObject({ completedOn: TODAY });
    const sheet = await test.ask('tang', 'evidence.open', { caseId, source: { kind: 'visit', id: visitId } });
    expect(sheet).toMatchObject({
      state: 'holds',
      tables: [{ caption: { en: 'Checklist' } }, { caption: { en: 'Signatures' } }],
    });
    const about = sheet.tables[0]?.rows.filter((row) => row.about === 'RISK.TRACEABILITY').map(({ cells }) => cells[0]);
    expect(about).toContainEqual(expect.objectContaining({ zh: '任选一批成品，能查到原料批次和供应方' }));
    expect(about?.length).toBeLessThan(sheet.tables[0]?.rows.length ?? 0);
  });

  it('makes everyone on the team part of the evaluation, those too of whom the desk knows nothing else', async () => {
    await begin(3);
    const store = test.desk.room.store;
    await test.ask('peng', 'visit.change', {
      visitId,
      on: TODAY,
      team: ['U-shen', 'U-lu', 'U-tan'],
      lead: 'U-shen',
      purpose: '核验',
      reason: '加人',
    });
    await fillVisit(test, visitId);
    await signAll(test, visitId);
    store.run(
      `INSERT INTO visit_signature (id, visit_id, signer, name, strokes, facts_hash, taken_by, signed_at)
       SELECT 'tan-' || id, visit_id, 'U-tan', '谭评审（样例）', strokes, facts_hash, taken_by, signed_at FROM visit_signature
       WHERE visit_id = ? AND signer = 'U-shen'`,
      [visitId],
    );
    await closeIt(test, visitId);
    for (const person of ['U-shen', 'U-lu', 'U-tan'])
      expect(
        store.all('SELECT touch FROM case_touch WHERE case_id = ? AND person_id = ?', [caseId, person]),
      ).toContainEqual({ touch: 'recorded-evidence' });
    await test.ask('admin', 'person.set-roles', { personId: 'U-tan', roles: ['expert', 'decider'] });
    expect((await test.ask('tan', 'case.get', { caseId })).mayNotDecide).toBe('impartiality.evaluated');
    await test.ask('admin', 'person.set-roles', { personId: 'U-tan', roles: ['expert'] });
  });

  it('carries the whole visit in its entry, and the hash that was signed is the one of those facts', async () => {
    await begin(3);
    await test.ask('lu', 'visit.place', { visitId, latitude: 28.377_31, longitude: 111.212_8 });
    const keep = {
      owner: { kind: 'visit' as const, id: visitId, slot: 'labels.content' },
      name: '标签.png',
      content: PIXEL,
    };
    const photo = await test.ask('lu', 'attachment.keep', keep);
    await fillVisit(test, visitId);
    await signAll(test, visitId);
    const closed = await closeIt(test, visitId);
    const { body } = test.desk.room.store.get<{ body: string }>(
      "SELECT body FROM ledger WHERE type = 'visit.closed' ORDER BY seq DESC LIMIT 1",
    );
    const entry = JSON.parse(body) as {
      payload: {
        snapshot: { facts: never; signatures: unknown[]; photos: unknown[] };
        factsHash: string;
        sheet: object;
      };
      blobs: string[];
    };
    expect(entry.blobs).toEqual([photo.sha256]);
    expect(sha256Hex(canonicalJson(entry.payload.snapshot.facts))).toBe(entry.payload.factsHash);
    expect(closed.signatures.map(({ factsHash }) => factsHash)).toEqual(
      Array.from({ length: 3 }, () => entry.payload.factsHash),
    );
    expect(entry.payload.snapshot.facts).toMatchObject({ place: { latitude: '28.377310', longitude: '111.212800' } });
    expect(entry.payload.snapshot.signatures).toHaveLength(3);
    expect(entry.payload.snapshot.photos).toMatchObject([{ line: 'labels.content', sha256: photo.sha256 }]);
    expect(entry.payload.sheet).toMatchObject({ source: { kind: 'visit', id: visitId } });
    await refusedWhole('lu', 'attachment.keep', keep, { code: 'attachment.owner-closed' });
    await refusedWhole('lu', 'visit.answer', { visitId, line: 'labels.mark', answer: 'yes' }, { code: 'visit.closed' });
    await refusedWhole('peng', 'visit.cancel', { visitId, reason: '反悔' }, { code: 'visit.closed' });
  });

  it('fails the lines on an open critical finding, leaves them open on a major one, and lets them pass once it is put right', async () => {
    await begin(4);
    await fillVisit(test, visitId);
    await test.ask('lu', 'visit.answer', {
      visitId,
      line: 'production-line.people',
      answer: 'no',
      note: '健康证过期',
      severity: 'major',
    });
    const { corrective } = await test.ask('lu', 'visit.corrective-add', {
      visitId,
      line: 'production-line.people',
      what: '补办健康证',
      dueOn: '2026-12-01',
    });
    await signAll(test, visitId);
    expect((await closeIt(test, visitId)).lines).toMatchObject({ outcome: 'passed', comesTo: null });
    const lines = async () => (await test.ask('lu', 'case.get', { caseId })).dossier.lines?.outcome;
    expect(await lines()).toBeNull();
    await test.ask('lu', 'visit.corrective-close', {
      visitId,
      correctiveId: corrective[0]?.id ?? '',
      evidence: '新证三份',
    });
    expect(await lines()).toBe('passed');
    const verdict = (await test.ask('lu', 'case.get', { caseId })).verdict.criteria.find(
      ({ id }) => id === 'TEST.LINES',
    );
    expect(verdict?.perStar[4]).toBe('met');
  });

  it('leaves out a member who declared an interest meanwhile', async () => {
    await begin(3);
    await fillVisit(test, visitId);
    await signAll(test, visitId);
    test.desk.room.store.run(
      "INSERT INTO conflict_of_interest (person_id, uscc, reason, declared_at) VALUES ('U-lu', ?, '亲属', '')",
      [wholeApplication().enterprise.uscc],
    );
    await refusedWhole('shen', 'visit.close', close(), {
      code: 'visit.member-conflict',
      data: { name: '鲁评审（样例）' },
    });
    await refusedWhole(
      'lu',
      'visit.answer',
      { visitId, line: 'labels.mark', answer: 'yes' },
      { code: 'impartiality.conflict' },
    );
    test.desk.room.store.run("DELETE FROM conflict_of_interest WHERE person_id = 'U-lu'");
  });
});
