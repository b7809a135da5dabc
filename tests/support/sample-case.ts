import { readFileSync } from 'node:fs';
import type { CaseId, DocumentId, SampleId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { CaseRow, CaseView, DocumentView } from '#shared/contract/cases.ts';
import { parseStandard } from '#shared/contract/standard.ts';
import { caseStage } from '#shared/domain/case-stage.ts';
import { PANEL_SIZE } from '#shared/domain/impartiality.ts';
import { disagreementOf } from '#shared/domain/panel.ts';
import { usccCheck } from '#shared/domain/codes/uscc.ts';
import { decide } from '#shared/domain/star/decide.ts';
import type { Dossier, DossierDocument } from '#shared/domain/star/dossier.ts';
import type { Standard } from '#shared/domain/star/standard.ts';

const day = (text: string): PlainDate => text as PlainDate;

/** The shipped star standard. */
export function sampleStandard(): Standard {
  const file = new URL('../../resources/standards/otop-star.json', import.meta.url);
  const parsed = parseStandard(JSON.parse(readFileSync(file, 'utf8')), 'a'.repeat(64));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  return parsed.value;
}

const accepted = (kind: DossierDocument['kind'], rest: Partial<DossierDocument> = {}): DossierDocument => ({
  kind,
  check: 'accepted',
  validFrom: day('2024-03-01'),
  validUntil: day('2027-02-28'),
  ...rest,
});

/** A dossier in which everything up to four stars is met but the insurance policy, which is awaited (样例). */
export function sampleDossier(change: Partial<Dossier> = {}): Dossier {
  return {
    case: {
      id: 'C-2026-00418',
      requestedStar: 4,
      submittedOn: day('2026-09-28'),
      reviewOn: day('2026-11-18'),
      decisionOn: day('2026-11-21'),
    },
    enterprise: {
      name: '安化县云台山茶业专业合作社（样例）',
      uscc: `91430923MA4L1AB23${usccCheck('91430923MA4L1AB23')}`,
      foundedOn: day('2015-04-01'),
    },
    product: { name: '安化千两茶', category: 'tea' },
    documents: [
      accepted('business-licence', { validFrom: day('2015-04-01'), validUntil: null }),
      ...(['production', 'processing', 'storage', 'transport', 'sale'] as const).map((link) =>
        accepted('compliance-certificate', { link }),
      ),
      ...Array.from({ length: 6 }, () => accepted('safety-photo', { validFrom: null, validUntil: null })),
    ],
    notApplicable: [],
    incidents: [],
    traceability: 'production-environment',
    riskControl: 'verified-on-site',
    sample: { receivedOn: day('2026-10-12'), accepted: true },
    spotCheck: null,
    siteTest: { outcome: 'passed' },
    lines: { inspected: true, recordsViewed: true, outcome: 'passed' },
    evaluation: { mode: 'experts-on-site', completedOn: day('2026-11-18') },
    youngEnterpriseWaiver: null,
    ...change,
  };
}

/** The same dossier with a valid policy: four stars are met. */
export const insuredDossier = (): Dossier =>
  sampleDossier({ documents: [...(sampleDossier().documents ?? []), accepted('insurance-policy')] });

const TITLES: Readonly<Record<string, string>> = {
  'business-licence': '营业执照',
  'compliance-certificate': '食品安全管理体系认证证书',
  'safety-photo': '车间照片',
  'insurance-policy': '食品安全责任保险单',
};

const documentView = (document: DossierDocument, index: number): DocumentView => ({
  id: `D-${index + 1}` as DocumentId,
  kind: document.kind,
  link: document.link ?? null,
  title: `${TITLES[document.kind] ?? document.kind}${document.kind === 'safety-photo' ? ` ${index - 5}` : ''}`,
  number: document.kind === 'safety-photo' ? null : `HN-2024-${String(4180 + index)}`,
  issuer: document.kind === 'compliance-certificate' ? '湖南质检认证中心（样例）' : null,
  validFrom: document.validFrom ?? null,
  validUntil: document.validUntil ?? null,
  reportedCheck: document.check === 'rejected' ? 'rejected' : 'accepted',
  check: document.check ?? 'pending',
  checkedBy: document.check === 'accepted' || document.check === 'rejected' ? '柳工（样例）' : null,
  checkedAt: document.check === 'accepted' || document.check === 'rejected' ? '2026-10-02T02:14:00Z' : null,
  reason: document.check === 'rejected' ? '证书已过有效期' : null,
  reasonCode: document.check === 'rejected' ? 'expired' : null,
  answers: {},
  replaces: null,
  replacedBy: null,
  arrivedAt: null,
});

const opinion = (by: string, at: string, star: number, text: string) => ({
  by,
  at,
  star,
  text,
  criteria: [],
  mine: false,
  sealed: false,
  wasOpen: true,
  afterOpening: false,
});

const OPINIONS = [
  opinion('沈工（样例）', '2026-11-18T09:00:00Z', 4, '同意四星，待保单'),
  opinion('鲁工（样例）', '2026-11-18T09:20:00Z', 4, '同意四星，待保单'),
  opinion('覃工（样例）', '2026-11-19T02:10:00Z', 3, '建议三星：保单空窗期已 2 个月'),
];

/** A case as the backend answers it, for a dossier; `change` overrides any field. */
export function sampleCase(dossier: Dossier = sampleDossier(), change: Partial<CaseView> = {}): CaseView {
  const documents = (dossier.documents ?? []).map(documentView);
  const panelSize = PANEL_SIZE[dossier.case.requestedStar] ?? 1;
  const stage = caseStage({
    pendingDocuments: documents.filter(({ check }) => check === 'pending').length,
    rejectedDocuments: documents.filter(({ check }) => check === 'rejected').length,
    awaitingPapers: false,
    acceptedSamples: dossier.sample?.accepted ? 1 : 0,
    evaluationCompleted: Boolean(dossier.evaluation?.completedOn),
    opinions: panelSize,
    panelSize,
    decision: null,
    issued: false,
  });
  return {
    id: dossier.case.id as CaseId,
    applicationNo: 'SQ20260928-0418',
    productName: dossier.product?.name ?? '',
    enterpriseName: dossier.enterprise?.name ?? '',
    requestedStar: dossier.case.requestedStar,
    grantedStar: null,
    stage,
    submittedOn: dossier.case.submittedOn,
    dueOn: '2026-11-21',
    overdue: false,
    clock: null,
    version: 7,
    enterprise: {
      name: dossier.enterprise?.name ?? '',
      uscc: dossier.enterprise?.uscc ?? '',
      foundedOn: dossier.enterprise?.foundedOn ?? null,
      divisionCode: '430923106',
      divisionName: '湖南省 益阳市 安化县 马路镇',
      address: '马路镇云台村（样例）',
    },
    product: {
      name: dossier.product?.name ?? '',
      category: '茶叶',
      specification: '36.25 kg / 支',
      gtin: null,
      foodLicence: null,
    },
    documents,
    returns: [],
    incidents: [],
    samples: [
      {
        id: 'S-1' as SampleId,
        barcode: 'S2601001206',
        caseId: dossier.case.id as CaseId,
        parcelId: null,
        productName: dossier.product?.name ?? '',
        batch: '20260908-A2',
        producedOn: '2026-09-08',
        shelfLifeDays: null,
        quantity: '2',
        unit: '盒',
        condition: 'intact',
        storage: 'ambient',
        location: 'A-02-4',
        state: 'tested',
        refusal: null,
        goodUntil: null,
        lapsedReason: null,
        receivedBy: '彭工（样例）',
        receivedAt: '2026-10-12T02:41:00Z',
        labelPrints: 1,
      },
    ],
    findings: [
      {
        kind: 'review-date',
        value: { kind: 'review-date', on: day('2026-11-18') },
        by: '柳工（样例）',
        at: '2026-11-18T08:30:00Z',
        source: { kind: 'hand' },
      },
      {
        kind: 'evaluation',
        value: { kind: 'evaluation', mode: 'experts-on-site', completedOn: day('2026-11-18') },
        by: '柳工（样例）',
        at: '2026-11-18T08:29:00Z',
        source: { kind: 'hand' },
      },
      {
        kind: 'traceability',
        value: { kind: 'traceability', level: 'production-environment' },
        by: '柳工（样例）',
        at: '2026-11-18T07:12:00Z',
        source: { kind: 'hand' },
      },
      {
        kind: 'traceability',
        value: { kind: 'traceability', level: 'product' },
        by: '柳工（样例）',
        at: '2026-10-30T03:05:00Z',
        source: { kind: 'hand' },
      },
    ],
    reported: [],
    opinions: OPINIONS,
    panelSize,
    panel: {
      round: 1,
      kind: 'first',
      size: panelSize,
      seats: OPINIONS.map(({ at, by }) => ({
        personId: `U-${by}`,
        name: by,
        mine: false,
        assignedBy: '唐工（样例）',
        assignedAt: '2026-11-18T01:00:00Z',
        declaredAt: at,
        given: true,
      })),
      free: 0,
      complete: true,
      disagreement: disagreementOf(OPINIONS),
      mayNotJudge: null,
    },
    interests: [],
    decision: null,
    standing: null,
    rounds: [],
    conflict: null,
    mayNotAppeal: 'round.not-decided',
    mayNotConsent: 'case.no-proposal',
    legalHold: false,
    waitingSince: '2026-11-19T02:10:00Z',
    roundKind: 'first',
    holders: [],
    dossier,
    verdict: decide(sampleStandard(), dossier),
    mayNotDecide: null,
    mayNotEvaluate: null,
    award: null,
    ...change,
  };
}

/** A case's row in a queue. */
export const rowOf = ({
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
  clock,
  waitingSince,
  roundKind,
  holders,
}: CaseView): CaseRow => ({
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
  clock,
  waitingSince,
  roundKind,
  holders,
});
