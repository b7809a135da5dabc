import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { type ApplicationFacts, dossierFromApplication, type ParcelFacts } from '#shared/domain/application-dossier.ts';

const on = (text: string): PlainDate => text as PlainDate;

const facts = (parcels: readonly ParcelFacts[] = []): ApplicationFacts => ({
  applicationNo: 'A-2026-00001',
  submittedOn: on('2026-03-02'),
  requestedStar: 3,
  enterprise: { name: '甲（样例）', uscc: '91430923MAX000015T', foundedOn: null },
  product: { name: '安化黑茶', category: 'tea' },
  documents: [{ kind: 'business-licence', check: 'accepted' }],
  notApplicable: [],
  incidents: [{ kind: 'complaint', occurredOn: on('2025-01-05'), status: 'open', grade: null }],
  parcels,
  inspection: null,
});

const parcel = (arrivedOn: string | null, accepted: boolean | null): ParcelFacts => ({
  arrivedOn: arrivedOn === null ? null : on(arrivedOn),
  accepted,
});

describe('the dossier of an application', () => {
  it('carries what is known and leaves the rest null', () => {
    expect(dossierFromApplication(facts(), on('2026-05-20'))).toEqual({
      case: {
        id: 'A-2026-00001',
        requestedStar: 3,
        submittedOn: '2026-03-02',
        reviewOn: null,
        decisionOn: '2026-05-20',
      },
      enterprise: { name: '甲（样例）', uscc: '91430923MAX000015T', foundedOn: null },
      product: { name: '安化黑茶', category: 'tea' },
      documents: [{ kind: 'business-licence', link: null, check: 'accepted', validFrom: null, validUntil: null }],
      notApplicable: [],
      incidents: [{ kind: 'complaint', occurredOn: '2025-01-05', status: 'open', grade: null }],
      traceability: null,
      riskControl: null,
      sample: null,
      spotCheck: null,
      siteTest: null,
      lines: null,
      evaluation: null,
      youngEnterpriseWaiver: null,
    });
  });

  it.each([
    ['nothing arrived', [parcel(null, null)], null],
    ['one arrived, not looked at', [parcel('2026-03-20', null)], { receivedOn: '2026-03-20', accepted: null }],
    ['one refused', [parcel('2026-03-20', false)], { receivedOn: '2026-03-20', accepted: false }],
    [
      'the refused one was sent again',
      [parcel('2026-03-28', true), parcel('2026-03-20', false)],
      { receivedOn: '2026-03-28', accepted: true },
    ],
    [
      'two accepted: the first counts',
      [parcel('2026-03-28', true), parcel('2026-03-22', true)],
      { receivedOn: '2026-03-22', accepted: true },
    ],
    [
      'two refused: the last counts',
      [parcel('2026-03-28', false), parcel('2026-03-22', false)],
      { receivedOn: '2026-03-28', accepted: false },
    ],
  ])('the sample when %s', (_, parcels, sample) => {
    expect(dossierFromApplication(facts(parcels), null).sample).toEqual(sample);
  });
});
