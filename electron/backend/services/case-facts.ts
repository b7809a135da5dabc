import type { CaseId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { FindingValue } from '#shared/contract/cases.ts';
import type { EvidenceSource } from '#shared/contract/evidence.ts';
import { caseStage, isOpen, type Stage } from '#shared/domain/case-stage.ts';
import { personAtAnyDesk } from '#shared/domain/foreign-person.ts';
import { mergeTouches, type Involvement, type TouchInRound } from '#shared/domain/impartiality.ts';
import { isPanelComplete, roundAt } from '#shared/domain/panel.ts';
import type { Dossier } from '#shared/domain/star/dossier.ts';
import {
  allTouchesOf,
  documentsOf,
  findCase,
  findingsOf,
  getEnterprise,
  touchCase,
  type CaseRecord,
  type DocumentRecord,
  type EnterpriseRecord,
  type FindingRecord,
} from '#electron/backend/store/case-repository.ts';
import { conflictReason } from '#electron/backend/store/conflict-repository.ts';
import { decisionsOf, type DecisionRecord } from '#electron/backend/store/decision-repository.ts';
import { incidentsOf, type IncidentRecord } from '#electron/backend/store/incident-repository.ts';
import { judgesOf } from '#electron/backend/store/judgement-repository.ts';
import { returnsOf, type ReturnRecord } from '#electron/backend/store/message-repository.ts';
import {
  openOpinions,
  opinionsOf,
  seatsOf,
  type OpinionRecord,
  type SeatRecord,
} from '#electron/backend/store/panel-repository.ts';
import { findAwardOfCase, type AwardRecord } from '#electron/backend/store/paper-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { appealsOf, roundsOf, type RoundRecord } from '#electron/backend/store/round-repository.ts';
import { samplesOfCase, type SampleRecord } from '#electron/backend/store/sample-repository.ts';
import { reviewSettings } from '#electron/backend/store/settings-repository.ts';
import { openReturn, reviewDueAt, standingDocuments } from './document-review.ts';
import { withConsentTime } from './review/consent-time.ts';
import { centreDay, type Room } from './room.ts';
import { stageDueOn } from './working-days.ts';

/** A recorded fact, read back. */
export interface Finding extends Omit<FindingRecord, 'source'> {
  readonly finding: FindingValue;
  readonly source: EvidenceSource;
  /** The recorder's name, which the verdict's sentences say where somebody answers for a fact. */
  readonly recordedByName: string;
}

/** Everything that hangs on a case. */
export interface CaseFacts {
  readonly record: CaseRecord;
  readonly enterprise: EnterpriseRecord;
  readonly documents: readonly DocumentRecord[];
  readonly returns: readonly ReturnRecord[];
  readonly incidents: readonly IncidentRecord[];
  readonly findings: readonly Finding[];
  readonly samples: readonly SampleRecord[];
  /** Every review, the first one first. */
  readonly rounds: readonly RoundRecord[];
  /** The open round, else the last one that came to a decision. */
  readonly round: RoundRecord;
  /** Seats and opinions of the present round's panel, and how many opinions it needs. */
  readonly seats: readonly SeatRecord[];
  readonly opinions: readonly OpinionRecord[];
  readonly panelSize: number;
  /** Of all rounds, another desk's and those given up included. */
  readonly decisions: readonly DecisionRecord[];
  /** What came of the present round; undefined while it is open. */
  readonly decision: DecisionRecord | undefined;
  /** The decision that stands, while a later round is open too. */
  readonly standing: DecisionRecord | undefined;
  readonly award: AwardRecord | undefined;
}

/** Reads a case with all that hangs on it; undefined when there is none. */
export function loadCase(room: Room, id: CaseId): CaseFacts | undefined {
  const { store } = room;
  const record = findCase(store, id);
  if (record === undefined) return undefined;
  const rounds = roundsOf(store, id);
  const round = presentRound(rounds);
  const decisions = withConsentTime(decisionsOf(store, id), appealsOf(store, id), room.today());
  const standing = decisions.findLast(({ state }) => state === 'stands');
  return {
    record,
    enterprise: getEnterprise(store, record.uscc),
    documents: documentsOf(store, id),
    returns: returnsOf(store, id),
    incidents: incidentsOf(store, record),
    findings: findingsOf(store, id).map((row) => ({
      ...row,
      finding: JSON.parse(row.value) as FindingValue,
      source: JSON.parse(row.source) as EvidenceSource,
      recordedByName: personName(store, row.recordedBy),
    })),
    samples: samplesOfCase(store, id),
    rounds,
    round,
    seats: seatsOf(store, id, round.panelRound),
    opinions: opinionsOf(store, id, round.panelRound),
    panelSize: panelSizeOf(room, record, rounds, round),
    decisions,
    decision: round.state === 'open' ? undefined : standing,
    standing,
    award: findAwardOfCase(store, id),
  };
}

/** The round that is open, else the newest that was not dismissed. */
export function presentRound(rounds: readonly RoundRecord[]): RoundRecord {
  const round = rounds.findLast(({ state }) => state === 'open') ?? rounds.findLast(({ state }) => state === 'decided');
  if (round === undefined) throw new Error('a case has a round of review from its first day');
  return round;
}

/** Opinions a round needs: what its panel began with, else what the centre has set for the star. */
export function panelSizeOf(
  room: Room,
  record: Pick<CaseRecord, 'requestedStar'>,
  rounds: readonly RoundRecord[],
  round: RoundRecord,
): number {
  const kept = rounds.find((one) => one.round === round.panelRound)?.panelSize;
  return kept ?? reviewSettings(room.store).panel[record.requestedStar];
}

/** Seats of the present panel and whether their holders have spoken. */
export const seatStates = ({
  opinions,
  seats,
}: Pick<CaseFacts, 'opinions' | 'seats'>): readonly { readonly personId: string; readonly given: boolean }[] =>
  seats.map(({ personId }) => ({ personId, given: opinions.some((opinion) => opinion.personId === personId) }));

/** Whether the present panel has spoken, so that its opinions are open. */
export const isPanelOpen = (facts: Pick<CaseFacts, 'opinions' | 'seats' | 'panelSize'>): boolean =>
  isPanelComplete(seatStates(facts), facts.panelSize);

type Kind = FindingValue['kind'];
type OfKind<K extends Kind> = Extract<FindingValue, { kind: K }>;

/** The finding of a kind that counts: the newest. */
function current<K extends Kind>(facts: CaseFacts, kind: K): (Finding & { readonly finding: OfKind<K> }) | undefined {
  const found = facts.findings.findLast((row) => row.superseded === 0 && row.kind === kind);
  return found as (Finding & { readonly finding: OfKind<K> }) | undefined;
}

/** The dossier of a case as its facts stand, to be judged on a day. */
export function dossierOf(facts: CaseFacts, decisionOn: PlainDate): Dossier {
  const { record, enterprise } = facts;
  const spotCheck = current(facts, 'spot-check');
  const lines = current(facts, 'lines')?.finding;
  const siteTest = current(facts, 'site-test')?.finding;
  const evaluation = current(facts, 'evaluation')?.finding;
  const waiver = current(facts, 'young-enterprise-waiver');
  return {
    case: {
      id: record.id,
      requestedStar: record.requestedStar,
      submittedOn: record.submittedOn,
      reviewOn: current(facts, 'review-date')?.finding.on ?? null,
      decisionOn,
    },
    enterprise: { name: enterprise.name, uscc: enterprise.uscc, foundedOn: enterprise.foundedOn },
    product: { name: record.productName, category: record.category },
    documents: standingDocuments(facts.documents).map(({ kind, link, checked, validFrom, validUntil }) => ({
      kind,
      link,
      check: checked,
      validFrom,
      validUntil,
    })),
    notApplicable: facts.findings
      .filter((row) => row.superseded === 0)
      .flatMap((row) =>
        row.finding.kind === 'not-applicable'
          ? [
              {
                criterion: 'BASIC.COMPLIANCE_CERTS' as const,
                link: row.finding.link,
                by: row.recordedByName,
                reason: row.finding.reason,
              },
            ]
          : [],
      ),
    incidents: facts.incidents.map(({ kind, occurredOn, status, grade }) => ({ kind, occurredOn, status, grade })),
    traceability: current(facts, 'traceability')?.finding.level ?? null,
    riskControl: current(facts, 'risk-control')?.finding.level ?? null,
    sample: sampleFact(facts.samples),
    spotCheck: spotCheck
      ? { outcome: spotCheck.finding.outcome, by: spotCheck.recordedByName, reason: spotCheck.finding.reason }
      : null,
    siteTest: siteTest ? { outcome: siteTest.outcome } : null,
    lines: lines ? { inspected: lines.inspected, recordsViewed: lines.recordsViewed, outcome: lines.outcome } : null,
    evaluation: evaluation ? { mode: evaluation.mode, completedOn: evaluation.completedOn } : null,
    youngEnterpriseWaiver: waiver ? { by: waiver.recordedByName, reason: waiver.finding.reason } : null,
  };
}

/** The earliest sample that was accepted; else the last one refused; else nothing yet. */
function sampleFact(samples: readonly SampleRecord[]): Dossier['sample'] {
  const accepted = samples.filter((sample) => sample.refusal === null);
  const [first] = accepted.toSorted((a, b) => a.arrivedOn.localeCompare(b.arrivedOn));
  if (first) return { receivedOn: first.arrivedOn, accepted: true };
  const last = samples.at(-1);
  return last ? { receivedOn: last.arrivedOn, accepted: false } : null;
}

/**
 * Everybody who has had to do with a case: what is remembered of it, and whoever judged, at any desk and at any
 * time, a complaint or accident that counts for it, since that judgement is evidence of its dossier.
 */
export function touchesOn(room: Room, { incidents, record, rounds }: CaseFacts): readonly TouchInRound[] {
  const kept = allTouchesOf(room.store, record.id);
  const judged = judgesOf(
    room.store,
    incidents.map(({ id }) => id),
  ).map(({ at, by }): TouchInRound => ({
    personId: personAtAnyDesk(by),
    touch: 'recorded-evidence',
    round: roundAt(rounds, at),
  }));
  return mergeTouches([...kept, ...judged]);
}

/** How a person has had to do with a case and its enterprise. */
export function involvementOf(room: Room, facts: CaseFacts, personId: string): Involvement {
  const touches = touchesOn(room, facts).filter((one) => one.personId === personId);
  return {
    touches: touches.map(({ touch }) => touch),
    earlier: touches.filter(({ round }) => round < facts.round.round).map(({ touch }) => touch),
    filedAppeal: facts.round.kind === 'appeal' && personAtAnyDesk(facts.round.openedBy ?? '') === personId,
    conflict: conflictReason(room.store, personId, facts.record.uscc),
  };
}

/** What a decision comes to today, with the applicant's answer to a proposal. */
export function decisionState(decision: DecisionRecord | undefined): 'proposed' | 'granted' | 'refused' | null {
  if (decision === undefined) return null;
  if (decision.outcome === 'grant') return 'granted';
  if (decision.outcome === 'refuse') return 'refused';
  if (decision.consentAgreed === null) return 'proposed';
  return decision.consentAgreed === 1 ? 'granted' : 'refused';
}

/**
 * Works the stage out anew after a deed, inside its transaction, and counts the case one version up. Opinions that
 * the deed opened are kept as read: the last one given, or the last silent seat released.
 */
export function restage(room: Room, id: CaseId): Stage {
  const facts = loadCase(room, id);
  if (facts === undefined) throw new Error(`no case ${id}`);
  const at = room.now().toISOString();
  if (isPanelOpen(facts)) openOpinions(room.store, id, facts.round.panelRound, at);
  const documents = standingDocuments(facts.documents);
  const stage = caseStage({
    pendingDocuments: documents.filter((document) => document.checked === 'pending').length,
    rejectedDocuments: documents.filter((document) => document.checked === 'rejected').length,
    awaitingPapers: openReturn(facts.returns) !== undefined,
    acceptedSamples: facts.samples.filter((sample) => sample.refusal === null).length,
    evaluationCompleted: (current(facts, 'evaluation')?.finding.completedOn ?? null) !== null,
    opinions: facts.opinions.length,
    panelSize: Math.max(facts.panelSize, facts.seats.length),
    decision: decisionState(facts.decision),
    issued: facts.award !== undefined && decisionState(facts.decision) === 'granted',
  });
  touchCase(room.store, id, stage, dueOnOf(room, facts, stage), at);
  return stage;
}

/** The day a case should leave the stage it is in now; the document review's is what its clock says. */
function dueOnOf(room: Room, { decision, record, returns }: CaseFacts, stage: Stage): PlainDate {
  if (stage === 'proposed' && decision?.consentUntil) return decision.consentUntil;
  if (stage === 'documents-in-review') return centreDay(reviewDueAt(room, record.submittedOn, returns));
  return stage === record.stage ? record.dueOn : stageDueOn(stage, room.today());
}

/** Whether a proposal was not answered in its time, which stands while an appeal is open: it can be consented to no more. */
export const hasLapsed = (decision: DecisionRecord | undefined, today: PlainDate): boolean =>
  decisionState(decision) === 'proposed' && decision?.consentUntil != null && decision.consentUntil < today;

/** Whether facts may still be added: while a round of review is open. */
export const isUndecided = (facts: CaseFacts): boolean => isOpen(facts.record.stage);
