import { addDays, addMonths, type PlainDate } from '#shared/base/plain-date.ts';
import type { Star } from '#shared/domain/star/star.ts';
import type { Application } from '#shared/platform/application.ts';

/** Changes an application that would be granted, so that it comes out as the scenario's name says. */
type Scenario = (draft: Application) => void;

const INSPECTOR = '审核员甲（样例）';
const EXPERT = '评审专家乙（样例）';

function inspectionOf(draft: Application): NonNullable<Application['inspection']> {
  if (draft.inspection === null) throw new RangeError('a scenario that needs an inspection');
  return draft.inspection;
}

const reviewOf = (draft: Application): PlainDate => draft.inspection?.reviewOn ?? draft.submittedOn;

function incident(
  draft: Application,
  monthsBack: number,
  status: Application['incidents'][number]['status'],
  grade: Application['incidents'][number]['grade'],
  summary: string,
  kind: Application['incidents'][number]['kind'] = 'complaint',
): void {
  draft.incidents.push({
    kind,
    occurredOn: addDays(addMonths(reviewOf(draft), -monthsBack), 5),
    status,
    grade,
    summary,
  });
}

const documentsOf = (draft: Application, kind: Application['documents'][number]['kind']): Application['documents'] =>
  draft.documents.filter((document) => document.kind === kind);

const first = <T>(list: readonly T[]): T => {
  const [value] = list;
  if (value === undefined) throw new RangeError('a scenario found nothing to change');
  return value;
};

const LOWER_TRACE = { 1: null, 2: 'enterprise', 3: 'enterprise', 4: 'product', 5: 'production-environment' } as const;
const LOWER_RISK = { 1: null, 2: null, 3: 'filed', 4: 'viewed-on-site', 5: 'verified-on-site' } as const;

/** What can befall an application, by name. */
export const SCENARIOS = {
  grant: () => undefined,
  grantOldLicences: (draft) => {
    const licence = first(documentsOf(draft, 'business-licence'));
    Object.assign(licence, { kind: 'business-licence-legacy', title: '营业执照（旧版）' });
    draft.documents.push(
      { ...licence, kind: 'org-code-certificate', title: '组织机构代码证', number: null },
      { ...licence, kind: 'tax-registration', title: '税务登记证', number: null },
    );
  },
  grantNoCertificates: (draft) => {
    draft.documents = draft.documents.filter(({ kind }) => kind !== 'compliance-certificate');
    for (const link of ['production', 'processing', 'storage', 'transport', 'sale'] as const)
      draft.notApplicable.push({
        criterion: 'BASIC.COMPLIANCE_CERTS',
        link,
        by: INSPECTOR,
        reason: '手工制作的工艺品，无相应的国家强制性标准',
      });
  },
  grantNoTransport: (draft) => {
    draft.documents = draft.documents.filter(({ link }) => link !== 'transport');
    draft.notApplicable.push({
      criterion: 'BASIC.COMPLIANCE_CERTS',
      link: 'transport',
      by: INSPECTOR,
      reason: '产地直营，客户自提，无外部运输',
    });
  },
  grantNotSelected: (draft) => {
    inspectionOf(draft).spotCheck = { outcome: 'not-selected', by: INSPECTOR, reason: '本季度抽检计划未抽中该批次' };
  },
  grantWaiver: (draft) => {
    draft.enterprise.foundedOn = addMonths(reviewOf(draft), -20);
    first(documentsOf(draft, 'business-licence')).validFrom = draft.enterprise.foundedOn;
    inspectionOf(draft).youngEnterpriseWaiver = {
      by: EXPERT,
      reason: '由经营多年的合作社改制而来，主体和产线未变',
    };
  },
  grantMinorComplaint: (draft) => incident(draft, 4, 'upheld', 'minor', '外箱受压变形，已补发'),
  grantDismissed: (draft) => incident(draft, 3, 'dismissed', 'important', '称有异物，经查系运输中破损'),
  grantLongAgo: (draft) => incident(draft, 40, 'upheld', 'important', '标签漏标致敏物，已召回整改', 'accident'),
  grantSecondParcel: (draft) => {
    const parcel = first(draft.parcels);
    draft.parcels.unshift({
      ...parcel,
      waybill: `${parcel.waybill.slice(0, -6)}9${parcel.waybill.slice(-5)}`,
      condition: 'leaking',
      accepted: false,
    });
    parcel.sentOn = addDays(parcel.sentOn, 8);
    parcel.arrivedOn = addDays(parcel.arrivedOn ?? parcel.sentOn, 8);
  },
  proposeInsuranceRejected: (draft) => {
    first(documentsOf(draft, 'insurance-policy')).check = 'rejected';
  },
  proposeInsuranceExpired: (draft) => {
    first(documentsOf(draft, 'insurance-policy')).validUntil = '2026-11-10' as PlainDate;
  },
  proposeComplaintThisYear: (draft) => incident(draft, 10, 'upheld', 'important', '同批次检出农药残留超标，已处罚'),
  proposeComplaintLastYears: (draft) => incident(draft, 30, 'upheld', 'important', '冒用产地标识，已整改', 'complaint'),
  proposeTraceability: (draft) => {
    inspectionOf(draft).traceability = LOWER_TRACE[draft.requestedStar];
  },
  proposeRiskControl: (draft) => {
    inspectionOf(draft).riskControl = LOWER_RISK[draft.requestedStar];
  },
  proposeLinesFailed: (draft) => {
    inspectionOf(draft).lines = { inspected: true, recordsViewed: true, outcome: 'failed' };
  },
  proposeYoung: (draft) => {
    draft.enterprise.foundedOn = addMonths(reviewOf(draft), -18);
    first(documentsOf(draft, 'business-licence')).validFrom = draft.enterprise.foundedOn;
  },
  proposeLowerMode: (draft) => {
    const mode = draft.requestedStar > 2 ? 'third-party' : 'online';
    inspectionOf(draft).evaluation = { mode, completedOn: addDays(reviewOf(draft), -2) };
  },
  openLicencePending: (draft) => {
    first(documentsOf(draft, 'business-licence')).check = 'pending';
  },
  openNoLicence: (draft) => {
    draft.documents = draft.documents.filter(({ kind }) => kind !== 'business-licence');
  },
  openCertificatePending: (draft) => {
    for (const document of documentsOf(draft, 'compliance-certificate'))
      if (document.link === 'storage') document.check = 'pending';
  },
  openCertificateMissing: (draft) => {
    draft.documents = draft.documents.filter(({ link }) => link !== 'sale');
  },
  openFewPhotos: (draft) => {
    for (const photo of documentsOf(draft, 'safety-photo').slice(1)) photo.check = 'rejected';
  },
  openNoSample: (draft) => {
    draft.parcels = [];
  },
  openSampleOnItsWay: (draft) => {
    Object.assign(first(draft.parcels), { arrivedOn: null, accepted: null });
  },
  openSampleRefused: (draft) => {
    Object.assign(first(draft.parcels), { condition: 'damaged', accepted: false });
  },
  openIncident: (draft) => incident(draft, 2, 'open', null, '消费者反映口感异常，正在调查'),
  openUngraded: (draft) => incident(draft, 3, 'upheld', null, '净含量不足的投诉属实，尚未定级'),
  openNoInspection: (draft) => {
    draft.inspection = null;
  },
  openNoReviewDate: (draft) => {
    inspectionOf(draft).reviewOn = null;
  },
  openTest: (draft) => {
    Object.assign(inspectionOf(draft), { spotCheck: null, siteTest: null });
  },
  openLines: (draft) => {
    inspectionOf(draft).lines = null;
  },
  openRecords: (draft) => {
    inspectionOf(draft).lines = { inspected: true, recordsViewed: false, outcome: 'passed' };
  },
  openFounded: (draft) => {
    draft.enterprise.foundedOn = null;
  },
  openTraceability: (draft) => {
    inspectionOf(draft).traceability = null;
  },
  openRiskControl: (draft) => {
    inspectionOf(draft).riskControl = null;
  },
  openEvaluation: (draft) => {
    const inspection = inspectionOf(draft);
    if (inspection.evaluation) inspection.evaluation.completedOn = null;
  },
  openInsuranceMissing: (draft) => {
    draft.documents = draft.documents.filter(({ kind }) => kind !== 'insurance-policy');
  },
  openInsurancePending: (draft) => {
    first(documentsOf(draft, 'insurance-policy')).check = 'pending';
  },
  refuseLicenceRejected: (draft) => {
    first(documentsOf(draft, 'business-licence')).check = 'rejected';
  },
  refuseLicenceExpired: (draft) => {
    first(documentsOf(draft, 'business-licence')).validUntil = '2026-10-31' as PlainDate;
  },
  refuseCertificate: (draft) => {
    for (const document of documentsOf(draft, 'compliance-certificate'))
      if (document.link === 'processing') document.check = 'rejected';
  },
  refuseSpotCheck: (draft) => {
    inspectionOf(draft).spotCheck = { outcome: 'failed', by: null, reason: null };
  },
  refuseSiteTest: (draft) => {
    inspectionOf(draft).siteTest = { outcome: 'failed' };
  },
  refuseAccident: (draft) => incident(draft, 3, 'upheld', 'important', '仓库火灾致产品受污染，已定为重大', 'accident'),
} satisfies Record<string, Scenario>;

/** The name of a scenario. */
export type ScenarioName = keyof typeof SCENARIOS;

/** How many applications of each star meet each scenario; 240 in all. */
const PLAN: Readonly<Record<Star, Partial<Record<ScenarioName, number>>>> = {
  1: {
    grant: 12,
    grantNotSelected: 3,
    grantNoCertificates: 1,
    grantNoTransport: 2,
    grantMinorComplaint: 1,
    grantLongAgo: 1,
    grantOldLicences: 1,
    grantSecondParcel: 1,
    openLicencePending: 1,
    openNoLicence: 1,
    openNoSample: 1,
    openSampleOnItsWay: 1,
    openIncident: 1,
    openUngraded: 1,
    openNoInspection: 1,
    openTest: 1,
    refuseLicenceRejected: 2,
    refuseCertificate: 1,
    refuseSpotCheck: 1,
    refuseAccident: 1,
    refuseLicenceExpired: 1,
  },
  2: {
    grant: 17,
    grantNotSelected: 2,
    grantNoCertificates: 1,
    grantNoTransport: 2,
    grantDismissed: 1,
    grantOldLicences: 1,
    grantSecondParcel: 2,
    proposeComplaintThisYear: 3,
    proposeLowerMode: 4,
    openFewPhotos: 2,
    openNoSample: 1,
    openCertificatePending: 1,
    openUngraded: 1,
    openRiskControl: 1,
    openEvaluation: 1,
    refuseSpotCheck: 1,
    refuseLicenceRejected: 1,
    refuseAccident: 1,
    refuseCertificate: 1,
  },
  3: {
    grant: 31,
    grantWaiver: 3,
    grantNoCertificates: 1,
    grantNoTransport: 2,
    grantMinorComplaint: 2,
    grantLongAgo: 1,
    grantOldLicences: 1,
    grantSecondParcel: 1,
    proposeTraceability: 2,
    proposeRiskControl: 2,
    proposeLinesFailed: 2,
    proposeYoung: 2,
    proposeLowerMode: 2,
    proposeComplaintThisYear: 1,
    openNoSample: 1,
    openTest: 1,
    openLines: 1,
    openFounded: 1,
    openLicencePending: 1,
    openNoReviewDate: 1,
    openUngraded: 1,
    openIncident: 1,
    openCertificateMissing: 1,
    refuseSiteTest: 2,
    refuseAccident: 1,
    refuseLicenceExpired: 1,
  },
  4: {
    grant: 26,
    grantWaiver: 2,
    grantNoTransport: 2,
    grantDismissed: 2,
    grantLongAgo: 1,
    grantSecondParcel: 1,
    proposeInsuranceRejected: 3,
    proposeTraceability: 2,
    proposeRiskControl: 2,
    proposeLinesFailed: 1,
    proposeYoung: 1,
    openInsuranceMissing: 3,
    openInsurancePending: 1,
    openSampleOnItsWay: 1,
    openSampleRefused: 1,
    openNoInspection: 1,
    openTraceability: 1,
    openFewPhotos: 1,
    refuseSiteTest: 1,
    refuseCertificate: 1,
  },
  5: {
    grant: 21,
    grantNoTransport: 1,
    grantMinorComplaint: 2,
    grantLongAgo: 1,
    grantSecondParcel: 1,
    proposeComplaintLastYears: 2,
    proposeTraceability: 2,
    proposeRiskControl: 1,
    proposeInsuranceExpired: 2,
    openInsuranceMissing: 1,
    openRecords: 1,
    openUngraded: 1,
    openLicencePending: 1,
    openEvaluation: 1,
    refuseAccident: 1,
    refuseSiteTest: 1,
  },
};

/** One application to be made. */
export interface Planned {
  readonly star: Star;
  readonly scenario: ScenarioName;
}

/** All planned applications, star by star. */
export const PLANNED: readonly Planned[] = ([1, 2, 3, 4, 5] as const).flatMap((star) =>
  (Object.keys(PLAN[star]) as ScenarioName[]).flatMap((scenario) =>
    Array.from({ length: PLAN[star][scenario] ?? 0 }, () => ({ star, scenario })),
  ),
);
