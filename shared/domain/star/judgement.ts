import type { Answers } from './answers.ts';
import { starSet, type Bilingual, type StarSet } from './star.ts';
import type { Facts } from './facts.ts';
import type { Criterion } from './standard.ts';

/** One criterion's answers on one dossier, before the verdict is put together. */
export interface Judgement {
  readonly answers: Answers;
  readonly reason: Bilingual;
  readonly evidence: readonly string[];
  /** {@link reading} bits of the ambiguity readings that mattered. */
  readonly readings: number;
}

/** A criterion of a standard, compiled: everything that does not depend on the dossier is already done. */
export type Judge = (facts: Facts) => Judgement;

/** The bit of ambiguity `A01` to `A22` in a set of readings. */
export const reading = (ambiguity: number): number => 1 << ambiguity;

/** The bit of an ambiguity's id; 0 for one that the engine does not know. */
export function readingBit(id: string): number {
  const ambiguity = /^A(\d\d)$/.exec(id)?.[1];
  return ambiguity === undefined || Number(ambiguity) > 22 ? 0 : reading(Number(ambiguity));
}

/** The stars that ask for a criterion. */
export const askedStars = (criterion: Pick<Criterion, 'asks'>): StarSet =>
  starSet(criterion.asks.map((ask) => ask.star));

/** A01 where a row has blank cells: they were read as the lowest stars not asking. */
export const blankCellReading = (criterion: Pick<Criterion, 'asks'>): number =>
  criterion.asks.length < 5 ? reading(1) : 0;

/** One finding and the answers that follow from it, as a full sentence in each language. */
export function sentence(zh: string, en: string, answers: Answers): Bilingual {
  return {
    zh: `${zh}，${answers.words.zh}。`,
    en: `${en.charAt(0).toUpperCase()}${en.slice(1)}; the criterion is ${answers.words.en}.`,
  };
}

/** `1 day`, `2 days`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
