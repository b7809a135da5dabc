import { describe, expect, it } from 'vitest';
import { decide } from '#shared/domain/star/decide.ts';
import type { Dossier, DossierDocument, Incident, NotApplicable } from '#shared/domain/star/dossier.ts';
import type { CriterionId } from '#shared/domain/star/standard.ts';
import { STARS } from '#shared/domain/star/star.ts';
import {
  certificate,
  day,
  fullDocuments,
  fullDossier,
  paper,
  SAMPLE_USCC,
  STAR_STANDARD,
  WRONG_USCC,
} from '#tests/support/dossiers.ts';

const LETTERS = { met: 'M', 'not-met': 'N', unknown: 'U', 'not-applicable': 'A' } as const;

/** Answers at stars one to five as five letters; `-` where the star does not ask. */
function answers(id: CriterionId, changes: Partial<Dossier>): string {
  const found = decide(STAR_STANDARD, fullDossier(changes)).criteria.find((criterion) => criterion.id === id);
  return STARS.map((star) => {
    const answer = found?.perStar[star];
    return answer === undefined ? '-' : LETTERS[answer];
  }).join('');
}

type Row = readonly [what: string, expected: string, changes: Partial<Dossier>];

function check(id: CriterionId, rows: readonly Row[]): void {
  describe(id, () => {
    it.each(rows)('%s: %s', (_, expected, changes) => expect(answers(id, changes)).toBe(expected));
  });
}

const without = (...kinds: readonly DossierDocument['kind'][]): readonly DossierDocument[] =>
  fullDocuments().filter((document) => !kinds.includes(document.kind));
const documents = (...added: readonly DossierDocument[]): Partial<Dossier> => ({
  documents: [...without(...new Set(added.map((document) => document.kind))), ...added],
});
const legacy = (...kinds: readonly DossierDocument['kind'][]): readonly DossierDocument[] => [
  ...without('business-licence'),
  ...kinds.map((kind) => paper(kind)),
];
const enterprise = (changes: Dossier['enterprise']): NonNullable<Dossier['enterprise']> => ({
  uscc: SAMPLE_USCC,
  foundedOn: day('2015-04-01'),
  ...changes,
});

check('BASIC.LICENCE', [
  ['accepted licence, right code', 'MMMMM', {}],
  ['accepted licence, wrong code', 'NNNNN', { enterprise: enterprise({ uscc: WRONG_USCC }) }],
  ['accepted licence, no code', 'UUUUU', { enterprise: enterprise({ uscc: null }) }],
  ['accepted licence, blank code', 'UUUUU', { enterprise: enterprise({ uscc: ' ' }) }],
  ['accepted licence, no enterprise', 'UUUUU', { enterprise: null }],
  [
    'rejected licence, no code',
    'NNNNN',
    { enterprise: null, ...documents(paper('business-licence', { check: 'rejected' })) },
  ],
  ['rejected licence', 'NNNNN', documents(paper('business-licence', { check: 'rejected' }))],
  ['pending licence', 'UUUUU', documents(paper('business-licence', { check: 'pending' }))],
  ['unchecked licence', 'UUUUU', documents(paper('business-licence', { check: null }))],
  [
    'pending licence, wrong code',
    'NNNNN',
    { enterprise: enterprise({ uscc: WRONG_USCC }), ...documents(paper('business-licence', { check: 'pending' })) },
  ],
  ['licence ended the day before', 'NNNNN', documents(paper('business-licence', { validUntil: day('2026-05-19') }))],
  ['licence ends on the day', 'MMMMM', documents(paper('business-licence', { validUntil: day('2026-05-20') }))],
  ['licence begins on the day', 'MMMMM', documents(paper('business-licence', { validFrom: day('2026-05-20') }))],
  ['licence begins the day after', 'NNNNN', documents(paper('business-licence', { validFrom: day('2026-05-21') }))],
  [
    'a rejected copy beside a good one',
    'MMMMM',
    documents(paper('business-licence', { check: 'rejected' }), paper('business-licence')),
  ],
  [
    'a rejected copy beside a pending one',
    'UUUUU',
    documents(paper('business-licence', { check: 'rejected' }), paper('business-licence', { check: 'pending' })),
  ],
  ['nothing', 'UUUUU', { documents: without('business-licence') }],
  ['documents not known at all', 'UUUUU', { documents: null }],
  [
    'three legacy papers, no code',
    'MMMMM',
    {
      enterprise: enterprise({ uscc: null }),
      documents: legacy('business-licence-legacy', 'org-code-certificate', 'tax-registration'),
    },
  ],
  [
    'three legacy papers, wrong code',
    'MMMMM',
    {
      enterprise: enterprise({ uscc: WRONG_USCC }),
      documents: legacy('business-licence-legacy', 'org-code-certificate', 'tax-registration'),
    },
  ],
  ['two of the three', 'UUUUU', { documents: legacy('business-licence-legacy', 'org-code-certificate') }],
  [
    'two of the three, one rejected',
    'NNNNN',
    { documents: [...legacy('business-licence-legacy'), paper('tax-registration', { check: 'rejected' })] },
  ],
  [
    'licence fails, legacy papers hold',
    'MMMMM',
    {
      documents: [
        ...legacy('business-licence-legacy', 'org-code-certificate', 'tax-registration'),
        paper('business-licence', { check: 'rejected' }),
      ],
    },
  ],
  [
    'licence fails, legacy papers not complete',
    'UUUUU',
    { documents: [...legacy('org-code-certificate'), paper('business-licence', { check: 'rejected' })] },
  ],
  [
    'licence holds, a legacy paper is rejected',
    'MMMMM',
    documents(paper('business-licence'), paper('tax-registration', { check: 'rejected' })),
  ],
]);

const links = (
  transport: readonly DossierDocument[],
  notApplicable: readonly NotApplicable[] = [],
): Partial<Dossier> => ({
  documents: [...fullDocuments().filter((document) => document.link !== 'transport'), ...transport],
  notApplicable,
});
const exempt = (changes: Partial<NotApplicable> = {}): readonly NotApplicable[] => [
  { criterion: 'BASIC.COMPLIANCE_CERTS', link: 'transport', by: 'U-7', reason: '自产自销', ...changes },
];
const rejected = certificate('transport', { check: 'rejected' });
const pending = certificate('transport', { check: 'pending' });

check('BASIC.COMPLIANCE_CERTS', [
  ['a certificate for each link', 'MMMMM', {}],
  ['one link without', 'UUUUU', links([])],
  ['one link not applicable', 'MMMMM', links([], exempt())],
  ['not applicable without a name', 'UUUUU', links([], exempt({ by: null }))],
  ['not applicable with a blank name', 'UUUUU', links([], exempt({ by: '  ' }))],
  ['not applicable without a reason', 'UUUUU', links([], exempt({ reason: '' }))],
  ['not applicable, but another link', 'UUUUU', links([], exempt({ link: 'sale' }))],
  ['not applicable, but no link', 'UUUUU', links([], exempt({ link: null }))],
  ['not applicable, but another criterion', 'UUUUU', links([], exempt({ criterion: 'RISK.QUALITY_INSURANCE' }))],
  ['pending', 'UUUUU', links([pending])],
  ['pending, not applicable', 'MMMMM', links([pending], exempt())],
  ['rejected', 'NNNNN', links([rejected])],
  ['rejected, not applicable all the same', 'NNNNN', links([rejected], exempt())],
  ['rejected and pending', 'UUUUU', links([rejected, pending])],
  ['rejected and pending, not applicable', 'MMMMM', links([rejected, pending], exempt())],
  ['rejected and accepted', 'MMMMM', links([rejected, certificate('transport')])],
  ['expired', 'NNNNN', links([certificate('transport', { validUntil: day('2026-05-19') })])],
  ['one rejected and one missing', 'NNNNN', { documents: [paper('business-licence'), rejected] }],
  [
    'no link applies',
    'AAAAA',
    {
      documents: [],
      notApplicable: (['production', 'processing', 'storage', 'transport', 'sale'] as const).map((link) => ({
        criterion: 'BASIC.COMPLIANCE_CERTS',
        link,
        by: 'U-7',
        reason: '样例',
      })),
    },
  ],
  [
    'no link applies, yet one certificate holds',
    'MMMMM',
    {
      documents: [certificate('sale')],
      notApplicable: (['production', 'processing', 'storage', 'transport', 'sale'] as const).map((link) => ({
        criterion: 'BASIC.COMPLIANCE_CERTS',
        link,
        by: 'U-7',
        reason: '样例',
      })),
    },
  ],
]);

const photos = (...checks: readonly DossierDocument['check'][]): Partial<Dossier> => ({
  documents: [...without('safety-photo'), ...checks.map((check) => paper('safety-photo', { check }))],
});

check('BASIC.SAFETY_PHOTOS', [
  ['three photos', '-MMMM', {}],
  ['two photos', '-UUUU', photos('accepted', 'accepted')],
  ['two and a pending one', '-UUUU', photos('accepted', 'accepted', 'pending')],
  ['rejected photos only', '-UUUU', photos('rejected', 'rejected', 'rejected')],
  ['three and a rejected one', '-MMMM', photos('accepted', 'rejected', 'accepted', 'accepted')],
  ['none', '-UUUU', photos()],
]);

const incident = (
  occurredOn: string | null,
  status: Incident['status'],
  grade: Incident['grade'],
): Partial<Dossier> => ({
  incidents: [{ kind: 'complaint', occurredOn: occurredOn === null ? null : day(occurredOn), status, grade }],
});
const upheld = (occurredOn: string): Partial<Dossier> => incident(occurredOn, 'upheld', 'important');
const reviewOn = (review: string | null, decision: string | null = null): Dossier['case'] => ({
  id: 'C-1',
  requestedStar: 3,
  submittedOn: day('2026-03-02'),
  reviewOn: review === null ? null : day(review),
  decisionOn: decision === null ? null : day(decision),
});
const founded = (on: string | null): NonNullable<Dossier['enterprise']> =>
  enterprise({ foundedOn: on === null ? null : day(on) });
const signed = { by: 'U-7', reason: '原企业改制，经营连续' };

check('RISK.CLEAN_RECORD', [
  ['nothing happened', 'MMMMM', {}],
  ['incidents not known', 'MMMMM', { incidents: null }],
  ['upheld on the first day of 6 months', 'NNNNN', upheld('2025-11-10')],
  ['upheld the day before 6 months', 'MNNNN', upheld('2025-11-09')],
  ['upheld on the first day of 12 months', 'MNNNN', upheld('2025-05-10')],
  ['upheld the day before 12 months', 'MMNNN', upheld('2025-05-09')],
  ['upheld on the first day of 24 months', 'MMNNN', upheld('2024-05-10')],
  ['upheld the day before 24 months', 'MMMMN', upheld('2024-05-09')],
  ['upheld on the first day of 36 months', 'MMMMN', upheld('2023-05-10')],
  ['upheld the day before 36 months', 'MMMMM', upheld('2023-05-09')],
  ['upheld on the decision day', 'NNNNN', upheld('2026-05-20')],
  ['upheld after the decision day', 'MMMMM', upheld('2026-05-21')],
  ['upheld after the review, no decision yet', 'MMMMM', { case: reviewOn('2026-05-10'), ...upheld('2026-05-11') }],
  ['upheld but minor', 'MMMMM', incident('2026-04-01', 'upheld', 'minor')],
  ['upheld, not yet graded', 'UUUUU', incident('2026-04-01', 'upheld', null)],
  ['dismissed', 'MMMMM', incident('2026-04-01', 'dismissed', 'important')],
  ['open within 24 months', 'MMUUU', incident('2024-06-01', 'open', null)],
  ['open, graded minor', 'UUUUU', incident('2026-04-01', 'open', 'minor')],
  ['open before every window', 'MMMMM', incident('2020-01-01', 'open', null)],
  ['open after the decision day', 'MMMMM', incident('2026-06-01', 'open', null)],
  ['without a status', 'UUUUU', incident('2026-04-01', null, null)],
  ['upheld on an unknown day', 'UUUUU', incident(null, 'upheld', 'important')],
  [
    'open at 6 months, upheld at 36',
    'UUUUN',
    {
      incidents: [...(incident('2026-04-01', 'open', null).incidents ?? []), ...(upheld('2023-06-01').incidents ?? [])],
    },
  ],
  ['no review day', 'UUUUU', { case: reviewOn(null, '2026-05-20') }],
  ['no review day, upheld', 'UUUUU', { case: reviewOn(null, '2026-05-20'), ...upheld('2026-04-01') }],
  ['month without the day: its last day counts', 'NNNNN', { case: reviewOn('2026-08-31'), ...upheld('2026-02-28') }],
  [
    'month without the day: the day before does not',
    'MNNNN',
    { case: reviewOn('2026-08-31'), ...upheld('2026-02-27') },
  ],
  ['leap day review: 12 months back is the 28th', 'MNNNN', { case: reviewOn('2024-02-29'), ...upheld('2023-02-28') }],
  ['founded on the first day of 24 months', 'MMMMN', { enterprise: founded('2024-05-10') }],
  ['founded the day after', 'MMNNN', { enterprise: founded('2024-05-11') }],
  ['founded on the first day of 36 months', 'MMMMM', { enterprise: founded('2023-05-10') }],
  ['founded last month', 'MMNNN', { enterprise: founded('2026-04-01') }],
  ['founded last month, waived', 'MMMMM', { enterprise: founded('2026-04-01'), youngEnterpriseWaiver: signed }],
  [
    'founded last month, waived without a reason',
    'MMNNN',
    { enterprise: founded('2026-04-01'), youngEnterpriseWaiver: { by: 'U-7', reason: ' ' } },
  ],
  [
    'founded last month, waived by nobody',
    'MMNNN',
    { enterprise: founded('2026-04-01'), youngEnterpriseWaiver: { reason: '样例' } },
  ],
  ['founding day not known', 'MMUUU', { enterprise: founded(null) }],
  ['founding day not known, waived', 'MMUUU', { enterprise: founded(null), youngEnterpriseWaiver: signed }],
  ['enterprise not known', 'MMUUU', { enterprise: null }],
  [
    'waived, yet an upheld accident',
    'MMNNN',
    {
      enterprise: founded('2026-04-01'),
      youngEnterpriseWaiver: signed,
      incidents: [{ kind: 'accident', occurredOn: day('2025-01-05'), status: 'upheld', grade: 'important' }],
    },
  ],
]);

check('RISK.TRACEABILITY', [
  ['nothing recorded', 'UUUUU', { traceability: null }],
  ['enterprise', 'MNNNN', { traceability: 'enterprise' }],
  ['product', 'MMMNN', { traceability: 'product' }],
  ['production environment', 'MMMMN', { traceability: 'production-environment' }],
  ['production and circulation', 'MMMMM', { traceability: 'production-and-circulation' }],
]);

check('RISK.RISK_CONTROL', [
  ['nothing recorded', '-UUUU', { riskControl: null }],
  ['filed', '-MNNN', { riskControl: 'filed' }],
  ['viewed on site', '-MMNN', { riskControl: 'viewed-on-site' }],
  ['verified on site', '-MMMN', { riskControl: 'verified-on-site' }],
  ['effectively tested', '-MMMM', { riskControl: 'effectively-tested' }],
]);

check('RISK.QUALITY_INSURANCE', [
  ['a policy that holds', '---MM', {}],
  ['none', '---UU', { documents: without('insurance-policy') }],
  ['pending', '---UU', documents(paper('insurance-policy', { check: 'pending' }))],
  ['rejected', '---NN', documents(paper('insurance-policy', { check: 'rejected' }))],
  ['lapsed', '---NN', documents(paper('insurance-policy', { validUntil: day('2026-05-19') }))],
  [
    'lapsed, and a pending one',
    '---UU',
    documents(
      paper('insurance-policy', { validUntil: day('2026-05-19') }),
      paper('insurance-policy', { check: 'pending' }),
    ),
  ],
  [
    'lapsed, and one that holds',
    '---MM',
    documents(paper('insurance-policy', { validUntil: day('2026-05-19') }), paper('insurance-policy')),
  ],
]);

const notSelected = { outcome: 'not-selected', by: 'U-7', reason: '本批不抽' } as const;

check('TEST.PRODUCT', [
  ['both passed', 'MMMMM', {}],
  ['nothing yet', 'UUUUU', { spotCheck: null, siteTest: null }],
  ['spot check only', 'MMUUU', { siteTest: null }],
  ['site test only', 'MMMMM', { spotCheck: null }],
  ['spot check failed', 'NNNNN', { spotCheck: { outcome: 'failed' } }],
  ['site test failed', 'NNNNN', { siteTest: { outcome: 'failed' } }],
  ['spot check passed, site test failed', 'NNNNN', { siteTest: { outcome: 'failed' } }],
  ['not selected, with a name and a reason', 'MMUUU', { spotCheck: notSelected, siteTest: null }],
  ['not selected, no reason', 'UUUUU', { spotCheck: { ...notSelected, reason: '' }, siteTest: null }],
  ['not selected, no name', 'UUUUU', { spotCheck: { ...notSelected, by: null }, siteTest: null }],
  ['not selected without either, site test passed', 'MMMMM', { spotCheck: { outcome: 'not-selected' } }],
  ['not selected, site test failed', 'NNNNN', { spotCheck: notSelected, siteTest: { outcome: 'failed' } }],
  ['outcomes not known', 'UUUUU', { spotCheck: { outcome: null }, siteTest: {} }],
]);

check('TEST.LINES', [
  ['passed, inspected, records viewed', '--MMM', {}],
  ['nothing yet', '--UUU', { lines: null }],
  ['failed', '--NNN', { lines: { inspected: true, recordsViewed: true, outcome: 'failed' } }],
  ['failed, nothing inspected', '--NNN', { lines: { inspected: false, recordsViewed: false, outcome: 'failed' } }],
  ['passed without the records', '--UUU', { lines: { inspected: true, recordsViewed: false, outcome: 'passed' } }],
  ['passed without inspection', '--UUU', { lines: { inspected: null, recordsViewed: true, outcome: 'passed' } }],
  ['no outcome', '--UUU', { lines: { inspected: true, recordsViewed: true } }],
]);

const evaluated = (
  mode: 'online' | 'third-party' | 'experts-on-site' | null,
  completedOn: string | null,
): Partial<Dossier> => ({
  evaluation: { mode, completedOn: completedOn === null ? null : day(completedOn) },
});

check('MODE.EVALUATION', [
  ['experts on site', 'MMMMM', {}],
  ['third party', 'MMNNN', evaluated('third-party', '2026-05-09')],
  ['online', 'MNNNN', evaluated('online', '2026-05-09')],
  ['experts, not completed', 'UUUUU', evaluated('experts-on-site', null)],
  ['online, not completed', 'UUUUU', evaluated('online', null)],
  ['no mode', 'UUUUU', evaluated(null, '2026-05-09')],
  ['none', 'UUUUU', { evaluation: null }],
]);

check('GATE.SAMPLE_SENT', [
  ['received and accepted', 'MMMMM', {}],
  ['received, refused', 'UUUUU', { sample: { receivedOn: day('2026-03-20'), accepted: false } }],
  ['received, not checked', 'UUUUU', { sample: { receivedOn: day('2026-03-20') } }],
  ['accepted, never received', 'UUUUU', { sample: { accepted: true } }],
  ['nothing', 'UUUUU', { sample: null }],
]);
