import type { CriterionId } from './star/standard.ts';

/** Why a case is reviewed: for the first time, on appeal, to correct a fact, or because a proposal lapsed unanswered. */
export const ROUND_KINDS = ['first', 'appeal', 'correction', 'lapsed'] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

/** The round of review that was the newest at a moment; what came before the first belongs to it. */
export const roundAt = (rounds: readonly { readonly round: number; readonly openedAt: string }[], at: string): number =>
  rounds.findLast(({ openedAt }) => openedAt <= at)?.round ?? 1;

/** What an expert answers to one criterion. */
export const OPINION_ANSWERS = ['agree', 'disagree', 'unsure'] as const;
export type OpinionAnswer = (typeof OPINION_ANSWERS)[number];

/** One criterion in an opinion; whoever does not plainly agree says why. */
export interface CriterionOpinion {
  readonly criterion: CriterionId;
  readonly answer: OpinionAnswer;
  readonly comment: string;
}

/** Experts' opinions needed before a decision, by star. */
export type PanelSizes = Readonly<Record<1 | 2 | 3 | 4 | 5, number>>;

/** Who sits on a panel and whether they have spoken. */
export interface Seat {
  readonly personId: string;
  readonly given: boolean;
}

/**
 * Whether a panel has spoken: every seat that is needed is held, and everybody who sits has given an opinion.
 *
 * Until then an opinion is seen by nobody but its author, and may still be withdrawn; from then on
 * all are open and stand as they are, also when a seat falls away later (see {@link mayReadOpinion}).
 */
export const isPanelComplete = (seats: readonly Seat[], size: number): boolean =>
  seats.length >= size && seats.every(({ given }) => given);

/** What decides whether somebody may read an opinion. */
export interface OpinionReading {
  readonly mine: boolean;
  /** The panel has spoken. */
  readonly complete: boolean;
  /** It was open before, when the panel had spoken; then somebody lost their seat. */
  readonly wasOpen: boolean;
  /** The reader could still give an opinion on the round. */
  readonly readerMaySpeak: boolean;
}

/**
 * Whether somebody may read an opinion: their own, every one once the panel has spoken, and what was open then
 * when the panel is short of somebody again; but not who may yet fill the gap, since opinions are given without
 * seeing the others'.
 */
export const mayReadOpinion = ({ complete, mine, readerMaySpeak, wasOpen }: OpinionReading): boolean =>
  mine || complete || (wasOpen && !readerMaySpeak);

/** Seats that an expert who was not assigned may still take. */
export const freeSeats = (seats: readonly Seat[], size: number): number => Math.max(0, size - seats.length);

/** An opinion as far as it is compared with others. */
export interface ComparedOpinion {
  readonly by: string;
  /** Recommended star; 0 advises refusal. */
  readonly star: number;
  readonly criteria: readonly CriterionOpinion[];
}

/** Where experts differ on one criterion: who answered what. */
export interface CriterionDisagreement {
  readonly criterion: CriterionId;
  readonly answers: readonly { readonly answer: OpinionAnswer; readonly by: readonly string[] }[];
}

/** Where the opinions of a panel differ. */
export interface Disagreement {
  readonly lowestStar: number;
  readonly highestStar: number;
  /** Criteria with two different answers or more, in the order they were first answered. */
  readonly criteria: readonly CriterionDisagreement[];
}

/** Compares the opinions of a panel; null without any. What an expert left out differs from nothing. */
export function disagreementOf(opinions: readonly ComparedOpinion[]): Disagreement | null {
  if (opinions.length === 0) return null;
  const stars = opinions.map(({ star }) => star);
  const ids = new Set(opinions.flatMap(({ criteria }) => criteria.map(({ criterion }) => criterion)));
  const compared = [...ids].map((criterion) => ({
    criterion,
    answers: OPINION_ANSWERS.map((answer) => ({
      answer,
      by: opinions
        .filter(({ criteria }) => criteria.some((one) => one.criterion === criterion && one.answer === answer))
        .map(({ by }) => by),
    })).filter(({ by }) => by.length > 0),
  }));
  return {
    lowestStar: Math.min(...stars),
    highestStar: Math.max(...stars),
    criteria: compared.filter(({ answers }) => answers.length > 1),
  };
}
