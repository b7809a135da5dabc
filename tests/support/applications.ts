import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InputOf } from '#shared/contract/contract.ts';
import { reviewRulesSchema } from '#shared/contract/messages.ts';
import { allPointsMet, checklistOf } from '#shared/domain/document-checklist.ts';
import type { Application } from '#shared/platform/application.ts';
import { RESOURCES, type TestDesk } from './desk.ts';

/** One application with everything a star asks for, to be changed as a test needs it. */
export function wholeApplication(changes: Partial<Application> = {}): Application {
  const validity = { validFrom: '2024-01-01', validUntil: '2029-01-01' } as const;
  const certificate = (link: 'production' | 'processing' | 'storage' | 'transport' | 'sale') => ({
    kind: 'compliance-certificate' as const,
    link,
    title: `${link} 合规证书`,
    number: 'GB-0001',
    issuer: '湖南省市场监督管理局',
    check: 'accepted' as const,
    ...validity,
  });
  const paper = (kind: 'business-licence' | 'safety-photo' | 'insurance-policy', title: string) => ({
    kind,
    link: null,
    title,
    number: null,
    issuer: null,
    check: 'accepted' as const,
    ...validity,
  });
  return {
    applicationNo: 'A-2026-90001',
    submittedOn: '2026-03-02',
    requestedStar: 3,
    referrerMobile: null,
    enterprise: {
      name: '安化云台山茶业合作社（样例）',
      uscc: '91430923MA4L16K883',
      foundedOn: '2015-04-01',
      divisionCode: '430923101',
      address: '湖南省益阳市安化县马路镇云台山村',
      contact: '样例联系人',
      mobile: '13900000001',
    },
    product: {
      name: '安化千两茶',
      category: 'tea',
      specification: '500 g / 盒',
      gtin: null,
      foodLicence: null,
      storage: 'ambient',
      shelfLifeDays: null,
    },
    documents: [
      paper('business-licence', '营业执照'),
      ...(['production', 'processing', 'storage', 'transport', 'sale'] as const).map(certificate),
      paper('safety-photo', '车间一'),
      paper('safety-photo', '车间二'),
      paper('safety-photo', '车间三'),
      paper('insurance-policy', '产品质量保险'),
    ],
    notApplicable: [],
    incidents: [],
    parcels: [
      {
        waybill: 'SF1388204777190',
        carrier: 'SF',
        sentOn: '2026-03-05',
        batch: '20260301-A',
        producedOn: '2026-03-01',
        quantity: '2',
        unit: '盒',
        arrivedOn: null,
        condition: 'intact',
        accepted: null,
      },
    ],
    inspection: {
      reviewOn: '2026-05-10',
      traceability: 'production-and-circulation',
      riskControl: 'effectively-tested',
      spotCheck: { outcome: 'passed', by: null, reason: null },
      siteTest: { outcome: 'passed' },
      lines: { inspected: true, recordsViewed: true, outcome: 'passed' },
      evaluation: { mode: 'experts-on-site', completedOn: '2026-05-09' },
      youngEnterpriseWaiver: null,
    },
    ...changes,
  } as Application;
}

/** Imports applications as the clerk. */
export function importAs(test: TestDesk, seat: string, applications: readonly Application[]) {
  const content = Buffer.from(JSON.stringify(applications)).toString('base64');
  return test.ask(seat, 'application.import', { fileName: 'applications.json', content });
}

/** Takes the first announced parcel of a case in, as the clerk. */
export async function receiveAnnounced(test: TestDesk, caseId: string) {
  const parcel = await test.ask('peng', 'parcel.find', { code: caseId });
  if (parcel?.expected == null) throw new Error(`no parcel for ${caseId}`);
  const { batch, producedOn, quantity, shelfLifeDays, storage, unit } = parcel.expected;
  return test.ask('peng', 'sample.receive', {
    parcelId: parcel.id,
    batch,
    producedOn,
    quantity,
    shelfLifeDays,
    storage,
    unit,
    condition: 'intact',
    location: 'A-02-4',
  });
}

/** The checklists, common reasons and clock that ship. */
export const SHIPPED_RULES = reviewRulesSchema.parse(
  JSON.parse(readFileSync(join(RESOURCES, 'templates', 'document-checklists.json'), 'utf8')),
);

/** A document accepted with every point of its checklist answered yes. */
export const acceptance = ({
  id,
  kind,
}: {
  readonly id: string;
  readonly kind: string;
}): InputOf<'document.check'> => ({
  documentId: id,
  check: 'accepted',
  answers: allPointsMet(checklistOf(SHIPPED_RULES, kind)),
});

/** Brings a case from import to a full panel: documents as the platform saw them, results confirmed, opinions given. */
export async function prepareForDecision(test: TestDesk, caseId: string, text = '同意'): Promise<void> {
  await receiveAnnounced(test, caseId);
  const view = await test.ask('peng', 'case.get', { caseId });
  for (const document of view.documents) {
    await test.ask('peng', 'document.check', acceptance(document));
  }
  await test.ask('shen', 'finding.confirm-reported', { caseId });
  for (const expert of ['lu', 'qin', 'tan'].slice(0, view.panelSize)) {
    await test.ask(expert, 'opinion.give', { caseId, star: view.requestedStar, text, noConflict: true });
  }
}
