import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import type { StorageClass } from './sample-life.ts';

/** A place a sample can lie: a room, a shelf in it, a box on that. */
export const LOCATION_KINDS = ['room', 'shelf', 'box'] as const;
export type LocationKind = (typeof LOCATION_KINDS)[number];

/** What stands before a place's code on its label, so that a scan of it is never taken for a waybill. */
export const LOCATION_PREFIX = 'L:';

/** As long as the label roll takes: its bars must stay wide enough for a hand scanner. */
const FORM = /^[A-Z]{1,3}(-[A-Z0-9]{1,3}){0,2}$/;

/** A code as typed or scanned in the one form the house keeps: `l:a-02-4` becomes `A-02-4`. */
export function readLocationCode(typed: string): string {
  const code = typed.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
  return code.startsWith(LOCATION_PREFIX) ? code.slice(LOCATION_PREFIX.length) : code;
}

/** Whether a text is a place's code: `A` a room, `A-02` a shelf, `A-02-4` a box. */
export const isLocationCode = (code: string): boolean => FORM.test(code);

/** What a code names, by its parts. */
export const locationKind = (code: string): LocationKind => LOCATION_KINDS[code.split('-').length - 1] ?? 'box';

/** The code of what a place stands in; null for a room. */
export function locationParent(code: string): string | null {
  const at = code.lastIndexOf('-');
  return at === -1 ? null : code.slice(0, at);
}

/** Whether a place is another or lies in it. */
export const isWithin = (code: string, outer: string): boolean => code === outer || code.startsWith(`${outer}-`);

/** What places stand in, outermost first, then the place itself. */
export function locationPath(code: string): readonly string[] {
  const parts = code.split('-');
  return parts.map((_, index) => parts.slice(0, index + 1).join('-'));
}

const MOST_CODES = 500;

/**
 * Every code a pattern stands for: `A-[01-06]-[1-4]` is twenty-four boxes; a plain code stands for itself.
 *
 * Numbers keep the width they were written in.
 */
export function expandCodes(
  pattern: string,
): Result<readonly string[], Failure<'location.form' | 'location.too-many'>> {
  let codes = [''];
  for (const part of readLocationCode(pattern).split(/(\[\d{1,4}-\d{1,4}\])/u)) {
    const range = /^\[(\d+)-(\d+)\]$/u.exec(part);
    const [, from = '', to = ''] = range ?? [];
    const count = range === null ? 1 : Number(to) - Number(from) + 1;
    if (count < 1) return fail({ code: 'location.form', data: { code: pattern } });
    if (codes.length * count > MOST_CODES) return fail({ code: 'location.too-many', data: { most: MOST_CODES } });
    const texts =
      range === null
        ? [part]
        : Array.from({ length: count }, (_, at) => String(Number(from) + at).padStart(from.length, '0'));
    codes = codes.flatMap((head) => texts.map((text) => head + text));
  }
  return codes.every(isLocationCode) ? ok(codes) : fail({ code: 'location.form', data: { code: pattern } });
}

/** Changes it takes to make one code of another, by insertion, deletion and exchange of characters. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [index, character] of [...one].entries()) {
    let corner = index;
    row = row.reduce<number[]>((next, above, at) => {
      const left = next[at - 1];
      const exchanged = corner + (other[at - 1] === character ? 0 : 1);
      corner = above;
      next.push(left === undefined ? index + 1 : Math.min(above + 1, left + 1, exchanged));
      return next;
    }, []);
  }
  return row.at(-1) ?? 0;
}

/** The existing codes most like a wrong one, nearest first. */
export const nearestCodes = (code: string, codes: readonly string[], count = 3): readonly string[] =>
  codes
    .map((existing) => ({ existing, distance: editDistance(code, existing) }))
    .toSorted((a, b) => a.distance - b.distance || a.existing.localeCompare(b.existing, 'en', { numeric: true }))
    .slice(0, count)
    .map(({ existing }) => existing);

/** Whether a place keeps things as a sample must be kept; a place without a class suits all. */
export const suitsStorage = (sample: StorageClass, place: StorageClass | null): boolean =>
  place === null || sample === place;
