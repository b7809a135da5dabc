/** How what lies on a shelf can differ from the book. */
export const DIFFERENCES = ['missing', 'unexpected', 'wrong-shelf'] as const;
export type Difference = (typeof DIFFERENCES)[number];

/** How a difference is settled: the book follows the shelf, the shelf follows the book, or somebody looks into it. */
export const SETTLEMENTS = ['found', 'missing', 'placed-here', 'carried-back', 'noted'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** What a stocktake knows of something that was scanned. */
export interface Seen {
  readonly code: string;
  /** Where the book has it: on this shelf, on another, with somebody or missing, or nowhere in the house. */
  readonly book: 'here' | 'elsewhere' | 'away' | 'unknown';
  readonly settled: boolean;
}

/**
 * What differs: on the book here and not seen; seen here and on the book elsewhere; seen and not to be
 * seen at all. What was settled differs no more.
 */
export function differencesOf(
  expected: readonly string[],
  seen: readonly Seen[],
): readonly { readonly kind: Difference; readonly code: string }[] {
  const known = new Set(seen.map(({ code }) => code));
  const missing = expected.filter((code) => !known.has(code)).map((code) => ({ kind: 'missing' as const, code }));
  const odd = seen
    .filter(({ book, settled }) => book !== 'here' && !settled)
    .map(({ book, code }) => ({
      kind: book === 'elsewhere' ? ('wrong-shelf' as const) : ('unexpected' as const),
      code,
    }));
  return [...missing, ...odd];
}

const WAYS: Readonly<Record<Difference, readonly Settlement[]>> = {
  missing: ['found', 'missing'],
  'wrong-shelf': ['placed-here', 'carried-back'],
  unexpected: ['placed-here', 'noted'],
};

/**
 * The ways a difference can be settled.
 *
 * @param inHouse the sample is known and has not left for good, so that the book can take it
 */
export const settlementsFor = (difference: Difference, inHouse: boolean): readonly Settlement[] =>
  WAYS[difference].filter((way) => way !== 'placed-here' || inHouse);
