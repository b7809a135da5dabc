import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMonths } from '#shared/base/plain-date.ts';
import { isOpen, STAGES, type Stage } from '#shared/domain/case-stage.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import type { Store } from '#electron/backend/store/database.ts';
import { importAs, prepareForDecision, receiveAnnounced, wholeApplication } from '#tests/support/applications.ts';
import { openPeopledDesk, type TestDesk } from '#tests/support/desk.ts';

let test: TestDesk;
let serial = 0;
const cases: string[] = [];

beforeAll(async () => {
  test = await openPeopledDesk();
});
afterAll(() => test.close());

/** The same counts as the desk shows, counted row by row. */
function counted(store: Store, today: string): Readonly<Record<string, number>> {
  const n = (sql: string, ...given: readonly string[]): number =>
    store.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`, given).n;
  const stage = (...names: readonly string[]): number =>
    names.reduce((sum, name) => sum + n('case_file WHERE stage = ?', name), 0);
  const outbox = (...names: readonly string[]): number =>
    names.reduce((sum, name) => sum + n('outbox WHERE state = ?', name), 0);
  return {
    'parcels.announced': n("parcel WHERE state = 'announced'"),
    'parcels.orphan': n("parcel WHERE state = 'orphan'"),
    'parcels.received-today': n(
      "parcel WHERE state = 'received' AND substr(datetime(received_at, '+8 hours'), 1, 10) = ?",
      today,
    ),
    'cases.documents': stage('documents-in-review', 'returned'),
    'cases.papers': stage('documents-in-review'),
    'cases.awaiting-papers': stage('returned'),
    'cases.papers-overdue': n("case_file WHERE stage IN ('documents-in-review', 'returned') AND due_on < ?", today),
    'cases.inspection': stage('awaiting-sample', 'in-inspection'),
    'cases.review': stage('ready-for-review', 'in-review', 'proposed'),
    'cases.review-mine': n(
      `panel_seat s JOIN review_round r ON r.case_id = s.case_id AND r.round = s.round
       WHERE s.person_id = 'U-lu' AND s.released_at IS NULL AND r.state = 'open'`,
    ),
    'cases.review-overdue': ['ready-for-review', 'in-review', 'proposed'].reduce(
      (sum, name) => sum + n('case_file WHERE stage = ? AND due_on < ?', name, today),
      0,
    ),
    'cases.review-today': n(
      "(SELECT DISTINCT case_id FROM decision WHERE state = 'stands' AND decided_at >= '2026-11-20T16:00:00.000Z')",
    ),
    'visits.planned': n("visit WHERE state = 'planned'"),
    'visits.open': n("visit WHERE state = 'under-way'"),
    'visits.corrective': n('visit WHERE next_due_on IS NOT NULL'),
    'incidents.open': n("incident WHERE status = 'open'"),
    'incidents.ungraded': n("incident WHERE status = 'upheld' AND grade IS NULL"),
    'cases.overdue': STAGES.filter(isOpen).reduce(
      (sum, name) => sum + n('case_file WHERE stage = ? AND due_on < ?', name, today),
      0,
    ),
    'cases.grantable': stage('granted'),
    'cases.proposed': stage('proposed'),
    'awards.to-print': n('award WHERE badge_prints = 0 OR (star >= 3 AND certificate_prints = 0)'),
    'awards.check-due': n('award WHERE check_due_on <= ?', addMonths(today as never, 1)),
    'outbox.waiting': outbox('waiting'),
    'outbox.problems': outbox('conflict', 'quarantined', 'parked'),
    'lab.to-order': n('lab_to_order'),
    'lab.to-enter': n("test_order WHERE state = 'to-enter'"),
    'lab.to-release': n("test_order WHERE state = 'to-release'"),
    'samples.due': n('sample_custody WHERE due_on <= ?', today),
    'samples.held': n('sample_custody WHERE holder IS NOT NULL'),
    ...delegatedAndDrawn(store),
    ...Object.fromEntries(STAGES.map((name) => [`stage.${name}`, stage(name)])),
  };
}

/** 2★ cases without an evaluation, and 1–2★ ones with a sample and no spot check, told apart case by case. */
function delegatedAndDrawn(store: Store): Readonly<Record<string, number>> {
  const has = (sql: string, id: string): boolean =>
    store.find(`SELECT 1 FROM ${sql} AND case_id = ?`, [id]) !== undefined;
  const open = store
    .all<{ id: string; star: number; stage: Stage }>('SELECT id, requested_star AS star, stage FROM case_file')
    .filter(({ stage }) => isOpen(stage));
  const wanting = open.filter(
    ({ id, star }) =>
      star === 2 &&
      !has("finding WHERE kind = 'evaluation' AND superseded = 0", id) &&
      !has("external_commission WHERE state <> 'cancelled'", id),
  );
  const waiting = open.filter(
    ({ id, star }) =>
      star <= 2 &&
      has('sample WHERE refusal IS NULL', id) &&
      !has("finding WHERE kind = 'spot-check' AND superseded = 0", id) &&
      !has("test_order WHERE purpose = 'spot-check' AND state <> 'cancelled'", id) &&
      !has('case_draw WHERE 1 = 1', id),
  );
  return {
    'external.to-commission': wanting.length,
    'external.open': store.get<{ n: number }>(
      "SELECT count(*) AS n FROM external_commission WHERE state IN ('open', 'reported')",
    ).n,
    'draws.waiting': waiting.length,
  };
}

const DEEDS: Readonly<Record<string, (pick: number) => Promise<unknown>>> = {
  import: async () => {
    serial += 1;
    const number = String(serial).padStart(5, '0');
    const [parcel] = wholeApplication().parcels;
    await importAs(test, 'peng', [
      wholeApplication({
        applicationNo: `A-2026-${number}`,
        requestedStar: ((serial % 5) + 1) as 1 | 2 | 3 | 4 | 5,
        parcels: parcel ? [{ ...parcel, waybill: `SF13882000${number}` }] : [],
      }),
    ]);
    cases.push(`C-2026-${number}`);
  },
  orphan: (pick) => test.call('peng', 'parcel.keep-orphan', { waybill: `55${String(pick).padStart(11, '0')}` }),
  receive: async (pick) => {
    const caseId = cases[pick % cases.length];
    const parcel = caseId && (await test.ask('peng', 'parcel.find', { code: caseId }));
    if (parcel && parcel.state === 'announced') await receiveAnnounced(test, caseId);
  },
  reject: async (pick) => {
    const caseId = cases[pick % cases.length];
    if (caseId === undefined) return;
    for (const { id } of (await test.ask('peng', 'case.get', { caseId })).documents)
      await test.call('peng', 'document.check', { documentId: id, check: 'rejected', reason: '不清楚' });
  },
  return: async (pick) => {
    const caseId = cases[pick % cases.length];
    const wanted = [{ kind: 'insurance-policy', what: '产品质量保险单' }];
    await test.call('peng', 'case.return', {
      caseId,
      wanted,
      language: 'zh',
      subject: '请补资料',
      body: '产品质量保险单',
    });
  },
  decide: async (pick) => {
    const caseId = cases[pick % cases.length];
    const parcel = caseId && (await test.ask('peng', 'parcel.find', { code: caseId }));
    if (!parcel || parcel.state !== 'announced') return;
    await prepareForDecision(test, caseId);
    const { version } = await test.ask('tang', 'case.get', { caseId });
    await test.call('tang', 'case.decide', { caseId, baseVersion: version, password: DEMO_PASSWORD });
  },
  issue: async (pick) => {
    const { rows } = await test.ask('he', 'case.list', { queue: 'grantable' });
    const caseIds = [rows[pick % rows.length]?.id];
    await test.call('he', 'award.issue', { caseIds, password: DEMO_PASSWORD });
  },
  sit: async (pick) => {
    const caseId = cases[pick % cases.length];
    await test.call('tang', 'panel.assign', { caseId, personId: 'U-lu' });
  },
  stand: async (pick) => {
    const caseId = cases[pick % cases.length];
    await test.call('tang', 'panel.release', { caseId, personId: 'U-lu', reason: '出差' });
  },
  correct: async (pick) => {
    const caseId = cases[pick % cases.length];
    if (pick % 4 === 0) await test.call('tang', 'correction.open', { caseId, fact: 'site-test', reason: '抄错' });
  },
  complain: async (pick) => {
    const caseId = cases[pick % cases.length];
    await test.call('peng', 'incident.record', {
      caseId,
      scope: 'product',
      kind: 'complaint',
      occurredOn: '2020-11-01',
      receivedOn: '2026-11-20',
      source: 'consumer',
      summary: '包装破损',
    });
  },
  close: async (pick) => {
    const { rows } = await test.ask('qin', 'incident.list', { state: 'open' });
    const outcome = pick % 2 === 0 ? 'upheld' : 'dismissed';
    await test.call('qin', 'incident.close', { incidentId: rows[pick % rows.length]?.id, outcome, reason: '已查' });
  },
  problem: async (pick) => {
    const { store } = test.desk.room;
    const states = ['accepted', 'conflict', 'quarantined', 'parked', 'waiting'];
    store.run('UPDATE outbox SET state = ? WHERE seq = ?', [states[pick % 5] ?? 'waiting', 1 + (pick % 40)]);
  },
  settle: (pick) => test.call('admin', 'problem.settle', { seq: 1 + (pick % 40), action: 'resend', reason: '再送' }),
};

it('the counts on screen are the counted truth after any history', async () => {
  const deed = fc.record({
    name: fc.constantFrom(...Object.keys(DEEDS), 'import', 'decide', 'decide', 'issue', 'issue'),
    pick: fc.nat({ max: 500 }),
  });
  const stages = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 12, size: 'max' }), async (deeds) => {
      for (const { name, pick } of deeds) {
        await DEEDS[name]?.(pick);
        for (const { stage } of test.desk.room.store.all<{ stage: string }>('SELECT DISTINCT stage FROM case_file'))
          stages.add(stage);
      }
      expect(await test.ask('lu', 'desk.counts', {})).toEqual(counted(test.desk.room.store, '2026-11-21'));
    }),
    { numRuns: 50, seed: 7 },
  );
  expect(cases.length).toBeGreaterThan(20);
  expect([...stages]).toEqual(expect.arrayContaining(['documents-in-review', 'returned', 'granted', 'issued']));
});
