import type { PlainDate } from '#shared/base/plain-date.ts';
import { CHAIN_LINKS, type Dossier, type DossierDocument } from '#shared/domain/star/dossier.ts';
import type { CriterionId, Standard } from '#shared/domain/star/standard.ts';
import type { Verdict } from '#shared/domain/star/verdict.ts';
import type { TextOf } from './language.tsx';
import type { LadderColumn } from './star-ladder-model.ts';

/** The day documents are held against: the decision's, else the review's, else the submission's. */
export const dossierDay = ({ case: { decisionOn, reviewOn, submittedOn } }: Dossier): PlainDate =>
  decisionOn ?? reviewOn ?? submittedOn;

/** Whether a document is accepted and valid on a day. */
export const holdsOn = (document: DossierDocument, day: PlainDate): boolean =>
  document.check === 'accepted' && (document.validFrom ?? day) <= day && day <= (document.validUntil ?? day);

const isPending = ({ check }: DossierDocument): boolean => check !== 'accepted' && check !== 'rejected';

/** What a fact is read from. */
export interface FactSource {
  readonly dossier: Dossier;
  readonly verdict: Verdict;
  /** Names the clean period; the fact goes without it until it is loaded. */
  readonly standard?: Standard | undefined;
}

const ofKind = ({ dossier }: FactSource, kind: DossierDocument['kind']): readonly DossierDocument[] =>
  (dossier.documents ?? []).filter((document) => document.kind === kind);

function licence(source: FactSource, text: TextOf): string {
  const day = dossierDay(source.dossier);
  const [unified, legacy] = [ofKind(source, 'business-licence'), ofKind(source, 'business-licence-legacy')];
  if (unified.some((document) => holdsOn(document, day))) {
    const answers = source.verdict.criteria.find(({ id }) => id === 'BASIC.LICENCE')?.perStar;
    if (answers?.[1] === 'met') return text('ladder.licenceUnified');
    return text(source.dossier.enterprise?.uscc ? 'ladder.codeWrong' : 'ladder.codeMissing');
  }
  if (legacy.some((document) => holdsOn(document, day))) return text('ladder.licenceLegacy');
  return paperState([...unified, ...legacy], text);
}

/** The sentence part for papers of which none holds. */
function paperState(documents: readonly DossierDocument[], text: TextOf): string {
  if (documents.length === 0) return text('ladder.notUploaded');
  if (documents.some(isPending)) return text('ladder.pending');
  return documents.some(({ check }) => check === 'accepted') ? text('ladder.notValid') : text('ladder.rejected');
}

function certificates(source: FactSource, text: TextOf): string {
  const day = dossierDay(source.dossier);
  const papers = ofKind(source, 'compliance-certificate');
  const state = (link: (typeof CHAIN_LINKS)[number]): 'held' | 'pending' | 'lacking' => {
    const own = papers.filter((document) => document.link === link);
    const waived = source.dossier.notApplicable?.some((entry) => entry.link === link && entry.reason);
    if (own.some((document) => holdsOn(document, day)) || waived) return 'held';
    return own.some(isPending) ? 'pending' : 'lacking';
  };
  const named = (wanted: ReturnType<typeof state>): string =>
    CHAIN_LINKS.filter((link) => state(link) === wanted)
      .map((link) => text(`ladder.link-${link}`))
      .join(' ');
  const [lacking, pending] = [named('lacking'), named('pending')];
  if (lacking !== '') return text('ladder.lacking', { what: lacking });
  return pending === '' ? text('ladder.allLinks') : text('ladder.linksPending', { what: pending });
}

function cleanRecord({ dossier, verdict, standard }: FactSource, text: TextOf): string {
  const incidents = dossier.incidents ?? [];
  const open = incidents.filter(({ status, grade }) => status !== 'dismissed' && !(status === 'upheld' && grade));
  const important = incidents
    .filter(({ status, grade }) => status === 'upheld' && grade === 'important')
    .map(({ occurredOn }) => occurredOn ?? '')
    .sort()
    .at(-1);
  if (important !== undefined) return text('ladder.importantIncident', { date: important });
  if (open.length > 0) return text('ladder.openIncidents', { count: open.length });
  if (!dossier.case.reviewOn) return text('ladder.noReviewDate');
  const criterion = standard?.criteria.find(({ id }) => id === 'RISK.CLEAN_RECORD');
  const met = verdict.criteria.find(({ id }) => id === 'RISK.CLEAN_RECORD')?.perStar;
  const asks = criterion?.id === 'RISK.CLEAN_RECORD' ? criterion.asks : [];
  const months = Math.max(0, ...asks.filter(({ star }) => met?.[star] === 'met').map(({ value }) => value));
  return months === 0 ? text('ladder.noIncident') : text('ladder.cleanMonths', { months });
}

function insurance(source: FactSource, text: TextOf): string {
  const policies = ofKind(source, 'insurance-policy');
  const held = policies.find((document) => holdsOn(document, dossierDay(source.dossier)));
  if (held !== undefined)
    return held.validUntil ? text('ladder.policyUntil', { date: held.validUntil }) : text('ladder.policyHeld');
  return policies.length === 0 ? text('ladder.policyAwaited') : paperState(policies, text);
}

function productTest({ dossier }: FactSource, text: TextOf): string {
  if (dossier.spotCheck?.outcome === 'failed') return text('ladder.spot-failed');
  if (dossier.siteTest?.outcome) return text(`ladder.site-${dossier.siteTest.outcome}`);
  return dossier.spotCheck?.outcome ? text(`ladder.spot-${dossier.spotCheck.outcome}`) : text('ladder.notRecorded');
}

function lines({ dossier }: FactSource, text: TextOf): string {
  const seen = dossier.lines;
  if (!seen) return text('ladder.notRecorded');
  if (seen.outcome === 'failed') return text('ladder.linesFailed');
  if (!seen.inspected) return text('ladder.linesNotSeen');
  if (!seen.recordsViewed) return text('ladder.linesNoRecords');
  return seen.outcome === 'passed' ? text('ladder.linesPassed') : text('ladder.linesOpen');
}

function evaluation({ dossier }: FactSource, text: TextOf): string {
  const held = dossier.evaluation;
  if (!held?.mode) return text('ladder.notRecorded');
  return held.completedOn
    ? text('ladder.evaluated', { mode: text(`ladder.mode-${held.mode}`), date: held.completedOn })
    : text('ladder.evaluationOpen', { mode: text(`ladder.mode-${held.mode}`) });
}

function sample({ dossier }: FactSource, text: TextOf): string {
  if (!dossier.sample?.receivedOn) return text('ladder.sampleAwaited');
  return dossier.sample.accepted
    ? text('ladder.sampleReceived', { date: dossier.sample.receivedOn })
    : text('ladder.sampleRefused', { date: dossier.sample.receivedOn });
}

/** The short second fact of a criterion's row: the one thing that explains its marks. */
export function factOf(id: CriterionId, source: FactSource, text: TextOf): string {
  const { dossier } = source;
  switch (id) {
    case 'BASIC.LICENCE':
      return licence(source, text);
    case 'BASIC.COMPLIANCE_CERTS':
      return certificates(source, text);
    case 'BASIC.SAFETY_PHOTOS':
      return text('ladder.photos', {
        count: ofKind(source, 'safety-photo').filter((document) => holdsOn(document, dossierDay(dossier))).length,
      });
    case 'RISK.CLEAN_RECORD':
      return cleanRecord(source, text);
    case 'RISK.TRACEABILITY':
      return dossier.traceability ? text(`ladder.trace-${dossier.traceability}`) : text('ladder.notRecorded');
    case 'RISK.RISK_CONTROL':
      return dossier.riskControl ? text(`ladder.risk-${dossier.riskControl}`) : text('ladder.notRecorded');
    case 'RISK.QUALITY_INSURANCE':
      return insurance(source, text);
    case 'TEST.PRODUCT':
      return productTest(source, text);
    case 'TEST.LINES':
      return lines(source, text);
    case 'MODE.EVALUATION':
      return evaluation(source, text);
    case 'GATE.SAMPLE_SENT':
      return sample(source, text);
  }
}

/** Where a star stands, in a few words: 符合, 缺 1 项, 不符合 2 项. */
export function columnState({ status, unknown, notMet, highest }: LadderColumn, text: TextOf): string {
  if (status === 'satisfied') return text(highest ? 'ladder.highest' : 'ladder.satisfied');
  return status === 'open' ? text('ladder.open', { count: unknown }) : text('ladder.failed', { count: notMet });
}
