import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { provinceOf } from '#shared/domain/visit/provinces.ts';
import {
  distanceKm,
  middleOf,
  photoWarnings,
  takenAtMs,
  type PhotoContext,
  type Position,
} from '#shared/domain/visit/photo-warnings.ts';

const CHANGSHA: Position = { latitude: 28.228_2, longitude: 112.938_8 };
const BEIJING: Position = { latitude: 39.904_2, longitude: 116.407_4 };
const context = (changes: Partial<PhotoContext> = {}): PhotoContext => ({
  from: '2026-11-21' as PlainDate,
  to: '2026-11-21' as PlainDate,
  place: null,
  province: null,
  others: [],
  nowMs: Date.parse('2026-11-21T09:00:00Z'),
  thresholds: { farKm: 5, clockMinutes: 10 },
  ...changes,
});
const position = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const taken = (takenAt: string | null, where: Position | null = null) => ({ takenAt, position: where });

describe('the distance of two places', () => {
  it('is the one of the great circle', () => {
    expect(distanceKm(CHANGSHA, BEIJING)).toBeCloseTo(1_338, -1);
    expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(20_015, 0);
  });

  it('is none to itself, the same both ways, never more than half way round, and obeys the triangle', () => {
    fc.assert(
      fc.property(position, position, position, (a, b, c) => {
        expect(distanceKm(a, a)).toBeCloseTo(0, 6);
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
        expect(distanceKm(a, b)).toBeLessThanOrEqual(20_016);
        expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 1e-3);
      }),
    );
  });
});

describe('a photo of a visit', () => {
  it('taken there and then is not remarked on', () => {
    const near = { latitude: CHANGSHA.latitude + 0.01, longitude: CHANGSHA.longitude };
    expect(photoWarnings(taken('2026-11-21T08:30:00Z', near), context({ place: CHANGSHA }))).toEqual([]);
  });

  it('without time or place says nothing', () => {
    expect(photoWarnings(taken(null), context({ place: CHANGSHA }))).toEqual([]);
    expect(photoWarnings(taken('no time'), context())).toEqual([]);
  });

  it('taken far from the recorded place says how far', () => {
    expect(photoWarnings(taken(null, BEIJING), context({ place: CHANGSHA }))).toMatchObject([
      { kind: 'far', from: 'place' },
    ]);
  });

  it('is held against the middle of the others when no place is recorded, and one stray does not move it', () => {
    const others = [CHANGSHA, { ...CHANGSHA, latitude: 28.229 }, BEIJING];
    expect(photoWarnings(taken(null, CHANGSHA), context({ others }))).toEqual([]);
    expect(photoWarnings(taken(null, BEIJING), context({ others: [CHANGSHA, CHANGSHA, CHANGSHA] }))).toMatchObject([
      { kind: 'far', from: 'other-photos' },
    ]);
    expect(photoWarnings(taken(null, BEIJING), context({ others: [CHANGSHA] }))).toEqual([]);
    expect(middleOf(others)).toEqual({ latitude: 28.229, longitude: 112.938_8 });
  });

  it.each([
    ['2026-11-20T16:00:00Z', []],
    ['2026-11-20T15:59:59Z', [{ kind: 'other-day', day: '2026-11-20' }]],
    ['2026-11-20T23:59:59', [{ kind: 'other-day', day: '2026-11-20' }]],
    ['2026-11-21T00:00:00', []],
    ['2026-11-21T23:59:59+08:00', [{ kind: 'future', day: '2026-11-21' }]],
    ['2026-11-21T17:10:00', []],
    ['2026-11-21T17:10:01', [{ kind: 'future', day: '2026-11-21' }]],
    ['2027-05-01T00:00:00Z', [{ kind: 'future', day: '2027-05-01' }]],
    ['2026-11-21T01:00:00-08:00', []],
  ])('taken at %s: %j', (takenAt, expected) => {
    expect(photoWarnings(taken(takenAt), context())).toEqual(expected);
  });

  it.each([
    ['2026-11-18T23:59:59', [{ kind: 'other-day', day: '2026-11-18' }]],
    ['2026-11-19T00:00:00', []],
    ['2026-11-20T12:00:00', []],
    ['2026-11-21T00:00:00', []],
  ])('of several days taken at %s: %j', (takenAt, expected) => {
    const of = context({ from: '2026-11-19' as PlainDate, to: '2026-11-21' as PlainDate });
    expect(photoWarnings(taken(takenAt), of)).toEqual(expected);
  });

  it('taken outside the enterprise’s province says so, though all photos and the place agree', () => {
    const province = provinceOf('430923107');
    const all = context({ place: BEIJING, others: [BEIJING, BEIJING, BEIJING], province });
    expect(photoWarnings(taken(null, BEIJING), all)).toEqual([
      { kind: 'outside', provinceZh: '湖南省', provinceEn: 'Hunan' },
    ]);
    expect(photoWarnings(taken(null, CHANGSHA), context({ province }))).toEqual([]);
    expect(photoWarnings(taken(null, { latitude: 0, longitude: 0 }), context({ province }))).toHaveLength(1);
    expect(photoWarnings(taken(null, BEIJING), context({ others: [BEIJING, BEIJING] }))).toEqual([]);
  });

  it('reads a wall clock as the centre’s, whatever machine reads it', () => {
    expect(takenAtMs('2026-11-21T08:00:00')).toBe(Date.parse('2026-11-21T00:00:00Z'));
    expect(takenAtMs('2026-11-21T08:00:00+08:00')).toBe(Date.parse('2026-11-21T00:00:00Z'));
  });
});
