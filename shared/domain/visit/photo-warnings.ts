import type { PlainDate } from '#shared/base/plain-date.ts';
import type { PhotoThresholds } from './checklist.ts';
import { isOutside, type Province } from './provinces.ts';

/** A place on the ground in decimal degrees (WGS 84). */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** What a photo's own data say. */
export interface PhotoFacts {
  /** As the camera wrote it: with an offset or `Z` an instant, without one the wall clock at the centre. */
  readonly takenAt: string | null;
  readonly position: Position | null;
}

/** Surely not in the province where the enterprise is; with the province's names. */
export interface OutsideWarning {
  readonly kind: 'outside';
  readonly provinceZh: string;
  readonly provinceEn: string;
}

/** What a person should look at before trusting a photo. */
export type PhotoWarning =
  | OutsideWarning
  /** Taken farther away than the visit allows: from its recorded place, else from where its other photos were taken. */
  | { readonly kind: 'far'; readonly km: number; readonly from: 'place' | 'other-photos' }
  | { readonly kind: 'other-day'; readonly day: string }
  | { readonly kind: 'future'; readonly day: string };

/** What a photo is held against. */
export interface PhotoContext {
  /** The days of the visit. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Where the team said the visit was; null when they did not. */
  readonly place: Position | null;
  /** Where the enterprise is; null when nobody knows. Photos that were all taken elsewhere agree with each other, not with it. */
  readonly province: Province | null;
  /** Positions of the visit's other photos. */
  readonly others: readonly Position[];
  readonly nowMs: number;
  readonly thresholds: PhotoThresholds;
}

const EARTH_KM = 6371.0088;
const CENTRE_OFFSET_MS = 8 * 3_600_000;
const HAS_ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/;
/** Others that are needed before their middle says anything. */
const LEAST_OTHERS = 2;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Distance along the earth's surface in kilometres (haversine, mean radius). */
export function distanceKm(a: Position, b: Position): number {
  const halfLatitude = Math.sin(radians(b.latitude - a.latitude) / 2);
  const halfLongitude = Math.sin(radians(b.longitude - a.longitude) / 2);
  const square = halfLatitude ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * halfLongitude ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(square)));
}

/** The middle value of a list that is not empty. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
}

/** Where most photos were taken: one that was taken elsewhere does not move it. */
export const middleOf = (positions: readonly Position[]): Position => ({
  latitude: median(positions.map(({ latitude }) => latitude)),
  longitude: median(positions.map(({ longitude }) => longitude)),
});

/** The moment a camera names; NaN for a text that is no time. */
export function takenAtMs(takenAt: string): number {
  return HAS_ZONE.test(takenAt) ? Date.parse(takenAt) : Date.parse(`${takenAt}Z`) - CENTRE_OFFSET_MS;
}

/**
 * What in a photo's own data does not fit the visit. Warnings only: a camera's clock may be wrong and a
 * telephone indoors may not know where it is, so a person judges.
 */
export function photoWarnings(photo: PhotoFacts, context: PhotoContext): readonly PhotoWarning[] {
  return [...whenWarnings(photo, context), ...whereWarnings(photo, context)];
}

function whenWarnings({ takenAt }: PhotoFacts, { from, nowMs, thresholds, to }: PhotoContext): readonly PhotoWarning[] {
  const atMs = takenAt === null ? Number.NaN : takenAtMs(takenAt);
  const local = new Date(atMs + CENTRE_OFFSET_MS);
  if (Number.isNaN(local.getTime())) return [];
  const day = local.toISOString().slice(0, 10);
  if (atMs > nowMs + thresholds.clockMinutes * 60_000) return [{ kind: 'future', day }];
  return day >= from && day <= to ? [] : [{ kind: 'other-day', day }];
}

/** Whether a place lies outside the province of the enterprise, as a warning. */
export function outsideWarnings(position: Position, province: Province | null): readonly OutsideWarning[] {
  if (province === null || !isOutside(position, province)) return [];
  return [{ kind: 'outside', provinceZh: province.zh, provinceEn: province.en }];
}

function whereWarnings({ position }: PhotoFacts, context: PhotoContext): readonly PhotoWarning[] {
  if (position === null) return [];
  return [...outsideWarnings(position, context.province), ...farWarnings(position, context)];
}

function farWarnings(position: Position, { others, place, thresholds }: PhotoContext): readonly PhotoWarning[] {
  const from = place === null ? ('other-photos' as const) : ('place' as const);
  if (place === null && others.length < LEAST_OTHERS) return [];
  const km = distanceKm(position, place ?? middleOf(others));
  return km > thresholds.farKm ? [{ kind: 'far', km: Math.round(km * 10) / 10, from }] : [];
}
