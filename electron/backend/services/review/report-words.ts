import { sentence } from '#shared/domain/codes/sentence.ts';
import type { OpinionAnswer, RoundKind } from '#shared/domain/panel.ts';
import type { Dossier } from '#shared/domain/star/dossier.ts';
import type { Bilingual, Star } from '#shared/domain/star/star.ts';
import type { StarStatus } from '#shared/domain/star/verdict.ts';

/** Words of the decision report, in both languages. */
export const REPORT = {
  case: sentence('案卷', 'Case'),
  review: sentence('评审', 'Review'),
  enterprise: sentence('企业', 'Enterprise'),
  product: sentence('产品', 'Product'),
  asked: sentence('申报星级', 'Asked for'),
  standard: sentence('评定标准', 'Standard'),
  decided: sentence('评定', 'Decided'),
  consent: sentence('申请人答复', 'Applicant’s answer'),
  consentUntil: sentence('同意期限', 'Consent until'),
  appealUntil: sentence('申诉期限', 'Appeal until'),
  provisional: sentence('状态', 'State'),
  isProvisional: sentence('待平台确认', 'provisional until the platform accepts it'),
} as const satisfies Readonly<Record<string, Bilingual>>;

const STARS_ZH: Readonly<Record<Star, string>> = { 1: '一星', 2: '二星', 3: '三星', 4: '四星', 5: '五星' };

/** A star's name. */
export const starWords = (star: Star): Bilingual => sentence(STARS_ZH[star], `${star}★`);

/** Why the review was held. */
export const ROUND_WORDS: Readonly<Record<RoundKind, Bilingual>> = {
  first: sentence('首次评审', 'first review'),
  appeal: sentence('申诉评审', 'appeal'),
  correction: sentence('更正评审', 'correction'),
  lapsed: sentence('提议逾期后的评审', 'review after a proposal lapsed'),
};

/** What an expert answered. */
export const ANSWER_WORDS: Readonly<Record<OpinionAnswer, Bilingual>> = {
  agree: sentence('同意', 'agrees'),
  disagree: sentence('不同意', 'disagrees'),
  unsure: sentence('说不准', 'unsure'),
};

/** How a person had to do with the case. */
export const TOUCH_WORDS: Readonly<Record<string, Bilingual>> = {
  'recorded-evidence': sentence('记录或核对依据', 'recorded or checked evidence'),
  'gave-opinion': sentence('发表评审意见', 'gave an opinion'),
  decided: sentence('评定', 'decided'),
  'chose-panel': sentence('组成专家组', 'chose the panel'),
};

/** What a decision came to. */
export function outcomeWords(outcome: 'grant' | 'propose' | 'refuse', star: Star | null, asked: Star): Bilingual {
  if (outcome === 'refuse' || star === null) {
    return sentence(`不予评定（申报${STARS_ZH[asked]}）`, `Refused (asked for: ${asked}★)`);
  }
  return outcome === 'grant'
    ? sentence(`授予${STARS_ZH[star]}`, `${star}★ granted`)
    : sentence(
        `提议${STARS_ZH[star]}（申报${STARS_ZH[asked]}），经申请人同意后授予`,
        `${star}★ proposed (asked for: ${asked}★), granted once the applicant consents`,
      );
}

/** What stands under a star at the head of the ladder. */
export function columnWords(status: StarStatus, unknown: number, notMet: number): Bilingual {
  if (status === 'satisfied') return sentence('符合', 'satisfied');
  return status === 'open'
    ? sentence(`尚缺 ${unknown} 项`, `${unknown} not known`)
    : sentence(`不符合 ${notMet} 项`, `${notMet} not met`);
}

const DOCUMENTS: Readonly<Record<string, Bilingual>> = {
  'business-licence': sentence('营业执照', 'business licence'),
  'business-licence-legacy': sentence('旧版营业执照', 'old business licence'),
  'org-code-certificate': sentence('组织机构代码证', 'organisation code certificate'),
  'tax-registration': sentence('税务登记证', 'tax registration'),
  'compliance-certificate': sentence('国标证书', 'compliance certificate'),
  'safety-photo': sentence('安全环境照片', 'photo of the production environment'),
  'insurance-policy': sentence('质量保险保单', 'insurance policy'),
};
const LINKS: Readonly<Record<string, Bilingual>> = {
  production: sentence('生产', 'production'),
  processing: sentence('加工', 'processing'),
  storage: sentence('储存', 'storage'),
  transport: sentence('运输', 'transport'),
  sale: sentence('销售', 'sale'),
};
const ROOTS: Readonly<Record<string, Bilingual>> = {
  case: sentence('评审日期', 'date of the review'),
  enterprise: sentence('企业登记资料', 'registration of the enterprise'),
  traceability: sentence('产品溯源记录', 'traceability on record'),
  riskControl: sentence('风控制度记录', 'risk control on record'),
  sample: sentence('寄样记录', 'sample on record'),
  spotCheck: sentence('寄样抽检结果', 'spot check'),
  siteTest: sentence('现场检验结果', 'test on site'),
  lines: sentence('生产线与检测线查看记录', 'production and testing lines on record'),
  evaluation: sentence('评价记录', 'evaluation on record'),
  youngEnterpriseWaiver: sentence('新办企业说明', 'statement on a young enterprise'),
  incidents: sentence('投诉与事故记录', 'complaints and accidents on record'),
};

const join = (parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(' ');

/** A path of a verdict's evidence in a few words: the paper with its validity, the incident with its day. */
export function evidenceWords(path: string, dossier: Dossier): Bilingual | null {
  const [, list, at] = /^(documents|incidents|notApplicable)\[(\d+)\]/.exec(path) ?? [];
  if (list === 'documents') {
    const paper = dossier.documents?.[Number(at)];
    if (paper === undefined) return null;
    const kind = DOCUMENTS[paper.kind] ?? sentence(paper.kind, paper.kind);
    const link = paper.link ? LINKS[paper.link] : undefined;
    const dates = [paper.validFrom, paper.validUntil].filter(Boolean).join(' – ');
    return sentence(join([kind.zh, link?.zh, dates]), join([kind.en, link?.en, dates]));
  }
  if (list === 'incidents') {
    const incident = dossier.incidents?.[Number(at)];
    if (incident === undefined) return null;
    const zh = incident.kind === 'accident' ? '事故' : '投诉';
    return sentence(join([zh, incident.occurredOn]), join([incident.kind, incident.occurredOn]));
  }
  if (list === 'notApplicable') {
    const entry = dossier.notApplicable?.[Number(at)];
    const link = entry?.link ? LINKS[entry.link] : undefined;
    return link === undefined ? null : sentence(`${link.zh}不适用`, `${link.en} not applicable`);
  }
  return ROOTS[/^\w+/.exec(path)?.[0] ?? ''] ?? null;
}
