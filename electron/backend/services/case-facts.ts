import type { CaseId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { FindingValue } from '#shared/contract/cases.ts';
import type { EvidenceSource } from '#shared/contract/evidence.ts';
import { caseStage, isOpen, type Stage } from '#shared/domain/case-stage.ts';
import { PANEL_SIZE, type Involvement } from '#shared/domain/impartiality.ts';
import type { Dossier } from '#shared/domain/star/dossier.ts';
import {
  documentsOf,
  findCase,
  findingsOf,
  getEnterprise,
  incidentsOf,
  touchCase,
  touchesOf,
  type CaseRecord,
  type DocumentRecord,
  type EnterpriseRecord,
  type FindingRecord,
  type IncidentRecord,
} from '#electron/backend/store/case-repository.ts';
import {
  findDecision,
  opinionsOf,
  type DecisionRecord,
  type OpinionRecord,
} from '#electron/backend/store/decision-repository.ts';
import { returnsOf, type ReturnRecord } from '#electron/backend/store/message-repository.ts';
import { findAwardOfCase, type AwardRecord } from '#electron/backend/store/paper-repository.ts';
import { conflictReason } from '#electron/backend/store/people-repository.ts';
import { samplesOfCase, type SampleRecord } from '#electron/backend/store/sample-repository.ts';
import { openReturn, reviewDueAt, standingDocuments } from './document-review.ts';
import { centreDay, type Room } from './room.ts';
import { stageDueOn } from './working-days.ts';

/** A recorded fact, read back. */
export interface Finding extends Omit<FindingRecord, 'source'> {
  readonly finding: FindingValue;
  readonly source: EvidenceSource;
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
  readonly opinions: readonly OpinionRecord[];
  readonly decision: DecisionRecord | undefined;
  readonly award: AwardRecord | undefined;
}

/** Reads a case with all that hangs on it; undefined when there is none. */
export function loadCase(room: Room, id: CaseId): CaseFacts | undefined {
  const { store } = room;
  const record = findCase(store, id);
  if (record === undefined) return undefined;
  return {
    record,
    enterprise: getEnterprise(store, record.uscc),
    documents: documentsOf(store, id),
    returns: returnsOf(store, id),
    incidents: incidentsOf(store, id),
    findings: findingsOf(store, id).map((row) => ({
      ...row,
      finding: JSON.parse(row.value) as FindingValue,
      source: JSON.parse(row.source) as EvidenceSource,
    })),
    samples: samplesOfCase(store, id),
    opinions: opinionsOf(store, id),
    decision: findDecision(store, id),
    award: findAwardOfCase(store, id),
  };
}

type Kind = FindingValue['kind'];
type OfKind<K extends Kind> = Extract<FindingValue, { kind: K }>;

/** The finding of a kind that counts: the newest. */
function current<K extends Kind>(facts: CaseFacts, kind: K): (Finding & { readonly finding: OfKind<K> }) | undefined {
  const found = facts.findings.findLast((row) => row.superseded === 0 && row.kind === kind);
  return found as (Finding & { readonly finding: OfKind<K> }) | undefined;
}

/** The dossier of a case as its facts stand; `decisionOn` is null while an expert is still working. */
export function dossierOf(facts: CaseFacts, decisionOn: PlainDate | null): Dossier {
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
                by: row.recordedBy,
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
      ? { outcome: spotCheck.finding.outcome, by: spotCheck.recordedBy, reason: spotCheck.finding.reason }
      : null,
    siteTest: siteTest ? { outcome: siteTest.outcome } : null,
    lines: lines ? { inspected: lines.inspected, recordsViewed: lines.recordsViewed, outcome: lines.outcome } : null,
    evaluation: evaluation ? { mode: evaluation.mode, completedOn: evaluation.completedOn } : null,
    youngEnterpriseWaiver: waiver ? { by: waiver.recordedBy, reason: waiver.finding.reason } : null,
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

/** How a person has had to do with a case and its enterprise. */
export function involvementOf(room: Room, facts: CaseFacts, personId: string): Involvement {
  const touches = touchesOf(room.store, facts.record.id, personId);
  return { touches, conflict: conflictReason(room.store, personId, facts.record.uscc) };
}

/** What a decision comes to today, with the applicant's answer to a proposal. */
export function decisionState(decision: DecisionRecord | undefined): 'proposed' | 'granted' | 'refused' | null {
  if (decision === undefined) return null;
  if (decision.outcome === 'grant') return 'granted';
  if (decision.outcome === 'refuse') return 'refused';
  if (decision.consentAgreed === null) return 'proposed';
  return decision.consentAgreed === 1 ? 'granted' : 'refused';
}

/** Works the stage out anew after a deed, inside its transaction, and counts the case one version up. */
export function restage(room: Room, id: CaseId): Stage {
  const facts = loadCase(room, id);
  if (facts === undefined) throw new Error(`no case ${id}`);
  const documents = standingDocuments(facts.documents);
  const stage = caseStage({
    pendingDocuments: documents.filter((document) => document.checked === 'pending').length,
    rejectedDocuments: documents.filter((document) => document.checked === 'rejected').length,
    awaitingPapers: openReturn(facts.returns) !== undefined,
    acceptedSamples: facts.samples.filter((sample) => sample.refusal === null).length,
    evaluationCompleted: (current(facts, 'evaluation')?.finding.completedOn ?? null) !== null,
    opinions: facts.opinions.length,
    panelSize: panelSizeOf(facts.record),
    decision: decisionState(facts.decision),
    issued: facts.award !== undefined,
  });
  touchCase(room.store, id, stage, dueOnOf(room, facts, stage));
  return stage;
}

/** The day a case should leave the stage it is in now; the document review's is what its clock says. */
function dueOnOf(room: Room, { record, returns }: CaseFacts, stage: Stage): PlainDate {
  if (stage === 'documents-in-review') return centreDay(reviewDueAt(room, record.submittedOn, returns));
  return stage === record.stage ? record.dueOn : stageDueOn(stage, room.today());
}

/** Opinions a case needs before its decision, by the star it asks for. */
export const panelSizeOf = (record: Pick<CaseRecord, 'requestedStar'>): number => PANEL_SIZE[record.requestedStar] ?? 1;

/** Whether facts may still be added: not after the decision. */
export const isUndecided = (facts: CaseFacts): boolean => isOpen(facts.record.stage);
