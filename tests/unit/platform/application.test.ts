import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { applicationSchema, parseApplication } from '#shared/platform/application.ts';

interface Draft {
  [field: string]: unknown;
  enterprise: Record<string, unknown>;
  product: Record<string, unknown>;
}

const draft = (): Draft => ({
  applicationNo: 'A-2026-00001',
  submittedOn: '2026-03-02',
  requestedStar: 3,
  enterprise: {
    name: '安化云上𠮷茶业有限公司（样例）',
    uscc: '91430923MAX000015T',
    divisionCode: '430923120',
    address: '湖南省益阳市安化县马路镇',
    contact: '田小禾（样例）',
    mobile: '19900000001',
  },
  product: { name: '安化黑茶', category: 'tea', specification: '茯砖 1 kg', storage: 'ambient' },
});

const parcel = {
  waybill: 'SF1900000000001',
  sentOn: '2026-03-10',
  batch: 'B1',
  producedOn: '2026-02-01',
  quantity: '2.5',
  unit: 'kg',
  condition: 'intact',
};

const document = { kind: 'business-licence', title: '营业执照', check: 'accepted' };

function faultsOf(input: unknown): readonly string[] {
  const parsed = parseApplication(input);
  return parsed.ok ? [] : parsed.failure.map(({ message }) => message.en);
}

describe('application', () => {
  it('fills what may be absent with null and empty lists', () => {
    const parsed = parseApplication(draft());
    expect(parsed).toMatchObject({
      ok: true,
      value: { referrerMobile: null, documents: [], parcels: [], inspection: null, product: { gtin: null } },
    });
  });

  it.each<[string, (input: Draft) => unknown, string]>([
    ['a missing field', (input) => ({ ...input, applicationNo: undefined }), 'applicationNo: is required'],
    ['an unknown field', (input) => ({ ...input, colour: 'red' }), 'colour: is not a field of the export'],
    [
      'an unknown inner field',
      (input) => ({ ...input, product: { ...input.product, price: 1 } }),
      'product.price: is not a field of the export',
    ],
    [
      'a wrong number',
      (input) => ({ ...input, applicationNo: 'a 1' }),
      'applicationNo: is 4 to 32 capital letters, digits and hyphens, like A-2026-00001',
    ],
    [
      'a day that does not exist',
      (input) => ({ ...input, submittedOn: '2026-02-30' }),
      'submittedOn: is not a date that exists (YYYY-MM-DD)',
    ],
    ['a sixth star', (input) => ({ ...input, requestedStar: 6 }), 'requestedStar: is not one of 1, 2, 3, 4, 5'],
    [
      'a wrong unified code',
      (input) => ({ ...input, enterprise: { ...input.enterprise, uscc: '91430923MAX00001OT' } }),
      'enterprise.uscc: character 17 of the unified social credit code, "O", is not one of 0–9 A–Z −(I O S V Z)',
    ],
    [
      'a code not in its plain form',
      (input) => ({ ...input, enterprise: { ...input.enterprise, uscc: '91430923max000015t' } }),
      'enterprise.uscc: is written 91430923MAX000015T',
    ],
    [
      'a wrong mobile',
      (input) => ({ ...input, referrerMobile: '2' }),
      'referrerMobile: the mobile number has 11 characters, not 1',
    ],
    [
      'a wrong barcode',
      (input) => ({ ...input, product: { ...input.product, gtin: '6901234567893' } }),
      'product.gtin: the check character of the barcode number (GTIN) is wrong: place 13 should be 2, is 3; look for a slip',
    ],
    [
      'a wrong licence',
      (input) => ({ ...input, product: { ...input.product, foodLicence: 'SC1' } }),
      'product.foodLicence: the food production licence number has 16 characters, not 3',
    ],
    [
      'a county instead of a town',
      (input) => ({ ...input, enterprise: { ...input.enterprise, divisionCode: '430923' } }),
      'enterprise.divisionCode: is the nine digits of a town',
    ],
    [
      'a control character',
      (input) => ({ ...input, product: { ...input.product, name: '茶\u0007' } }),
      'product.name: holds control characters',
    ],
    [
      'a direction override',
      (input) => ({ ...input, product: { ...input.product, name: '茶\u202Eabc' } }),
      'product.name: holds control characters',
    ],
    [
      'a lone surrogate',
      (input) => ({ ...input, product: { ...input.product, name: '茶\uD842' } }),
      'product.name: holds control characters',
    ],
    ['an empty name', (input) => ({ ...input, product: { ...input.product, name: '' } }), 'product.name: is required'],
    [
      'a name of 200 characters',
      (input) => ({ ...input, product: { ...input.product, name: '茶'.repeat(200) } }),
      'product.name: is beyond the limit of 120',
    ],
    [
      'dates in the wrong order',
      (input) => ({ ...input, documents: [{ ...document, validFrom: '2026-02-01', validUntil: '2026-01-01' }] }),
      'documents[0].validUntil: lies before validFrom',
    ],
    [
      'a certificate without its link',
      (input) => ({ ...input, documents: [{ ...document, kind: 'compliance-certificate' }] }),
      'documents[0].link: is needed: a compliance certificate names its link',
    ],
    [
      'a licence with a link',
      (input) => ({ ...input, documents: [{ ...document, link: 'sale' }] }),
      'documents[0].link: is only for compliance certificates',
    ],
    [
      'too many documents',
      (input) => ({ ...input, documents: Array.from({ length: 201 }, () => document) }),
      'documents: is beyond the limit of 200',
    ],
    [
      'an arrival before sending',
      (input) => ({ ...input, parcels: [{ ...parcel, arrivedOn: '2026-03-01' }] }),
      'parcels[0].arrivedOn: lies before sentOn',
    ],
    [
      'a sample sent before it was made',
      (input) => ({ ...input, parcels: [{ ...parcel, producedOn: '2026-03-11' }] }),
      'parcels[0].sentOn: lies before producedOn',
    ],
    [
      'a sample accepted before it came',
      (input) => ({ ...input, parcels: [{ ...parcel, accepted: true }] }),
      'parcels[0].arrivedOn: is needed: a sample accepted or refused has arrived',
    ],
    [
      'nothing sent',
      (input) => ({ ...input, parcels: [{ ...parcel, quantity: '0.00' }] }),
      'parcels[0].quantity: is a decimal above 0 with at most 4 decimals, as text',
    ],
    [
      'one waybill twice',
      (input) => ({ ...input, parcels: [parcel, parcel] }),
      'parcels[1].waybill: appears twice in this application',
    ],
    [
      'not selected by nobody',
      (input) => ({ ...input, inspection: { spotCheck: { outcome: 'not-selected', by: '甲' } } }),
      'inspection.spotCheck.reason: is needed: "not selected" has a named person and a reason',
    ],
    [
      'founded after applying',
      (input) => ({ ...input, enterprise: { ...input.enterprise, foundedOn: '2026-03-03' } }),
      'submittedOn: lies before the enterprise was founded',
    ],
    [
      'a prototype',
      () => JSON.parse('{"__proto__":{"polluted":1}}') as unknown,
      '__proto__: is not a field of the export',
    ],
    ['a text', () => 'application', 'has the wrong type, object expected'],
    ['nothing', () => null, 'is required'],
  ])('refuses %s, naming the field', (_, change, message) => {
    expect(faultsOf(change(draft()))).toContain(message);
  });

  it('takes dates that fall together: valid for a day, sent when made, arrived when sent', () => {
    const day = '2026-03-02';
    const documents = [{ ...document, validFrom: day, validUntil: day }];
    const parcels = [{ ...parcel, producedOn: day, sentOn: day, arrivedOn: day }];
    const enterprise = { ...draft().enterprise, foundedOn: day };
    expect(faultsOf({ ...draft(), enterprise, documents, parcels })).toEqual([]);
  });

  it('refuses deep nesting unread, however deep', () => {
    const deep: unknown = JSON.parse(`${'{"inspection":'.repeat(20_000)}1${'}'.repeat(20_000)}`);
    expect(faultsOf(deep)).toEqual(['is nested too deeply']);
  });

  it('never throws on anything JSON can hold, and every fault has both languages', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('enterprise', 'documents', 'inspection', 'parcels'),
        (value, field) => {
          const parsed = parseApplication({ ...draft(), [field]: value });
          if (parsed.ok) return;
          for (const { reason, message } of parsed.failure) {
            expect(reason.zh).not.toBe('');
            expect(reason.zh).not.toBe('不符合要求');
            expect(message.en).not.toBe('');
          }
        },
      ),
    );
  });

  it('has a JSON schema for the platform’s description', () => {
    expect(z.toJSONSchema(applicationSchema, { io: 'input' })).toMatchObject({
      type: 'object',
      additionalProperties: false,
    });
  });
});
