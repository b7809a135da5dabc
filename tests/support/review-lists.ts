import type { CaseId, IncidentId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { countDecidedSince, countOverdue, listDecidedSince, listHeldBy } from '#electron/backend/store/case-queues.ts';
import { decisionsOf, findStanding } from '#electron/backend/store/decision-repository.ts';
import type { Store } from '#electron/backend/store/database.ts';
import {
  casesConcerned,
  countUngraded,
  hasOpenIncident,
  incidentsOf,
  listIncidents,
} from '#electron/backend/store/incident-repository.ts';
import { foreignJudgesOf, judgementsOf } from '#electron/backend/store/judgement-repository.ts';
import { casesHeldBy, countHeldBy, holdersOf, opinionsOf, seatsOf } from '#electron/backend/store/panel-repository.ts';
import { hasOpenAppeal, presentKind, roundsOf } from '#electron/backend/store/round-repository.ts';
import { fill } from './workspaces.ts';

const day = (at: number): string => new Date(Date.UTC(2026, 0, 1 + (at % 300))).toISOString().slice(0, 10);

/** Years of panels, decisions, appeals and complaints on the cases `C-0` to `C-5999`. */
export function fillReview(store: Store): void {
  store.run("INSERT INTO ledger VALUES (900001, 'review', '', '', 'decision.made', 'decision', 'C-1', '', '', '')");
  store.run("INSERT OR IGNORE INTO standard (sha256, version, body) VALUES ('s-review', 'v', '')");
  fill(
    store,
    3_000,
    `INSERT INTO panel_seat (id, case_id, round, person_id, assigned_by, assigned_at, active, due_on) VALUES (?, ?, 1, ?, '', '', ?, ?)`,
    (at) => [`seat-${at}`, `C-${at}`, `U-${at % 9}`, at % 25 === 0 ? 1 : 0, day(at)],
  );
  fill(
    store,
    3_000,
    "INSERT INTO opinion (id, case_id, round, person_id, star, text, given_at) VALUES (?, ?, 1, ?, 3, '', '')",
    (at) => [`opinion-${at}`, `C-${at}`, `U-${at % 9}`],
  );
  fill(
    store,
    3_000,
    `INSERT INTO decision (id, case_id, round, outcome, star, standard_sha256, dossier, verdict, opinions, people, decided_by,
       decided_at, ledger_seq, appeal_until) VALUES (?, ?, 1, 'grant', 3, 's-review', '{}', '{}', '[]', '[]', '', ?, 900001, '')`,
    (at) => [`decision-${at}`, `C-${at + 500}`, `${day(at)}T00:00:00.000Z`],
  );
  fill(
    store,
    2_000,
    "INSERT INTO appeal (id, case_id, round, grounds, received_on, filed_by, filed_at, outcome) VALUES (?, ?, 1, '', '', '', '', ?)",
    (at) => [`appeal-${at}`, `C-${at}`, at % 50 === 0 ? null : 'dismissed'],
  );
  fill(
    store,
    2_000,
    `INSERT INTO incident (id, case_id, position, scope, uscc, product_name, kind, occurred_on, source, summary, status, grade)
     VALUES (?, ?, 0, ?, 'U', '茶', 'complaint', ?, 'consumer', '', ?, ?)`,
    (at) => [
      `incident-${at}`,
      `C-${at}`,
      ['case', 'case', 'product', 'enterprise'][at % 4] ?? 'case',
      day(at),
      at % 40 === 0 ? 'open' : 'upheld',
      at % 60 === 1 ? null : 'minor',
    ],
  );
  fill(
    store,
    2_000,
    "INSERT INTO incident_judgement (id, incident_id, verdict, reason, judged_by, judged_at, cursor) VALUES (?, ?, 'minor', '', '', '', ?)",
    (at) => [`judgement-${at}`, `incident-${at}`, at],
  );
}

/** The review desk's reads, to look at their plans. */
export function reviewLists(of: () => Store): readonly (readonly [string, () => unknown])[] {
  const caseId = 'C-700' as CaseId;
  const since = '2026-06-01T00:00:00.000Z';
  const overdue = ['ready-for-review', 'in-review', 'proposed'] as const;
  return [
    ['an expert’s own cases', () => listHeldBy(of(), 'U-7', null, 50)],
    ['an expert’s own cases further down', () => listHeldBy(of(), 'U-7', JSON.stringify([day(30), 'C-30']), 50)],
    ['what was decided today', () => listDecidedSince(of(), since, null, 50)],
    ['what was decided today further down', () => listDecidedSince(of(), since, JSON.stringify([since, 'd']), 50)],
    ['how many were decided today', () => [countDecidedSince(of(), since), findStanding(of(), caseId)]],
    ['open complaints', () => listIncidents(of(), 'open', null, 50)],
    ['open complaints further down', () => listIncidents(of(), 'open', JSON.stringify([day(40), 'x']), 50)],
    ['complaints without a grade', () => listIncidents(of(), 'ungraded', null, 50)],
    ['all complaints further down', () => listIncidents(of(), 'all', JSON.stringify([day(40), 'x']), 50)],
    [
      'the review desk’s counts',
      () => {
        countHeldBy(of(), 'U-7');
        countUngraded(of());
        countOverdue(of(), overdue, day(80) as PlainDate);
        return roundsOf(of(), caseId);
      },
    ],
  ];
}

/** Reads about one case: a handful of rows, sorted as they come, but never found by a scan. */
export function readsOfOneCase(of: () => Store): readonly (readonly [string, () => unknown])[] {
  const caseId = 'C-700' as CaseId;
  const concerned = { id: caseId, uscc: 'V', productName: '茶' };
  return [
    [
      'what concerns a case',
      () => [
        incidentsOf(of(), concerned),
        hasOpenIncident(of(), concerned),
        hasOpenAppeal(of(), caseId),
        casesConcerned(of(), { caseId, scope: 'case', uscc: 'V', productName: '茶' }),
        judgementsOf(of(), 'incident-700' as IncidentId),
        foreignJudgesOf(of(), concerned),
      ],
    ],
    [
      'a case’s rounds, panel and decisions',
      () => [
        roundsOf(of(), caseId),
        presentKind(of(), caseId),
        seatsOf(of(), caseId, 1),
        opinionsOf(of(), caseId, 1),
        holdersOf(of(), caseId),
        decisionsOf(of(), caseId),
        casesHeldBy(of(), 'U-7', 'U'),
      ],
    ],
  ];
}
