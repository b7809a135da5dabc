import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { PANEL_SIZE } from '#shared/domain/impartiality.ts';
import { acceptance, importAs, receiveAnnounced, wholeApplication } from '#tests/support/applications.ts';
import { openPeopledDesk, type TestDesk } from '#tests/support/desk.ts';
import { sampleUscc } from '#tests/support/sample-enterprises.ts';

/** Sample people who are given every role, so that nothing but the rule stands between them and a decision. */
const PEOPLE = ['shen', 'lu', 'qin', 'tan', 'tang'] as const;
const DEEDS = ['check', 'record', 'confirm', 'opinion', 'opinion', 'conflict', 'decide', 'decide', 'look'] as const;

const step = fc.record({ who: fc.constantFrom(...PEOPLE), deed: fc.constantFrom(...DEEDS) });
/** Histories begin in different places: some with the evaluation done, so that decisions are reached. */
const history = fc.record({
  star: fc.constantFrom(1, 2, 3, 4, 5),
  prepared: fc.boolean(),
  steps: fc.array(step, { minLength: 4, maxLength: 22 }),
});

/** What the rule is about, kept beside the program while a history runs. */
interface Known {
  readonly evaluated: Set<string>;
  readonly interested: Set<string>;
  readonly opinions: Set<string>;
  decidedBy: string | null;
}

let test: TestDesk;
let serial = 100;
let decisions = 0;
const refusals = new Map<string, number>();

beforeAll(async () => {
  test = await openPeopledDesk();
  for (const login of PEOPLE) {
    await test.ask('admin', 'person.set-roles', {
      personId: `U-${login}`,
      roles: ['clerk', 'inspector', 'expert', 'decider'],
    });
  }
});
afterAll(() => test.close());

async function newCase(star: number): Promise<{ caseId: string; uscc: string }> {
  serial += 1;
  const uscc = sampleUscc('430923', serial, false);
  const [parcel] = wholeApplication().parcels;
  const application = wholeApplication({
    applicationNo: `A-2026-${String(serial).padStart(5, '0')}`,
    requestedStar: star as 1 | 2 | 3 | 4 | 5,
    enterprise: { ...wholeApplication().enterprise, uscc },
    parcels: parcel ? [{ ...parcel, waybill: `SF13882${String(serial).padStart(8, '0')}` }] : [],
  });
  expect(await importAs(test, 'peng', [application])).toMatchObject({ added: 1 });
  const caseId = `C-2026-${String(serial).padStart(5, '0')}`;
  await receiveAnnounced(test, caseId);
  return { caseId, uscc };
}

/** Does one step as one person and holds what came of it against what is known. */
async function doStep(caseId: string, uscc: string, known: Known, { deed, who }: { deed: string; who: string }) {
  const barred = known.interested.has(who);
  const evaluating = async (name: string, input: unknown): Promise<boolean> => {
    const reply = await test.call(who, name, input);
    if (barred || known.decidedBy !== null) expect(reply.ok, `${who} ${name}`).toBe(false);
    if (reply.ok) known.evaluated.add(who);
    else refusals.set(reply.failure.code, (refusals.get(reply.failure.code) ?? 0) + 1);
    return reply.ok;
  };
  const view = await test.ask(who, 'case.get', { caseId });
  switch (deed) {
    case 'check':
      if (view.documents[0]) await evaluating('document.check', acceptance(view.documents[0]));
      return;
    case 'record':
      await evaluating('finding.record', { caseId, finding: { kind: 'site-test', outcome: 'passed' } });
      return;
    case 'confirm':
      await evaluating('finding.confirm-reported', { caseId });
      return;
    case 'opinion':
      if (await evaluating('opinion.give', { caseId, star: 3, text: `意见 ${who}`, noConflict: true }))
        known.opinions.add(who);
      return;
    case 'conflict':
      await test.ask(who, 'conflict.declare', { uscc, reason: '配偶在该企业任职' });
      known.interested.add(who);
      if (known.decidedBy === null) known.opinions.delete(who);
      return;
    case 'decide': {
      const input = { caseId, baseVersion: view.version, password: DEMO_PASSWORD };
      const reply = await test.call(who, 'case.decide', input);
      if (!reply.ok) {
        refusals.set(reply.failure.code, (refusals.get(reply.failure.code) ?? 0) + 1);
        return;
      }
      expect(known.decidedBy).toBeNull();
      expect(known.evaluated.has(who), `${who} evaluated`).toBe(false);
      expect(known.interested.has(who), `${who} has an interest`).toBe(false);
      expect(known.opinions.size).toBeGreaterThanOrEqual(PANEL_SIZE[view.requestedStar] ?? 9);
      known.decidedBy = who;
      decisions += 1;
      return;
    }
    default: {
      const complete = known.opinions.size >= view.panelSize;
      for (const opinion of view.opinions) {
        const own = opinion.by === (await test.ask(who, 'session.get', {})).person?.name;
        expect(opinion.sealed).toBe(!complete && !own);
        if (opinion.sealed) expect([opinion.star, opinion.text]).toEqual([null, null]);
      }
      if (known.evaluated.has(who) || known.interested.has(who)) expect(view.mayNotDecide).not.toBeNull();
    }
  }
}

it('nobody decides what they evaluated or have an interest in, and opinions stay sealed, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ prepared, star, steps }) => {
      const { caseId, uscc } = await newCase(star);
      const known: Known = { evaluated: new Set(), interested: new Set(), opinions: new Set(), decidedBy: null };
      if (prepared) {
        const { documents } = await test.ask('peng', 'case.get', { caseId });
        for (const document of documents) await test.ask('peng', 'document.check', acceptance(document));
        await doStep(caseId, uscc, known, { who: 'shen', deed: 'confirm' });
      }
      for (const each of steps) await doStep(caseId, uscc, known, each);
    }),
    { numRuns: 120, seed: 17_065 },
  );
  expect(decisions).toBeGreaterThan(5);
  expect([...refusals.keys()]).toEqual(
    expect.arrayContaining([
      'impartiality.evaluated',
      'impartiality.conflict',
      'case.panel-incomplete',
      'case.already-decided',
    ]),
  );
  const { store } = test.desk.room;
  const wrong = store.all(
    `SELECT d.case_id FROM decision d WHERE EXISTS (SELECT 1 FROM finding f WHERE f.case_id = d.case_id AND f.recorded_by = d.decided_by)
       OR EXISTS (SELECT 1 FROM opinion o WHERE o.case_id = d.case_id AND o.person_id = d.decided_by)
       OR EXISTS (SELECT 1 FROM document p WHERE p.case_id = d.case_id AND p.checked_by = d.decided_by)`,
  );
  expect(wrong).toEqual([]);
});

it('a later check by another does not wash the first one off', async () => {
  const { caseId } = await newCase(1);
  const [document] = (await test.ask('peng', 'case.get', { caseId })).documents;
  if (document === undefined) throw new Error('the case has documents');
  await test.ask('tang', 'document.check', acceptance(document));
  await test.ask('peng', 'document.check', acceptance(document));
  expect(await test.ask('tang', 'case.get', { caseId })).toMatchObject({ mayNotDecide: 'impartiality.evaluated' });
  expect(await test.ask('lu', 'case.get', { caseId })).toMatchObject({ mayNotDecide: null });
});

it('a sample of a case with an open complaint stays in the house', async () => {
  serial += 1;
  const incident = {
    kind: 'complaint',
    occurredOn: '2026-02-01' as PlainDate,
    status: 'open',
    grade: null,
    summary: '待查',
  } as const;
  const [parcel] = wholeApplication().parcels;
  await importAs(test, 'peng', [
    wholeApplication({
      applicationNo: `A-2026-${String(serial).padStart(5, '0')}`,
      incidents: [incident],
      parcels: parcel ? [{ ...parcel, waybill: 'SF1388299999999' }] : [],
    }),
  ]);
  const sample = await receiveAnnounced(test, `C-2026-${String(serial).padStart(5, '0')}`);
  const move = { sampleId: sample.id, purpose: '退回企业' };
  expect(await test.refused('peng', 'sample.move', { ...move, to: 'returned' })).toMatchObject({
    code: 'sample.legal-hold',
  });
  expect(await test.ask('peng', 'sample.move', { ...move, to: 'retained' })).toMatchObject({ state: 'retained' });
});
