import type { PlainDate } from '#shared/base/plain-date.ts';
import { ok } from '#shared/base/result.ts';
import type { CaseRow, CaseView, DocumentView, FindingValue, FindingView } from '#shared/contract/cases.ts';
import type { SampleView } from '#shared/contract/intake.ts';
import { isOpen, type Stage } from '#shared/domain/case-stage.ts';
import { mayDecideRound, mayEvaluate } from '#shared/domain/impartiality.ts';
import { goodUntil } from '#shared/domain/shelf-life.ts';
import type { CaseListRow } from '#electron/backend/store/case-queues.ts';
import type { DocumentRecord } from '#electron/backend/store/case-repository.ts';
import { returnsOf } from '#electron/backend/store/message-repository.ts';
import { holdersOf } from '#electron/backend/store/panel-repository.ts';
import { printsOf } from '#electron/backend/store/paper-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { presentKind } from '#electron/backend/store/round-repository.ts';
import type { SampleRecord } from '#electron/backend/store/sample-repository.ts';
import { involvementOf, loadCase, type CaseFacts, type Finding } from './case-facts.ts';
import { interestViews } from './conflicts.ts';
import { clockOf, returnView } from './document-review.ts';
import { isOnHold } from './legal-hold.ts';
import { refuse } from './refuse.ts';
import { appealable } from './review/appeals.ts';
import { decisionView } from './review/decision-views.ts';
import { mayNotConsent } from './review/consent.ts';
import { judgeToday } from './review/judge-case.ts';
import { opinionViews, panelView } from './review/panel-views.ts';
import { grantedStarOf } from './review/read-decisions.ts';
import { conflictView, roundViews } from './review/round-views.ts';
import type { Room, Service, SignedInCaller } from './room.ts';

/** Everything about a case on one page, with the verdict as it would be stored today, or as it was. */
export const getCase: Service<'case.get'> = (room, input, caller) => {
  const facts = loadCase(room, input.caseId);
  if (facts === undefined) return refuse('case.unknown', {}, 'caseId');
  return ok(caseView(room, facts, caller));
};

function caseView(room: Room, facts: CaseFacts, caller: SignedInCaller): CaseView {
  const { record, enterprise } = facts;
  const { dossier, verdict } = judgementOf(room, facts);
  const involvement = involvementOf(room, facts, caller.person.id);
  const forDecision = mayDecideRound(involvement, facts.round.kind);
  const forEvaluation = mayEvaluate(involvement);
  const appeal = appealable(room, facts, room.today());
  const reader = caller.person.id;
  return {
    ...caseRow(room, { ...record, enterpriseName: enterprise.name, grantedStar: grantedStarOf(facts) }, caller),
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
    incidents: facts.incidents.map(({ grade, id, kind, occurredOn, scope, status, summary }) => ({
      id,
      scope,
      kind,
      occurredOn,
      status,
      grade,
      summary,
    })),
    samples: facts.samples.map((sample) => sampleView(room, sample, record.productName)),
    findings: facts.findings.map((row) => findingView(room, row)),
    reported: JSON.parse(record.reported) as readonly FindingValue[],
    opinions: opinionViews(room, facts, reader),
    panelSize: facts.panelSize,
    panel: panelView(room, facts, reader),
    interests: interestViews(room, record.uscc),
    decision: facts.decision ? decisionView(room, facts.decision) : null,
    standing: facts.standing ? decisionView(room, facts.standing) : null,
    rounds: roundViews(room, facts, reader),
    conflict: conflictView(room, facts),
    mayNotAppeal: appeal.ok ? null : appeal.failure.code,
    mayNotConsent: mayNotConsent(room, facts),
    legalHold: isOnHold(room, record.id),
    dossier,
    verdict,
    mayNotDecide: forDecision.ok ? null : forDecision.failure.code,
    mayNotEvaluate: forEvaluation.ok ? null : forEvaluation.failure.code,
    award: awardOf(facts),
  };
}

/** What the decision rests on and says; while the round is open, what it would be today. */
const judgementOf = (room: Room, facts: CaseFacts): Pick<CaseView, 'dossier' | 'verdict'> =>
  facts.decision
    ? {
        dossier: JSON.parse(facts.decision.dossier) as CaseView['dossier'],
        verdict: JSON.parse(facts.decision.verdict) as CaseView['verdict'],
      }
    : judgeToday(room, facts);

const awardOf = (facts: CaseFacts): CaseView['award'] =>
  facts.award
    ? {
        number: facts.award.number,
        star: facts.award.star,
        issuedOn: facts.award.issuedOn,
        differs: facts.award.star !== grantedStarOf(facts),
      }
    : null;

/** A case as a list shows it. */
export function caseRow(room: Room, row: CaseListRow, caller: SignedInCaller): CaseRow {
  const { id, applicationNo, productName, enterpriseName, requestedStar, grantedStar, submittedOn, dueOn } = row;
  const stage: Stage = row.stage;
  const overdue = (isOpen(stage) || stage === 'proposed') && dueOn < room.today();
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
    waitingSince: row.stageSince,
    roundKind: presentKind(room.store, id),
    holders: holdersOf(room.store, id).map(({ given, name, personId }) => ({
      name: name ?? personId,
      given: given === 1,
      mine: personId === caller.person.id,
    })),
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
