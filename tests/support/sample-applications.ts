import { type Division, type DivisionIndex, loadDivisions } from '#electron/backend/services/intake/division-index.ts';
import { addDays, addMonths, type PlainDate } from '#shared/base/plain-date.ts';
import type { ProductCategory } from '#shared/domain/codes/vocabulary.ts';
import type { Star } from '#shared/domain/star/star.ts';
import { type Application, parseApplication } from '#shared/platform/application.ts';
import { CATALOG, type CatalogProduct } from './sample-catalog.ts';
import {
  contactName,
  type Dice,
  diceFrom,
  enterpriseName,
  sampleFoodLicence,
  sampleGtin,
  sampleMobile,
  sampleUscc,
  sampleWaybill,
} from './sample-enterprises.ts';
import { PLANNED, type Planned, SCENARIOS } from './sample-scenarios.ts';

const SEED = 20_260_301;
const FIRST_DAY = '2026-03-01' as PlainDate;
const LAST_REVIEW = '2026-10-30' as PlainDate;

const TRACE = {
  1: 'enterprise',
  2: 'product',
  3: 'product',
  4: 'production-environment',
  5: 'production-and-circulation',
} as const;
const RISK = { 1: null, 2: 'filed', 3: 'viewed-on-site', 4: 'verified-on-site', 5: 'effectively-tested' } as const;
const MODE = {
  1: 'online',
  2: 'third-party',
  3: 'experts-on-site',
  4: 'experts-on-site',
  5: 'experts-on-site',
} as const;
const LINK_TITLES = {
  production: '种植（养殖、制作）过程符合性证明',
  processing: '加工过程符合性证明',
  storage: '仓储条件符合性证明',
  transport: '运输条件符合性证明',
  sale: '销售环节符合性证明',
} as const;

const CRAFTS = new Set<string>(['handicraft', 'textile']);

/**
 * Makes `count` applications from a seed: the 240 of the shipped sample by default, more for benchmarks.
 *
 * Every one is valid and, decided on 2026-11-21, comes out as its scenario says.
 */
export async function makeSampleApplications(count = PLANNED.length): Promise<readonly Application[]> {
  const divisions = await loadDivisions();
  const dice = diceFrom(SEED);
  const order = dice.shuffle(PLANNED);
  const products = productsFor(order);
  return Array.from({ length: count }, (_, index) => {
    const planned = order[index % order.length];
    const product = products[index % products.length];
    if (!planned || !product) throw new RangeError('nothing planned');
    return makeOne(index + 1, planned, product, divisions, dice);
  });
}

interface ChosenProduct extends CatalogProduct {
  readonly specification: string;
}

/** The catalogue in its order, gone through again with the other size until every place has a product. */
function productsFor(order: readonly Planned[]): readonly ChosenProduct[] {
  const twice = [0, 1].flatMap((size) =>
    CATALOG.map((product) => ({ ...product, specification: product.specifications[size === 0 ? 0 : 1] })),
  );
  const crafts = twice.filter(({ category }) => CRAFTS.has(category));
  const foods = twice.filter(({ category }) => !CRAFTS.has(category));
  return order.map(({ scenario }) => {
    const chosen = (scenario === 'grantNoCertificates' ? crafts : foods.length > 0 ? foods : crafts).shift();
    if (!chosen) throw new RangeError('the catalogue is too short');
    return chosen;
  });
}

function countyOf(product: CatalogProduct, divisions: DivisionIndex): Division {
  const county = divisions.byName(product.county);
  if (!county.ok || county.value.rest !== '') throw new RangeError(`no county ${product.county}`);
  return county.value;
}

function makeOne(
  serial: number,
  { star, scenario }: Planned,
  product: ChosenProduct,
  divisions: DivisionIndex,
  dice: Dice,
): Application {
  const county = countyOf(product, divisions);
  const town = dice.pick(divisions.townsOf(county.code).filter(({ town }) => /[镇乡]$|街道/.test(town ?? '')));
  const submittedOn = addDays(FIRST_DAY, dice.between(0, 205));
  const planned = addDays(submittedOn, dice.between(22, 45));
  const reviewOn = planned > LAST_REVIEW ? LAST_REVIEW : planned;
  const foundedOn = addDays(addMonths(submittedOn, -12 * dice.between(5, 16)), dice.between(0, 300));
  const cooperative = dice.between(1, 4) === 1;
  const draft: Application = {
    applicationNo: `A-2026-${String(serial).padStart(5, '0')}`,
    submittedOn,
    requestedStar: star,
    referrerMobile: dice.between(1, 5) === 1 ? sampleMobile(9000 + (serial % 1000)) : null,
    enterprise: {
      name: enterpriseName(county.county ?? '', product.category, serial, cooperative),
      uscc: sampleUscc(county.code, serial, cooperative),
      foundedOn,
      divisionCode: town.code,
      address: `${town.path}样例村${dice.between(1, 12)}组`,
      contact: contactName(dice),
      mobile: sampleMobile(serial % 9000),
    },
    product: productOf(product, county, serial, dice),
    documents: documentsFor(star, foundedOn, submittedOn, county, serial, dice),
    notApplicable: [],
    incidents: [],
    parcels: [parcelFor(product, submittedOn, serial, dice)],
    inspection: {
      reviewOn,
      traceability: TRACE[star],
      riskControl: RISK[star],
      spotCheck: star <= 2 || dice.between(1, 3) === 1 ? { outcome: 'passed', by: null, reason: null } : null,
      siteTest: star >= 3 ? { outcome: 'passed' } : null,
      lines: star >= 3 ? { inspected: true, recordsViewed: true, outcome: 'passed' } : null,
      evaluation: { mode: MODE[star], completedOn: addDays(reviewOn, -dice.between(0, 3)) },
      youngEnterpriseWaiver: null,
    },
  };
  SCENARIOS[scenario](draft);
  const checked = parseApplication(draft);
  if (!checked.ok)
    throw new RangeError(
      `${scenario} made a bad application: ${checked.failure.map(({ message }) => message.en).join('; ')}`,
    );
  return checked.value;
}

const SHELF_LIFE: Readonly<Record<string, number>> = {
  tea: 720,
  grain: 365,
  fruit: 30,
  vegetable: 180,
  meat: 180,
  aquatic: 60,
  dairy: 180,
  oil: 540,
  condiment: 365,
  'medicine-food': 720,
  egg: 90,
  honey: 720,
  snack: 120,
  beverage: 365,
};

function productOf(product: ChosenProduct, county: Division, serial: number, dice: Dice): Application['product'] {
  const frozen = /冻|羊|虾/.test(product.specification);
  const fresh = /鲜|白条|五花|腩/.test(product.specification);
  return {
    name: product.name,
    category: product.category as ProductCategory,
    specification: product.specification,
    gtin: dice.between(1, 6) === 1 ? null : sampleGtin(serial),
    foodLicence: fresh ? null : sampleFoodLicence(product.category, county.code, serial % 1000),
    storage: frozen ? 'frozen' : fresh ? 'chilled' : 'ambient',
    shelfLifeDays: fresh ? 7 : (SHELF_LIFE[product.category] ?? null),
  };
}

function documentsFor(
  star: Star,
  foundedOn: PlainDate,
  submittedOn: PlainDate,
  county: Division,
  serial: number,
  dice: Dice,
): Application['documents'] {
  const bureau = `${county.county ?? county.province}市场监督管理局`;
  const accepted = { check: 'accepted', link: null } as const;
  const documents: Application['documents'] = [
    {
      ...accepted,
      kind: 'business-licence',
      title: '营业执照',
      number: null,
      issuer: bureau,
      validFrom: foundedOn,
      validUntil: null,
    },
  ];
  for (const [index, link] of (['production', 'processing', 'storage', 'transport', 'sale'] as const).entries())
    documents.push({
      kind: 'compliance-certificate',
      link,
      title: LINK_TITLES[link],
      number: `FH-${String(serial).padStart(5, '0')}-${index + 1}`,
      issuer: '样例检验认证中心',
      check: 'accepted',
      validFrom: addDays(submittedOn, -dice.between(60, 400)),
      validUntil: addMonths(submittedOn, dice.between(14, 34)),
    });
  if (star >= 2)
    for (const place of ['原料区', '生产区', '包装区', '成品库'].slice(0, dice.between(3, 4)))
      documents.push({
        ...accepted,
        kind: 'safety-photo',
        title: `${place}照片`,
        number: null,
        issuer: null,
        validFrom: null,
        validUntil: null,
      });
  if (star >= 4)
    documents.push({
      ...accepted,
      kind: 'insurance-policy',
      title: '产品质量安全责任保险单',
      number: `BX2026${String(serial).padStart(6, '0')}`,
      issuer: '样例财产保险公司',
      validFrom: addDays(submittedOn, -dice.between(5, 90)),
      validUntil: addMonths(submittedOn, dice.between(12, 24)),
    });
  return documents;
}

function parcelFor(
  product: ChosenProduct,
  submittedOn: PlainDate,
  serial: number,
  dice: Dice,
): Application['parcels'][number] {
  const sentOn = addDays(submittedOn, dice.between(2, 7));
  const producedOn = addDays(submittedOn, -dice.between(1, 40));
  return {
    ...sampleWaybill(serial),
    sentOn,
    batch: `B${producedOn.replaceAll('-', '')}`,
    producedOn,
    quantity: dice.pick(['1', '2', '2.5', '3', '0.75']),
    unit: CRAFTS.has(product.category) ? '件' : product.category === 'liquor' ? '瓶' : 'kg',
    arrivedOn: addDays(sentOn, dice.between(1, 4)),
    condition: 'intact',
    accepted: true,
  };
}
