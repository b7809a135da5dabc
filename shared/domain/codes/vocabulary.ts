import { CONDITIONS, STORAGE_CLASSES } from '#shared/domain/sample-life.ts';
import {
  CHAIN_LINKS,
  DOCUMENT_KINDS,
  EVALUATION_MODES,
  RISK_CONTROL_LEVELS,
  TRACEABILITY_LEVELS,
} from '#shared/domain/star/dossier.ts';
import { CRITERION_IDS } from '#shared/domain/star/standard.ts';
import { type Carrier, CARRIERS } from './waybill.ts';

/** One allowed word: its slug in data, what it is called, and what else people write for it. */
export interface Word {
  readonly slug: string;
  readonly zh: string;
  readonly en: string;
  readonly also?: readonly string[];
}

/** Product categories (产品类别). */
export const PRODUCT_CATEGORIES = [
  'tea',
  'grain',
  'fruit',
  'vegetable',
  'meat',
  'aquatic',
  'dairy',
  'oil',
  'condiment',
  'liquor',
  'medicine-food',
  'egg',
  'honey',
  'snack',
  'beverage',
  'handicraft',
  'textile',
  'other',
] as const;
/** A product category. */
export type ProductCategory = (typeof PRODUCT_CATEGORIES)[number];

/** Results of the platform's own pre-review of a document. */
export const DOCUMENT_CHECKS = ['pending', 'accepted', 'rejected'] as const;
/** Kinds of incident. */
export const INCIDENT_KINDS = ['complaint', 'accident'] as const;
/** Where the handling of an incident stands. */
export const INCIDENT_STATUSES = ['open', 'upheld', 'dismissed'] as const;
/** Grades of an incident. */
export const INCIDENT_GRADES = ['important', 'minor'] as const;
/** Outcomes of a test or a visit. */
export const TEST_OUTCOMES = ['passed', 'failed'] as const;
/** Outcomes of the spot check, which may also pass a product by. */
export const SPOT_CHECK_OUTCOMES = ['passed', 'failed', 'not-selected'] as const;

type Row<Slug extends string> = readonly [slug: Slug, zh: string, en: string, ...also: string[]];

/** Builds a vocabulary whose rows must name exactly the slugs of `slugs`, in their order. */
function words<Slug extends string>(slugs: readonly Slug[], rows: readonly Row<Slug>[]): readonly Word[] {
  const bySlug = new Map<string, Word>(rows.map(([slug, zh, en, ...also]) => [slug, { slug, zh, en, also }]));
  return slugs.map((slug) => {
    const word = bySlug.get(slug);
    if (word === undefined) throw new RangeError(`no words for ${slug}`);
    return word;
  });
}

const carrierNames: Readonly<Record<Carrier, Word>> = {
  SF: { slug: 'SF', zh: '顺丰', en: 'SF Express', also: ['顺丰速运', '顺丰快递'] },
  YTO: { slug: 'YTO', zh: '圆通', en: 'YTO Express', also: ['圆通速递', 'YT'] },
  ZTO: { slug: 'ZTO', zh: '中通', en: 'ZTO Express', also: ['中通快递'] },
  STO: { slug: 'STO', zh: '申通', en: 'STO Express', also: ['申通快递'] },
  YUNDA: { slug: 'YUNDA', zh: '韵达', en: 'Yunda Express', also: ['韵达快递', 'YD'] },
  JD: { slug: 'JD', zh: '京东', en: 'JD Logistics', also: ['京东物流', '京东快递'] },
  EMS: { slug: 'EMS', zh: '邮政特快', en: 'EMS', also: ['中国邮政速递'] },
  'CHINA-POST': { slug: 'CHINA-POST', zh: '中国邮政', en: 'China Post', also: ['邮政', '邮政包裹'] },
  JT: { slug: 'JT', zh: '极兔', en: 'J&T Express', also: ['极兔速递'] },
  DEPPON: { slug: 'DEPPON', zh: '德邦', en: 'Deppon', also: ['德邦快递', '德邦物流'] },
};

/** The allowed words of every list in an application, in the order in which lists show them. */
export const VOCABULARY = {
  category: words(PRODUCT_CATEGORIES, [
    ['tea', '茶叶', 'tea', '茶'],
    ['grain', '粮食', 'grain', '粮油', '谷物', '大米'],
    ['fruit', '水果', 'fruit', '鲜果'],
    ['vegetable', '蔬菜', 'vegetable', '蔬菜制品', '食用菌'],
    ['meat', '畜禽肉', 'meat', '肉', '肉制品'],
    ['aquatic', '水产', 'aquatic', '水产品'],
    ['dairy', '乳制品', 'dairy', '奶'],
    ['oil', '食用油', 'oil', '植物油'],
    ['condiment', '调味品', 'condiment', '调味料'],
    ['liquor', '酒类', 'liquor', '酒'],
    ['medicine-food', '药食同源', 'medicine and food', '中药材'],
    ['egg', '蛋品', 'egg', '禽蛋'],
    ['honey', '蜂产品', 'honey', '蜂蜜'],
    ['snack', '休闲食品', 'snack', '糕点', '零食'],
    ['beverage', '饮料', 'beverage'],
    ['handicraft', '手工艺品', 'handicraft', '工艺品'],
    ['textile', '纺织品', 'textile', '织锦', '刺绣'],
    ['other', '其他', 'other'],
  ]),
  storage: words(STORAGE_CLASSES, [
    ['ambient', '常温', 'ambient'],
    ['chilled', '冷藏', 'chilled'],
    ['frozen', '冷冻', 'frozen'],
  ]),
  documentKind: words(DOCUMENT_KINDS, [
    ['business-licence', '营业执照', 'business licence'],
    ['business-licence-legacy', '营业执照（旧版）', 'business licence (old form)', '旧版营业执照'],
    ['org-code-certificate', '组织机构代码证', 'organisation code certificate'],
    ['tax-registration', '税务登记证', 'tax registration'],
    ['compliance-certificate', '符合性证明', 'compliance certificate', '合规证明', '合格证明'],
    ['safety-photo', '安全生产环境照片', 'safety photo', '环境照片'],
    ['insurance-policy', '产品质量保险', 'insurance policy', '质量保险', '保险单'],
  ]),
  link: words(CHAIN_LINKS, [
    ['production', '生产', 'production', '种植', '养殖'],
    ['processing', '加工', 'processing'],
    ['storage', '储存', 'storage', '贮存', '仓储'],
    ['transport', '运输', 'transport'],
    ['sale', '销售', 'sale'],
  ]),
  check: words(DOCUMENT_CHECKS, [
    ['pending', '待审核', 'pending', '未审核', '审核中'],
    ['accepted', '已通过', 'accepted', '通过', '合格'],
    ['rejected', '未通过', 'rejected', '不通过', '退回', '不合格'],
  ]),
  criterion: words(CRITERION_IDS, [
    ['BASIC.LICENCE', '证照', 'licences', '营业执照'],
    ['BASIC.COMPLIANCE_CERTS', '各环节符合性证明', 'compliance certificates', '符合性证明'],
    ['BASIC.SAFETY_PHOTOS', '安全生产环境照片', 'safety photos'],
    ['RISK.CLEAN_RECORD', '无重大投诉和安全事故', 'clean record'],
    ['RISK.TRACEABILITY', '可追溯', 'traceability'],
    ['RISK.RISK_CONTROL', '风险管控体系', 'risk control'],
    ['RISK.QUALITY_INSURANCE', '产品质量保险', 'quality insurance'],
    ['TEST.PRODUCT', '产品检测', 'product test'],
    ['TEST.LINES', '生产线和检测线', 'production and testing lines'],
    ['MODE.EVALUATION', '评价方式', 'evaluation mode'],
    ['GATE.SAMPLE_SENT', '寄送样品', 'sample sent'],
  ]),
  incidentKind: words(INCIDENT_KINDS, [
    ['complaint', '投诉', 'complaint'],
    ['accident', '安全事故', 'accident', '事故'],
  ]),
  incidentStatus: words(INCIDENT_STATUSES, [
    ['open', '处理中', 'open', '未结'],
    ['upheld', '属实', 'upheld', '成立'],
    ['dismissed', '不属实', 'dismissed', '不成立', '撤销'],
  ]),
  grade: words(INCIDENT_GRADES, [
    ['important', '重大', 'important', '重要'],
    ['minor', '一般', 'minor', '轻微'],
  ]),
  carrier: CARRIERS.map((carrier) => carrierNames[carrier]),
  condition: words(CONDITIONS, [
    ['intact', '完好', 'intact'],
    ['damaged', '破损', 'damaged'],
    ['leaking', '渗漏', 'leaking', '泄漏'],
    ['other', '其他', 'other'],
  ]),
  traceability: words(TRACEABILITY_LEVELS, [
    ['enterprise', '追溯到企业', 'enterprise', '企业'],
    ['product', '追溯到产品', 'product', '产品'],
    ['production-environment', '追溯到生产环境', 'production environment', '生产环境'],
    ['production-and-circulation', '追溯到生产和流通', 'production and circulation', '生产和流通', '生产流通'],
  ]),
  riskControl: words(RISK_CONTROL_LEVELS, [
    ['filed', '资料备案', 'filed', '备案'],
    ['viewed-on-site', '现场查看', 'viewed on site'],
    ['verified-on-site', '现场核验', 'verified on site'],
    ['effectively-tested', '有效性测试', 'effectively tested'],
  ]),
  spotCheck: words(SPOT_CHECK_OUTCOMES, [
    ['passed', '合格', 'passed', '通过'],
    ['failed', '不合格', 'failed', '未通过'],
    ['not-selected', '未抽中', 'not selected', '未抽检'],
  ]),
  outcome: words(TEST_OUTCOMES, [
    ['passed', '合格', 'passed', '通过'],
    ['failed', '不合格', 'failed', '未通过'],
  ]),
  mode: words(EVALUATION_MODES, [
    ['online', '线上评价', 'online', '网上评价'],
    ['third-party', '第三方委托评价', 'third party', '第三方评价'],
    ['experts-on-site', '专家现场评价', 'experts on site', '专家现场'],
  ]),
} as const satisfies Readonly<Record<string, readonly Word[]>>;

/** The name of a list of allowed words. */
export type VocabularyName = keyof typeof VOCABULARY;

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

const INDEX = new Map<VocabularyName, ReadonlyMap<string, string>>(
  (Object.keys(VOCABULARY) as VocabularyName[]).map((name) => [
    name,
    new Map(
      (VOCABULARY[name] as readonly Word[]).flatMap(({ slug, zh, en, also = [] }) =>
        [slug, zh, en, ...also].map((text) => [plain(text), slug] as const),
      ),
    ),
  ]),
);

/** The slug that a typed word means, Chinese, English or slug, in any width and case; undefined when none. */
export function findWord(name: VocabularyName, text: string): string | undefined {
  return INDEX.get(name)?.get(plain(text));
}

/** What a slug is called; undefined when the list does not hold it. */
export function wordOf(name: VocabularyName, slug: string): Word | undefined {
  return (VOCABULARY[name] as readonly Word[]).find((word) => word.slug === slug);
}
