import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';

/** The one algorithm there is; a draw keeps its name so that it can be worked out again when there are more. */
export const DRAW_ALGORITHM = 'fnv1a64-splitmix64-fisher-yates/1';

/** What a draw is made from. */
export interface DrawOrder {
  /** Anything a person can read out and type again. */
  readonly seed: string;
  /** Whole per cent of the cases, 1 to 100. */
  readonly sharePercent: number;
  /** Case ids, in any order. */
  readonly cases: readonly string[];
}

/** A draw as it came out; both lists in the order of their code units. */
export interface Draw {
  readonly algorithm: typeof DRAW_ALGORITHM;
  readonly cases: readonly string[];
  readonly selected: readonly string[];
}

export type DrawFailure = Failure<'draw.nothing-to-draw' | 'draw.share'>;

const MASK = (1n << 64n) - 1n;

/** FNV-1a over the UTF-16 code units of a text, each as its low and its high byte; 64 bits. */
export function hashSeed(seed: string): bigint {
  let hash = 0xcbf29ce484222325n;
  const take = (byte: number): void => {
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & MASK;
  };
  for (let at = 0; at < seed.length; at += 1) {
    const unit = seed.charCodeAt(at);
    take(unit & 0xff);
    take(unit >> 8);
  }
  return hash;
}

/** SplitMix64 (Steele, Lea, Flood 2014): each call answers the next 64 bits. */
export function splitMix64(start: bigint): () => bigint {
  let state = start & MASK;
  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & MASK;
    let mixed = state;
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & MASK;
    return mixed ^ (mixed >> 31n);
  };
}

/** A whole number from 0 to `below` − 1, each as likely: what would favour the small ones is drawn again. */
function pick(next: () => bigint, below: number): number {
  const range = BigInt(below);
  const fair = ((MASK + 1n) / range) * range;
  let bits = next();
  while (bits >= fair) bits = next();
  return Number(bits % range);
}

/** How many of `cases` a share comes to: rounded up, and at least one. */
export const drawCount = (cases: number, sharePercent: number): number =>
  Math.max(1, Math.ceil((cases * sharePercent) / 100));

const inOrder = (ids: readonly string[]): readonly string[] => ids.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/**
 * Draws the cases whose samples go to the laboratory: random, and the same for everybody who knows the seed.
 *
 * 1. The ids, each once, are put into the order of their code units, so that the order they came in does not
 *    matter. 2. {@link hashSeed} of the seed starts {@link splitMix64}. 3. Fisher and Yates' shuffle: for `i` from
 *    0, the id at `i` changes places with the one at `i + pick(n − i)`. 4. The first {@link drawCount} are drawn.
 */
export function drawSpotChecks({ cases, seed, sharePercent }: DrawOrder): Result<Draw, DrawFailure> {
  const whole = Number.isInteger(sharePercent) && sharePercent >= 1 && sharePercent <= 100;
  if (!whole) return fail({ code: 'draw.share', field: 'sharePercent', data: { found: String(sharePercent) } });
  const ordered = inOrder([...new Set(cases)]);
  if (ordered.length === 0) return fail({ code: 'draw.nothing-to-draw' });
  const next = splitMix64(hashSeed(seed));
  const count = drawCount(ordered.length, sharePercent);
  const shuffled = [...ordered];
  for (let at = 0; at < count; at += 1) {
    const other = at + pick(next, shuffled.length - at);
    [shuffled[at], shuffled[other]] = [shuffled[other] as string, shuffled[at] as string];
  }
  return ok({ algorithm: DRAW_ALGORITHM, cases: ordered, selected: inOrder(shuffled.slice(0, count)) });
}
