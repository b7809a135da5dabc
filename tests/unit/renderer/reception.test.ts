import { describe, expect, it } from 'vitest';
import { scanAddress } from '#renderer/app/hit-address.ts';
import { draftOf, receiveInput, surelyOf, typedShelfLife } from '#renderer/desks/receiving/receive-draft.ts';
import { scanStep, NO_SCAN } from '#renderer/ui/scan.ts';
import type { CaseId, ParcelId, SampleId } from '#shared/base/ids.ts';
import type { ParcelCaseView, ParcelView, SampleView } from '#shared/contract/intake.ts';
import type { ScannerSettings } from '#shared/domain/scan-code.ts';
import { PLAIN_SCANNER } from '#shared/domain/scan-code.ts';

const caseOf = (caseId: string, changes: Partial<ParcelCaseView> = {}): ParcelCaseView => ({
  caseId: caseId as CaseId,
  applicationNo: caseId.replace('C', 'A'),
  productName: '安化千两茶',
  enterpriseName: '云台山茶业（样例）',
  requestedStar: 3,
  decided: false,
  batch: `batch of ${caseId}`,
  producedOn: '2026-03-01',
  quantity: '2',
  unit: '盒',
  storage: 'chilled',
  shelfLifeDays: 365,
  specification: '500 g / 盒',
  ...changes,
});
const sampleOf = (caseId: string): SampleView =>
  ({
    caseId,
    quantity: '5',
    unit: '袋',
    storage: 'frozen',
    producedOn: '2026-02-02',
    shelfLifeDays: 90,
    location: 'F-01-1',
  }) as SampleView;
const parcelOf = (cases: readonly ParcelCaseView[], samples: readonly SampleView[] = []) =>
  ({ id: 'P-1' as ParcelId, cases, samples }) as ParcelView;

describe('a reception as typed', () => {
  it('begins with what the applicant announced and blank without it', () => {
    expect(draftOf(parcelOf([]), null)).toMatchObject({
      batch: '',
      quantity: '1',
      storage: 'ambient',
      condition: 'intact',
    });
    expect(draftOf(parcelOf([caseOf('C-1')]), null)).toMatchObject({
      caseId: 'C-1',
      batch: 'batch of C-1',
      storage: 'chilled',
    });
  });

  it('is of a case by itself only when no other can be meant', () => {
    const two = [caseOf('C-1'), caseOf('C-2')];
    expect(surelyOf(parcelOf(two))).toBeUndefined();
    expect(surelyOf(parcelOf(two, [sampleOf('C-1')]))?.caseId).toBe('C-2');
    expect(surelyOf(parcelOf(two, [sampleOf('C-1'), sampleOf('C-2')]))).toBeUndefined();
    expect(surelyOf(parcelOf([caseOf('C-1', { decided: true }), caseOf('C-2')]))?.caseId).toBe('C-2');
    expect(surelyOf(parcelOf([caseOf('C-1', { decided: true })]))).toBeUndefined();
  });

  it('keeps what stays the same for another sample of the case, and nothing for another case', () => {
    const before = sampleOf('C-1');
    expect(draftOf(parcelOf([caseOf('C-1')], [before]), before)).toMatchObject({
      caseId: 'C-1',
      batch: '',
      quantity: '5',
      unit: '袋',
      storage: 'frozen',
      location: 'F-01-1',
    });
    expect(draftOf(parcelOf([caseOf('C-1'), caseOf('C-2')], [before]), before)).toMatchObject({
      caseId: 'C-2',
      batch: 'batch of C-2',
      location: '',
    });
  });

  it('sends empty fields as absent, a shelf life as a number and a label of a place as its code', () => {
    const draft = { ...draftOf(parcelOf([]), null), batch: 'A1', unit: '盒', shelfLifeDays: ' 730 ', location: ' ' };
    const absent = { caseId: null, location: null, producedOn: null, lapsedReason: null, shelfLifeDays: 730 };
    expect(receiveInput(parcelOf([]), draft, null)).toMatchObject(absent);
    expect(receiveInput(parcelOf([]), { ...draft, location: 'l:a-03-2' }, null)).toMatchObject({ location: 'A-03-2' });
  });

  it('says how long the sample stays good once its dates are whole', () => {
    const draft = draftOf(parcelOf([caseOf('C-1', { shelfLifeDays: 275 })]), null);
    const kind = (part: object): string => typedShelfLife({ ...draft, ...part }, '2026-11-21', '2026-12-11').kind;
    expect(kind({})).toBe('short');
    expect(kind({ shelfLifeDays: '300' })).toBe('lasts');
    expect(kind({ shelfLifeDays: '30' })).toBe('lapsed');
    expect(kind({ producedOn: '2026-3-1' })).toBe('unknown');
    expect(kind({ shelfLifeDays: '三十' })).toBe('unknown');
  });
});

describe('a scanned thing', () => {
  const hit = (kind: 'parcel' | 'sample' | 'case' | 'award' | 'location', parcelId: string | null = null) => ({
    kind,
    id: kind === 'location' ? 'A-03-2' : ('X-1' as SampleId),
    parcelId: parcelId as ParcelId | null,
    caseId: 'C-1' as CaseId,
  });

  it('opens at the receiving desk as its parcel or place, for the others as its case', () => {
    const clerk = ['receiving', 'inspection'] as const;
    expect(scanAddress(hit('sample', 'P-1'), clerk, 'receiving')).toEqual({ desk: 'receiving', openId: 'P-1' });
    expect(scanAddress(hit('location'), clerk, 'inspection')).toEqual({ desk: 'receiving', openId: 'shelf:A-03-2' });
    expect(scanAddress(hit('case', 'P-1'), clerk, 'inspection')).toEqual({ desk: 'inspection', openId: 'X-1' });
    expect(scanAddress(hit('case', 'P-1'), clerk, 'receiving')).toEqual({ desk: 'receiving', openId: 'P-1' });
    expect(scanAddress(hit('sample', 'P-1'), ['review'], 'review')).toEqual({ desk: 'review', openId: 'C-1' });
    expect(scanAddress(hit('award'), ['printing'], 'printing')).toEqual({ desk: 'printing', openId: 'X-1' });
    expect(scanAddress(hit('location'), ['review'], 'review')).toBeNull();
  });
});

describe('a scanner as it is set up', () => {
  /** Types keys at one pace. */
  const heard = (text: string, gapMs: number, scanner: ScannerSettings): string | null => {
    let state = NO_SCAN;
    let code: string | null = null;
    [...text, 'Enter'].forEach((key, index) => {
      ({ state, code } = scanStep(state, { key, atMs: 1000 + index * gapMs }, scanner));
    });
    return code;
  };

  it('is heard without what it adds, at the pace that was set', () => {
    const scanner = { prefixes: [']C1'], suffixes: ['#'], meanMs: 20 };
    expect(heard(']C1S2601000042#', 15, scanner)).toBe('S2601000042');
    expect(heard(']C1S2601000042#', 30, scanner)).toBeNull();
    expect(heard('S2601000042', 15, scanner)).toBe('S2601000042');
  });

  it('reads labels of places and links, however short', () => {
    expect(heard('L:A', 5, PLAIN_SCANNER)).toBe('L:A');
    expect(heard('https://otop.example.cn/v/abc', 5, PLAIN_SCANNER)).toBe('https://otop.example.cn/v/abc');
    expect(heard('A:B', 5, PLAIN_SCANNER)).toBeNull();
  });
});
