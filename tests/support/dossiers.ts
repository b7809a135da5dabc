import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { addDays, addMonths, type PlainDate } from '#shared/base/plain-date.ts';
import { parseStandard } from '#shared/contract/standard.ts';
import { usccCheck } from '#shared/domain/codes/uscc.ts';
import {
  CHAIN_LINKS,
  DOCUMENT_KINDS,
  EVALUATION_MODES,
  RISK_CONTROL_LEVELS,
  TRACEABILITY_LEVELS,
  type Dossier,
  type DossierDocument,
  type Incident,
  type NotApplicable,
} from '#shared/domain/star/dossier.ts';
import type { Standard } from '#shared/domain/star/standard.ts';
import type { Star } from '#shared/domain/star/star.ts';

/** A text as a date; the samples below are right. */
export const day = (text: string): PlainDate => text as PlainDate;

/** A unified code (sample) with a right check character. */
export const SAMPLE_USCC = `91430100MA4L1BXT1${usccCheck('91430100MA4L1BXT1')}`;

/** The same code with a wrong check character. */
export const WRONG_USCC = `${SAMPLE_USCC.slice(0, 17)}${SAMPLE_USCC.endsWith('0') ? '1' : '0'}`;

/** The content of the shipped standard file, a fresh copy to change. */
export const standardContent = (): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL('../../resources/standards/otop-star.json', import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >;

/** A standard read from content that is known to be right. */
export function standardOf(content: unknown): Standard {
  const standard = parseStandard(content, '0'.repeat(64));
  if (!standard.ok) throw new Error(JSON.stringify(standard.failure));
  return standard.value;
}

/** The shipped standard. */
export const STAR_STANDARD: Standard = standardOf(standardContent());

/** A document that is accepted and without bounds, unless told otherwise. */
export const paper = (kind: DossierDocument['kind'], changes: Partial<DossierDocument> = {}): DossierDocument => ({
  kind,
  link: null,
  check: 'accepted',
  validFrom: null,
  validUntil: null,
  ...changes,
});

/** A compliance certificate for a link. */
export const certificate = (
  link: NonNullable<DossierDocument['link']>,
  changes: Partial<DossierDocument> = {},
): DossierDocument => paper('compliance-certificate', { link, ...changes });

/** Documents that leave nothing to ask for at five stars. */
export const fullDocuments = (): readonly DossierDocument[] => [
  paper('business-licence', { validFrom: day('2015-04-01') }),
  ...CHAIN_LINKS.map((link) => certificate(link, { validFrom: day('2025-01-01'), validUntil: day('2027-12-31') })),
  paper('safety-photo'),
  paper('safety-photo'),
  paper('safety-photo'),
  paper('insurance-policy', { validFrom: day('2026-01-01'), validUntil: day('2026-12-31') }),
];

/** A dossier (sample) that satisfies all five stars and asks for three; `changes` replace whole fields. */
export const fullDossier = (changes: Partial<Dossier> = {}): Dossier => ({
  case: {
    id: 'C-1',
    requestedStar: 3,
    submittedOn: day('2026-03-02'),
    reviewOn: day('2026-05-10'),
    decisionOn: day('2026-05-20'),
  },
  enterprise: { name: '样例茶业有限公司', uscc: SAMPLE_USCC, foundedOn: day('2015-04-01') },
  product: { name: '样例绿茶', category: 'tea' },
  documents: fullDocuments(),
  notApplicable: [],
  incidents: [],
  traceability: 'production-and-circulation',
  riskControl: 'effectively-tested',
  sample: { receivedOn: day('2026-03-20'), accepted: true },
  spotCheck: { outcome: 'passed' },
  siteTest: { outcome: 'passed' },
  lines: { inspected: true, recordsViewed: true, outcome: 'passed' },
  evaluation: { mode: 'experts-on-site', completedOn: day('2026-05-09') },
  youngEnterpriseWaiver: null,
  ...changes,
});

/** A dossier that asks for another star. */
export const asking = (dossier: Dossier, requestedStar: Star): Dossier => ({
  ...dossier,
  case: { ...dossier.case, requestedStar },
});

const mostly = <T, U>(usual: T, other: fc.Arbitrary<U>, weight = 6): fc.Arbitrary<T | U> =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
const maybe = <T>(value: fc.Arbitrary<T>, weight = 8): fc.Arbitrary<T | null | undefined> =>
  fc.oneof({ weight, arbitrary: value }, { weight: 1, arbitrary: fc.constantFrom(null, undefined) });
const signature = {
  by: fc.constantFrom('U-7', 'U-3', '', '  ', null, undefined),
  reason: fc.constantFrom('自产自销', '无此环节', '', null),
};

const REVIEW_DAYS = ['2026-05-10', '2026-08-31', '2024-02-29', '2026-02-28', '2026-12-01'].map(day);

interface CaseDays {
  readonly submittedOn: PlainDate;
  readonly reviewOn: PlainDate | null | undefined;
  readonly decisionOn: PlainDate | null | undefined;
}

const caseDays: fc.Arbitrary<CaseDays> = fc
  .record({
    review: fc.constantFrom(...REVIEW_DAYS),
    known: mostly(true, fc.constant(false), 12),
    decided: fc.constantFrom(0, 10, 30, -5, null, undefined),
  })
  .map(({ review, known, decided }) => ({
    submittedOn: addDays(review, -60),
    reviewOn: known ? review : null,
    decisionOn: decided == null ? decided : addDays(review, decided),
  }));

/** Days on and beside every border that a rule draws, and some far from all of them. */
function borderDay(days: CaseDays): fc.Arbitrary<PlainDate> {
  const review = days.reviewOn ?? days.submittedOn;
  const anchors = [
    ...[6, 12, 24, 36, 60, 120].map((months) => addMonths(review, -months)),
    review,
    days.submittedOn,
    days.decisionOn ?? review,
  ];
  return fc.tuple(fc.constantFrom(...anchors), fc.constantFrom(-1, 0, 1, 40)).map(([from, by]) => addDays(from, by));
}

const check = mostly('accepted' as const, fc.constantFrom('rejected', 'pending', null, undefined), 5);

function documentOf(kind: fc.Arbitrary<DossierDocument['kind']>, days: CaseDays): fc.Arbitrary<DossierDocument> {
  const border = borderDay(days);
  const bound = mostly(null, border, 5);
  return fc
    .record({ kind, link: fc.constantFrom(...CHAIN_LINKS), check, validFrom: bound, validUntil: bound })
    .map((made) => ({ ...made, link: made.kind === 'compliance-certificate' ? made.link : null }));
}

function documentsOf(days: CaseDays): fc.Arbitrary<readonly DossierDocument[]> {
  const some = (max: number) => fc.array(documentOf(fc.constantFrom(...DOCUMENT_KINDS), days), { maxLength: max });
  const nearlyFull = fc
    .tuple(
      fc.tuple(
        ...fullDocuments().map((document) =>
          mostly<DossierDocument | null, DossierDocument | null>(
            { ...document, validFrom: null, validUntil: null },
            fc.oneof(
              fc.constant(null),
              documentOf(fc.constant(document.kind), days).map((made) => ({ ...made, link: document.link })),
            ),
            16,
          ),
        ),
      ),
      some(3),
    )
    .map(([kept, extra]) => [...kept.filter((document) => document !== null), ...extra]);
  const legacy = fc
    .tuple(
      fc.subarray(['business-licence-legacy', 'org-code-certificate', 'tax-registration'] as const, { minLength: 1 }),
      check,
      nearlyFull,
    )
    .map(([kinds, state, rest]) => [
      ...rest.filter((document) => document.kind !== 'business-licence'),
      ...kinds.map((kind) => paper(kind, { check: state })),
    ]);
  return fc.oneof(
    { weight: 7, arbitrary: nearlyFull },
    { weight: 2, arbitrary: legacy },
    { weight: 1, arbitrary: some(12) },
  );
}

const exemptions: fc.Arbitrary<readonly NotApplicable[]> = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  {
    weight: 3,
    arbitrary: fc.array(
      fc.record({
        criterion: mostly('BASIC.COMPLIANCE_CERTS' as const, fc.constant('RISK.QUALITY_INSURANCE' as const)),
        link: mostly(null, fc.constantFrom(...CHAIN_LINKS), 1),
        ...signature,
      }),
      { maxLength: 6 },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant(
      CHAIN_LINKS.map((link) => ({ criterion: 'BASIC.COMPLIANCE_CERTS' as const, link, by: 'U-7', reason: '样例' })),
    ),
  },
);

const incidentsOf = (days: CaseDays): fc.Arbitrary<readonly Incident[]> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc.array(
        fc.record({
          kind: fc.constantFrom('complaint', 'accident'),
          occurredOn: maybe(borderDay(days), 15),
          status: fc.constantFrom('upheld', 'upheld', 'upheld', 'open', 'dismissed', null),
          grade: fc.constantFrom('important', 'important', 'minor', null),
        }),
        { maxLength: 3 },
      ),
    },
  );

/**
 * Random dossiers, right by the schema, with days on the borders that the rules draw.
 *
 * Weighted towards evidence that helps, so that every outcome and every star occurs often.
 */
export const dossierArbitrary: fc.Arbitrary<Dossier> = caseDays.chain((days) =>
  fc.record({
    case: fc.constantFrom<Star>(1, 2, 3, 4, 5).map((requestedStar) => ({ id: 'C-1', requestedStar, ...days })),
    enterprise: maybe(
      fc.record({
        name: fc.constant('样例茶业有限公司'),
        uscc: mostly(SAMPLE_USCC, fc.constantFrom(WRONG_USCC, '', null, undefined), 12),
        foundedOn: mostly(day('2001-01-01'), maybe(borderDay(days), 4), 4),
      }),
      30,
    ),
    product: fc.constant({ name: '样例绿茶', category: 'tea' }),
    documents: maybe(documentsOf(days), 40),
    notApplicable: maybe(exemptions, 20),
    incidents: maybe(incidentsOf(days), 20),
    traceability: mostly(TRACEABILITY_LEVELS[3], maybe(fc.constantFrom(...TRACEABILITY_LEVELS)), 2),
    riskControl: mostly(RISK_CONTROL_LEVELS[3], maybe(fc.constantFrom(...RISK_CONTROL_LEVELS)), 2),
    sample: mostly(
      { receivedOn: days.submittedOn, accepted: true },
      maybe(
        fc.record({
          receivedOn: maybe(fc.constant(days.submittedOn), 2),
          accepted: fc.constantFrom(true, false, null),
        }),
      ),
    ),
    spotCheck: mostly(
      { outcome: 'passed' as const },
      maybe(
        fc.record({ outcome: fc.constantFrom('passed', 'failed', 'not-selected', 'not-selected', null), ...signature }),
        3,
      ),
      3,
    ),
    siteTest: mostly(
      { outcome: 'passed' as const },
      maybe(fc.record({ outcome: fc.constantFrom('passed', 'failed', null) }), 1),
      4,
    ),
    lines: mostly(
      { inspected: true, recordsViewed: true, outcome: 'passed' as const },
      maybe(
        fc.record({
          inspected: fc.constantFrom(true, false, null),
          recordsViewed: fc.constantFrom(true, false, null),
          outcome: fc.constantFrom('passed', 'failed', null),
        }),
      ),
    ),
    evaluation: mostly(
      { mode: 'experts-on-site' as const, completedOn: days.submittedOn },
      maybe(
        fc.record({
          mode: maybe(fc.constantFrom(...EVALUATION_MODES)),
          completedOn: maybe(fc.constant(days.submittedOn), 3),
        }),
      ),
      2,
    ),
    youngEnterpriseWaiver: maybe(fc.record(signature), 1),
  }),
);
