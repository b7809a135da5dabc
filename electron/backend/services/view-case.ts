import type { PlainDate } from '#shared/base/plain-date.ts';
import { ok } from '#shared/base/result.ts';
import type {
  CaseRow,
  CaseView,
  DecisionView,
  DocumentView,
  FindingValue,
  FindingView,
  OpinionView,
} from '#shared/contract/cases.ts';
import type { SampleView } from '#shared/contract/intake.ts';
import { isOpen, type Stage } from '#shared/domain/case-stage.ts';
import { mayDecide, mayEvaluate } from '#shared/domain/impartiality.ts';
import { goodUntil } from '#shared/domain/shelf-life.ts';
import { decide } from '#shared/domain/star/decide.ts';
import type { CaseListRow, DocumentRecord } from '#electron/backend/store/case-repository.ts';
import type { DecisionRecord } from '#electron/backend/store/decision-repository.ts';
import { findFact } from '#electron/backend/store/facts.ts';
import { returnsOf } from '#electron/backend/store/message-repository.ts';
import { findOutbox } from '#electron/backend/store/outbox-repository.ts';
import { printsOf } from '#electron/backend/store/paper-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import type { SampleRecord } from '#electron/backend/store/sample-repository.ts';
import {
  decisionState,
  dossierOf,
  involvementOf,
  loadCase,
  panelSizeOf,
  type CaseFacts,
  type Finding,
} from './case-facts.ts';
import { clockOf, returnView } from './document-review.ts';
import { refuse } from './refuse.ts';
import { standardInForce } from './standards/standard.ts';
import type { Room, Service, SignedInCaller } from './room.ts';

/** Everything about a case on one page, with the verdict as the facts stand. */
export const getCase: Service<'case.get'> = (room, input, caller) => {
  const facts = loadCase(room, input.caseId);
  if (facts === undefined) return refuse('case.unknown', {}, 'caseId');
  return ok(caseView(room, facts, caller));
};

function caseView(room: Room, facts: CaseFacts, caller: SignedInCaller): CaseView {
  const { record, enterprise } = facts;
  const dossier = facts.decision ? (JSON.parse(facts.decision.dossier) as CaseView['dossier']) : dossierOf(facts, null);
  const involvement = involvementOf(room, facts, caller.person.id);
  const forDecision = mayDecide(involvement);
  const forEvaluation = mayEvaluate(involvement);
  return {
    ...caseRow(room, { ...record, enterpriseName: enterprise.name, grantedStar: grantedStar(facts) }),
    version: record.version,
    enterprise: {
      name: enterprise.name,
      uscc: enterprise.uscc,
      foundedOn: enterprise.foundedOn,
      divisionCode: enterprise.divisionCode,
      divisionName: enterprise.divisionName,
      address: enterprise.address,
    },
    product: {
      name: record.productName,
      category: record.category,
      specification: record.specification,
      gtin: record.gtin,
      foodLicence: record.foodLicence,
    },
    documents: facts.documents.map((document) => documentView(room, document, facts.documents)),
    returns: facts.returns.map((row) => returnView(room, row)),
    incidents: facts.incidents,
    samples: facts.samples.map((sample) => sampleView(room, sample, record.productName)),
    findings: facts.findings.map((row) => findingView(room, row)),
    reported: JSON.parse(record.reported) as readonly FindingValue[],
    opinions: opinionViews(room, facts, caller.person.id),
    panelSize: panelSizeOf(record),
    decision: facts.decision ? decisionView(room, facts.decision) : null,
    dossier,
    verdict: facts.decision
      ? (JSON.parse(facts.decision.verdict) as CaseView['verdict'])
      : decide(standardInForce(room).standard, dossier),
    mayNotDecide: forDecision.ok ? null : forDecision.failure.code,
    mayNotEvaluate: forEvaluation.ok ? null : forEvaluation.failure.code,
    award: facts.award ? { number: facts.award.number, star: facts.award.star, issuedOn: facts.award.issuedOn } : null,
  };
}

const grantedStar = ({ decision }: CaseFacts): number | null =>
  decisionState(decision) === 'granted' ? (decision?.star ?? null) : null;

/** A case as a list shows it. */
export function caseRow(room: Room, row: CaseListRow): CaseRow {
  const { id, applicationNo, productName, enterpriseName, requestedStar, grantedStar, submittedOn, dueOn } = row;
  const stage: Stage = row.stage;
  const overdue = isOpen(stage) && dueOn < room.today();
  return {
    id,
    applicationNo,
    productName,
    enterpriseName,
    requestedStar,
    grantedStar,
    stage,
    submittedOn,
    dueOn,
    overdue,
    clock: clockOf(room, stage, submittedOn as PlainDate, returnsOf(room.store, id)),
  };
}

const nameOrNull = (room: Room, id: string | null): string | null => (id === null ? null : personName(room.store, id));

/** A document as others see it. */
export const documentView = (room: Room, document: DocumentRecord, all: readonly DocumentRecord[]): DocumentView => ({
  id: document.id,
  kind: document.kind,
  link: document.link,
  title: document.title,
  number: document.number,
  issuer: document.issuer,
  validFrom: document.validFrom,
  validUntil: document.validUntil,
  reportedCheck: document.reportedCheck,
  check: document.checked,
  checkedBy: nameOrNull(room, document.checkedBy),
  checkedAt: document.checkedAt,
  reason: document.reason,
  reasonCode: document.reasonCode,
  answers: JSON.parse(document.answers) as DocumentView['answers'],
  replaces: document.replaces,
  replacedBy: all.find(({ replaces }) => replaces === document.id)?.id ?? null,
  arrivedAt: document.arrivedAt,
});

/** A recorded fact as others see it. */
export const findingView = (
  room: Room,
  row: Pick<Finding, 'finding' | 'recordedBy' | 'recordedAt' | 'source'>,
): FindingView => ({
  kind: row.finding.kind,
  value: row.finding,
  by: personName(room.store, row.recordedBy),
  at: row.recordedAt,
  source: row.source,
});

/** A sample as others see it. */
export const sampleView = (room: Room, sample: SampleRecord, productName: string): SampleView => ({
  id: sample.id,
  barcode: sample.barcode,
  caseId: sample.caseId,
  parcelId: sample.parcelId,
  productName,
  batch: sample.batch,
  producedOn: sample.producedOn,
  shelfLifeDays: sample.shelfLifeDays,
  quantity: sample.quantity,
  unit: sample.unit,
  condition: sample.condition,
  storage: sample.storage,
  location: sample.location,
  state: sample.state,
  refusal: sample.refusal,
  goodUntil:
    sample.producedOn === null || sample.shelfLifeDays === null
      ? null
      : goodUntil(sample.producedOn, sample.shelfLifeDays),
  lapsedReason: sample.lapsedReason,
  receivedBy: personName(room.store, sample.receivedBy),
  receivedAt: sample.receivedAt,
  labelPrints: printsOf(room.store, 'label', sample.barcode),
});

/** Whether every opinion the case needs is in; what experts wrote is open from then on. */
export const panelComplete = (facts: CaseFacts): boolean => facts.opinions.length >= panelSizeOf(facts.record);

/** Opinions are blind: another's stays sealed until the panel is complete. */
export function opinionViews(room: Room, facts: CaseFacts, reader: string): readonly OpinionView[] {
  const complete = panelComplete(facts);
  return facts.opinions.map((opinion) => {
    const open = complete || opinion.personId === reader;
    return {
      by: personName(room.store, opinion.personId),
      at: opinion.givenAt,
      star: open ? opinion.star : null,
      text: open ? opinion.text : null,
      sealed: !open,
    };
  });
}

/** Whether this desk has a platform above it whose word counts. */
export const isEnrolled = (room: Room): boolean => findFact(room.store, 'platform.origin') !== undefined;

/** A decision of an enrolled desk is provisional until the platform has accepted it. */
export const isProvisional = (room: Room, decision: DecisionRecord): boolean =>
  isEnrolled(room) && findOutbox(room.store, decision.ledgerSeq)?.state !== 'accepted';

/** A decision as others see it. */
export const decisionView = (room: Room, decision: DecisionRecord): DecisionView => ({
  id: decision.id,
  outcome: decision.outcome,
  star: decision.star,
  by: personName(room.store, decision.decidedBy),
  at: decision.decidedAt,
  note: decision.note,
  provisional: isProvisional(room, decision),
  consent:
    decision.consentAgreed === null
      ? null
      : {
          agreed: decision.consentAgreed === 1,
          by: nameOrNull(room, decision.consentBy) ?? '',
          at: decision.consentAt ?? '',
          how: decision.consentHow ?? '',
        },
});
