import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { dossierSchema, parseDossier } from '#shared/contract/dossier.ts';
import type { Dossier } from '#shared/domain/star/dossier.ts';
import { dossierArbitrary, fullDossier } from '#tests/support/dossiers.ts';

type Json = Record<string, unknown>;

/** The full sample dossier with one field set; `undefined` takes it away. */
function withField(path: readonly (string | number)[], value: unknown): unknown {
  const dossier = structuredClone(fullDossier()) as unknown as Json;
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce<Json>((at, step) => at[step] as Json, dossier);
  parent[last] = value;
  return JSON.parse(JSON.stringify(dossier));
}

const refusal = (input: unknown): { field?: string | undefined; zh: unknown; en: unknown } => {
  const parsed = parseDossier(input);
  if (parsed.ok) throw new Error('was accepted');
  expect(parsed.failure.code).toBe('dossier.invalid');
  return { field: parsed.failure.field, zh: parsed.failure.data?.['zh'], en: parsed.failure.data?.['en'] };
};

describe('the dossier’s schema', () => {
  it('gives the domain’s type, field for field', () => {
    type Parsed = z.output<typeof dossierSchema>;
    expectTypeOf<Parsed>().toExtend<Dossier>();
    expectTypeOf<keyof Parsed>().toEqualTypeOf<keyof Dossier>();
    expectTypeOf<keyof Parsed['case']>().toEqualTypeOf<keyof Dossier['case']>();
    type Entry<D, K extends keyof D> = keyof NonNullable<D[K]>;
    expectTypeOf<Entry<Parsed, 'enterprise'>>().toEqualTypeOf<Entry<Dossier, 'enterprise'>>();
    expectTypeOf<Entry<Parsed, 'spotCheck'>>().toEqualTypeOf<Entry<Dossier, 'spotCheck'>>();
    expectTypeOf<Entry<Parsed, 'lines'>>().toEqualTypeOf<Entry<Dossier, 'lines'>>();
    expectTypeOf<keyof NonNullable<Parsed['documents']>[number]>().toEqualTypeOf<
      keyof NonNullable<Dossier['documents']>[number]
    >();
    expectTypeOf<keyof NonNullable<Parsed['incidents']>[number]>().toEqualTypeOf<
      keyof NonNullable<Dossier['incidents']>[number]
    >();
  });

  it('takes every right dossier and changes nothing in it', () =>
    fc.assert(
      fc.property(dossierArbitrary, (dossier) => {
        const input: unknown = JSON.parse(JSON.stringify(dossier));
        expect(parseDossier(input)).toEqual({ ok: true, value: input });
      }),
      { numRuns: 300 },
    ));

  it('takes a dossier of which only the case is known', () => {
    const bare = { case: { id: 'C-1', requestedStar: 1, submittedOn: '2026-03-02' } };
    expect(parseDossier(bare).ok).toBe(true);
    const empty = Object.fromEntries(Object.keys(fullDossier()).map((key) => [key, null]));
    expect(parseDossier({ ...empty, ...bare }).ok).toBe(true);
  });

  it.each<readonly [readonly (string | number)[], unknown, string]>([
    [['colour'], 'red', 'colour'],
    [['case', 'colour'], null, 'case.colour'],
    [['enterprise', 'phone'], '', 'enterprise.phone'],
    [['product', 'gtin'], '', 'product.gtin'],
    [['documents', 1, 'issuer'], 'x', 'documents[1].issuer'],
    [['sample', 'batch'], 'x', 'sample.batch'],
    [['lines', 'by'], 'x', 'lines.by'],
    [['evaluation', 'team'], [], 'evaluation.team'],
    [['siteTest', 'by'], 'U-7', 'siteTest.by'],
    [['a b'], 1, '["a b"]'],
    [['case'], undefined, 'case'],
    [['case'], null, 'case'],
    [['case', 'id'], undefined, 'case.id'],
    [['case', 'id'], '', 'case.id'],
    [['case', 'id'], 7, 'case.id'],
    [['case', 'requestedStar'], undefined, 'case.requestedStar'],
    [['case', 'requestedStar'], 0, 'case.requestedStar'],
    [['case', 'requestedStar'], 6, 'case.requestedStar'],
    [['case', 'requestedStar'], 2.5, 'case.requestedStar'],
    [['case', 'requestedStar'], '3', 'case.requestedStar'],
    [['case', 'submittedOn'], null, 'case.submittedOn'],
    [['case', 'reviewOn'], '2026-02-30', 'case.reviewOn'],
    [['case', 'reviewOn'], '2026-5-1', 'case.reviewOn'],
    [['case', 'decisionOn'], '2026-05-20T00:00:00Z', 'case.decisionOn'],
    [['enterprise', 'foundedOn'], 20150401, 'enterprise.foundedOn'],
    [['enterprise', 'foundedOn'], '', 'enterprise.foundedOn'],
    [['enterprise', 'name'], '\ud800', 'enterprise.name'],
    [['documents'], {}, 'documents'],
    [['documents', 0], null, 'documents[0]'],
    [['documents', 0, 'kind'], 'passport', 'documents[0].kind'],
    [['documents', 0, 'kind'], undefined, 'documents[0].kind'],
    [['documents', 0, 'check'], 'ok', 'documents[0].check'],
    [['documents', 0, 'validFrom'], '2025-02-29', 'documents[0].validFrom'],
    [['documents', 0, 'link'], 'sale', 'documents[0].link'],
    [['documents', 1, 'link'], null, 'documents[1].link'],
    [['documents', 1, 'link'], 'shop', 'documents[1].link'],
    [['notApplicable'], [{ criterion: 'BASIC.NOTHING' }], 'notApplicable[0].criterion'],
    [['incidents'], [{ kind: 'rumour' }], 'incidents[0].kind'],
    [['incidents'], [{ kind: 'accident', status: 'closed' }], 'incidents[0].status'],
    [['incidents'], [{ kind: 'accident', grade: 'major' }], 'incidents[0].grade'],
    [['traceability'], 'PRODUCT', 'traceability'],
    [['riskControl'], 'none', 'riskControl'],
    [['sample', 'accepted'], 'yes', 'sample.accepted'],
    [['spotCheck', 'outcome'], 'skipped', 'spotCheck.outcome'],
    [['siteTest', 'outcome'], 'not-selected', 'siteTest.outcome'],
    [['evaluation', 'mode'], 'expert', 'evaluation.mode'],
    [['youngEnterpriseWaiver'], 'yes', 'youngEnterpriseWaiver'],
  ])('%j = %j is refused at %s', (path, value, field) => {
    const { zh, en, ...rest } = refusal(withField(path, value));
    expect(rest).toEqual({ field });
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^(it|there|a|only) /);
  });

  it.each([null, [], 'text', 3, true, undefined])('%j is no dossier at all', (input) => {
    expect(refusal(input)).toEqual({ field: undefined, zh: '应为一个对象', en: 'it must be an object' });
  });

  it('a field called like an inherited one is unknown all the same', () => {
    const text = JSON.stringify(fullDossier());
    expect(refusal(JSON.parse(text.replace('{', '{"__proto__":{},'))).field).toBe('__proto__');
    expect(refusal(JSON.parse(text.replace('{', '{"constructor":{},'))).field).toBe('constructor');
  });
});
