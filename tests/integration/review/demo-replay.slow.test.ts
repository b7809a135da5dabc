import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseStandard } from '#shared/contract/standard.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { decide } from '#shared/domain/star/decide.ts';
import type { Dossier } from '#shared/domain/star/dossier.ts';
import { verdictText } from '#shared/domain/star/verdict.ts';
import { allDecisions } from '#electron/backend/store/decision-repository.ts';
import { sha256Hex } from '#electron/backend/store/ledger.ts';
import { findStandardText } from '#electron/backend/store/standard-repository.ts';
import { openTestDesk, type TestDesk } from '#tests/support/desk.ts';

let test: TestDesk;

beforeAll(async () => {
  test = openTestDesk();
  await test.ask('admin', 'demo.start', { applications: true, job: true });
  await test.ask('tang', 'session.sign-in', { login: 'tang', password: DEMO_PASSWORD });
});
afterAll(() => test.close());

it('every decision of the demo gives the same verdict, byte for byte, from its stored dossier and standard', async () => {
  const { store } = test.desk.room;
  const outcomes = new Map<string, number>();
  const decisions = [...allDecisions(store)];
  for (const decision of decisions) {
    outcomes.set(decision.outcome, (outcomes.get(decision.outcome) ?? 0) + 1);
    const text = findStandardText(store, decision.standardSha256) ?? '';
    expect(sha256Hex(text)).toBe(decision.standardSha256);
    const standard = parseStandard(JSON.parse(text), decision.standardSha256);
    if (!standard.ok) throw new Error(`${decision.caseId} rests on a text that is no standard`);
    const again = verdictText(decide(standard.value, JSON.parse(decision.dossier) as Dossier));
    expect(again, decision.caseId).toBe(decision.verdict);
    expect(await test.ask('tang', 'decision.get', { decisionId: decision.id })).toMatchObject({ replays: true });
  }
  expect(Object.fromEntries(outcomes)).toEqual({ grant: 150, propose: 34, refuse: 18 });
});

it('every panel of the demo was assigned, declared itself free and spoke of every criterion asked', () => {
  const { store } = test.desk.room;
  const bare = store.all(
    `SELECT s.case_id FROM panel_seat s WHERE s.assigned_by <> 'U-tang' OR s.declared_at IS NULL
     OR NOT EXISTS (SELECT 1 FROM opinion o WHERE o.case_id = s.case_id AND o.person_id = s.person_id AND o.criteria <> '[]')`,
  );
  expect(bare).toEqual([]);
  expect(store.get<{ n: number }>('SELECT count(*) AS n FROM panel_seat').n).toBeGreaterThan(300);
});

it('nobody in the demo decided what they evaluated', () => {
  expect(
    test.desk.room.store.all(
      `SELECT d.case_id FROM decision d JOIN case_touch t ON t.case_id = d.case_id AND t.person_id = d.decided_by
       WHERE t.touch IN ('recorded-evidence', 'gave-opinion')`,
    ),
  ).toEqual([]);
});
