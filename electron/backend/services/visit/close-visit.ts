import type { Canonical } from '#shared/base/canonical-json.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { ok } from '#shared/base/result.ts';
import type { FindingValue } from '#shared/contract/cases.ts';
import { sheetForOthers } from '#shared/contract/evidence.ts';
import { linesOf } from '#shared/domain/visit/checklist.ts';
import { ENTERPRISE } from '#shared/domain/visit/closing.ts';
import { LADDER_WORDS } from '#shared/domain/visit/visit-words.ts';
import { insertTouch } from '#electron/backend/store/case-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { setClosed } from '#electron/backend/store/visit-repository.ts';
import type { CaseFacts } from '#electron/backend/services/case-facts.ts';
import { storeFinding } from '#electron/backend/services/record-finding.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import { centreDay, type Answer, type Room, type Service } from '#electron/backend/services/room.ts';
import { confirmPassword } from '#electron/backend/services/session.ts';
import { loadVisit, type LoadedVisit } from './load-visit.ts';
import { teamMayGo } from './plan-visit.ts';
import { outcomeOf } from './view-visit.ts';
import type { WorkedVisit } from './may-record-on.ts';
import { recordingOn, recordVisitDeed } from './visit-deed.ts';
import { sheetOf } from './visit-sheet.ts';
import { snapshotOf } from './visit-snapshot.ts';

/**
 * Closes a visit: what it came to becomes facts of the case, and everyone on its team is part of the
 * evaluation from then on, so that none of them decides.
 *
 * One transaction. The entry in the ledger carries the whole visit, so that another desk can show it.
 */
export const closeVisit: Service<'visit.close'> = async (room, { visitId, password }, caller) => {
  const own = await confirmPassword(room, caller.seat, caller.person, password);
  if (!own.ok) return own;
  return recordingOn(room, visitId, caller, ({ facts, visit }) => {
    const ready = mayBeClosed(room, { facts, visit }, caller.person.id);
    if (!ready.ok) return ready;
    const { record, team } = visit;
    const now = room.now();
    const at = now.toISOString();
    setClosed(room.store, record.id, caller.person.id, at, visit.factsHash);
    for (const personId of team) insertTouch(room.store, record.caseId, personId, 'recorded-evidence', at);
    const source = { kind: 'visit', id: record.id } as const;
    for (const finding of findingsOf(facts, visit, centreDay(now))) storeFinding(room, caller, facts, finding, source);
    const closed = loadVisit(room, visitId);
    if (closed === undefined) throw new Error(`visit ${visitId} went away`);
    recordVisitDeed(room, caller, record, {
      type: 'visit.closed',
      touch: 'recorded-evidence',
      payload: {
        factsHash: visit.factsHash,
        snapshot: snapshotOf(room, closed) as unknown as Canonical,
        sheet: sheetForOthers(sheetOf(room, closed)),
        alsoTouched: team,
      },
      blobs: [...new Set(visit.photos.map(({ sha256 }) => sha256))],
    });
    return ok(null);
  });
};

/** Whether everything is there; what is missing is named, the checklist before the people. */
function mayBeClosed(room: Room, { facts, visit }: WorkedVisit, by: string): Answer<true> {
  const { checklist, gaps, record, team } = visit;
  if (record.lead !== by) return refuse('visit.lead-closes', { name: personName(room.store, record.lead) });
  const still = teamMayGo(room, facts, { team, lead: record.lead });
  if (!still.ok) return still;
  if (gaps.lines.length > 0) {
    const open = linesOf(checklist).filter(({ id }) => gaps.lines.includes(id));
    return refuse('visit.lines-open', {
      count: open.length,
      linesZh: open.map(({ zh }) => zh).join('；'),
      linesEn: open.map(({ en }) => en).join('; '),
    });
  }
  const [level] = gaps.levels;
  if (level !== undefined)
    return refuse('visit.level-open', { levelZh: LADDER_WORDS[level].zh, levelEn: LADDER_WORDS[level].en });
  if (gaps.outcome) return refuse('visit.outcome-open');
  for (const why of ['missing', 'void'] as const) {
    const signers = gaps.signatures.filter((gap) => gap.why === why).map(({ signer }) => signer);
    if (signers.length > 0) return refuse(`visit.signature-${why}`, signerNames(room, signers));
  }
  return ok(true);
}

function signerNames(room: Room, signers: readonly string[]): { readonly namesZh: string; readonly namesEn: string } {
  const names = (enterprise: string): readonly string[] =>
    signers.map((signer) => (signer === ENTERPRISE ? enterprise : personName(room.store, signer)));
  return { namesZh: names('企业代表').join('、'), namesEn: names('the enterprise’s representative').join(', ') };
}

/** The facts of the case that a visit comes to; the evaluation is complete on the day it is closed. A laboratory's test on site stands before what the visit noted of it. */
function findingsOf(facts: CaseFacts, visit: LoadedVisit, completedOn: PlainDate): readonly FindingValue[] {
  const { signed } = visit;
  const tested = facts.findings.findLast(({ kind, superseded }) => kind === 'site-test' && superseded === 0);
  const byLab = tested?.source.kind === 'lab-report';
  return [
    ...signed.levels.map(({ kind, level }) => ({ kind, level }) as FindingValue),
    ...(signed.lines === null
      ? []
      : [
          {
            kind: 'lines' as const,
            inspected: signed.lines.inspected,
            recordsViewed: signed.lines.recordsViewed,
            outcome: outcomeOf(visit),
          },
        ]),
    ...(signed.siteTest === null || byLab ? [] : [{ kind: 'site-test' as const, outcome: signed.siteTest.outcome }]),
    { kind: 'evaluation', mode: 'experts-on-site', completedOn },
  ];
}
