import { describe, expect, it } from 'vitest';
import { fieldErrors } from '#renderer/client/field-errors.ts';
import { isStaleAfter, untilNextDay } from '#renderer/client/refreshing.ts';
import { fieldOfRefusal, showProblem, showRefusal } from '#renderer/client/refusal.ts';

describe('field errors before sending', () => {
  const reception = {
    parcelId: 'P-1',
    batch: 'A1',
    quantity: '2',
    unit: '盒',
    storage: 'ambient',
    condition: 'intact',
  } as const;

  it('are empty for what the contract accepts', () => {
    expect(fieldErrors('sample.receive', reception, 'zh')).toEqual({});
  });

  it('name the field in the person’s language', () => {
    const wrong = { ...reception, batch: ' ', quantity: 'two', producedOn: '2026-02-30' };
    expect(fieldErrors('sample.receive', wrong, 'zh')).toEqual({
      batch: '不能为空',
      quantity: '应为数字，如 12.5',
      producedOn: '应为存在的日期，如 2026-11-21',
    });
    expect(fieldErrors('sample.receive', wrong, 'en')).toMatchObject({ batch: 'it must not be empty' });
  });

  it('never show a schema’s own English on a Chinese screen', () => {
    const errors = fieldErrors('sample.receive', { ...reception, shelfLifeDays: Number.NaN }, 'zh');
    expect(errors).toEqual({ shelfLifeDays: '填写不正确' });
    expect(showProblem('Invalid input: expected string', 'zh')).toBe('填写不正确');
  });
});

describe('refusals', () => {
  it('are told in both languages, the door’s too', () => {
    expect(showRefusal({ code: 'session.too-many-tries', data: { seconds: 30 } }, 'zh').text).toContain('30');
    expect(showRefusal({ code: 'door.interrupted' }, 'en').text).toMatch(/^It was sent/);
    expect(showRefusal({ code: 'never.heard-of' }, 'zh').text).toContain('never.heard-of');
  });

  it('stand at the field they name', () => {
    const refusal = { code: 'input.invalid', field: 'batch', data: { zh: '不能为空', en: 'it must not be empty' } };
    expect(fieldOfRefusal(refusal, 'zh')).toEqual({ batch: '不能为空' });
    expect(fieldOfRefusal({ code: 'sample.location-needed', field: 'location' }, 'en')).toEqual({
      location: 'Scan or enter where the sample is kept.',
    });
    expect(fieldOfRefusal({ code: 'case.unknown' }, 'en')).toEqual({});
  });
});

describe('what an event makes stale', () => {
  it('is the case it names, and every list it stands in', () => {
    const changed = { caseId: 'C-1' };
    expect(isStaleAfter('case.changed', changed, 'case.get', { caseId: 'C-1' })).toBe(true);
    expect(isStaleAfter('case.changed', changed, 'case.get', { caseId: 'C-2' })).toBe(false);
    expect(isStaleAfter('case.changed', changed, 'case.list', { queue: 'review' })).toBe(true);
    expect(isStaleAfter('case.changed', changed, 'desk.counts', {})).toBe(true);
    expect(isStaleAfter('case.changed', changed, 'person.list', {})).toBe(false);
  });

  it('is any case when a parcel changed, for its samples stand there', () => {
    expect(isStaleAfter('parcel.changed', { parcelId: 'P-1' }, 'case.get', { caseId: 'C-2' })).toBe(true);
    expect(isStaleAfter('parcel.changed', { parcelId: 'P-1' }, 'parcel.get', { parcelId: 'P-2' })).toBe(false);
    expect(isStaleAfter('import.progress', { done: 1, total: 2 }, 'case.list', {})).toBe(false);
  });

  it('is what deciding would do when the standard, a sample or the case changed', () => {
    for (const event of ['standards.changed', 'parcel.changed', 'case.changed'] as const)
      expect(isStaleAfter(event, {}, 'decision.preview', { caseId: 'C-1' })).toBe(true);
  });

  it('is everything when the next day begins in Shanghai, whatever the hour', () => {
    const next = (moment: string) => new Date(Date.parse(moment) + untilNextDay(Date.parse(moment))).toISOString();
    expect(next('2026-11-21T02:00:00.000Z')).toBe('2026-11-21T16:00:01.000Z');
    expect(next('2026-11-21T15:59:59.000Z')).toBe('2026-11-21T16:00:01.000Z');
    expect(next('2026-11-21T16:00:01.000Z')).toBe('2026-11-22T16:00:01.000Z');
  });
});
