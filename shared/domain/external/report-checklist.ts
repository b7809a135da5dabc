import type { PlainDate } from '#shared/base/plain-date.ts';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import { accreditationDates, accreditationOn, type Accreditation } from './accreditation.ts';

/** One thing a report must carry, with the clause that asks for it. */
export interface ReportPoint extends Bilingual {
  readonly id: string;
  /** Where it is asked for: `7.8.2.1 a)`. */
  readonly clause: string;
  /** May be answered “not applicable”. */
  readonly mayNotApply: boolean;
  /** Answered by the program from the dates; null: answered by a person. */
  readonly workedOut: 'accreditation' | null;
}

/** What an outside report is held against: versioned data; a report keeps the version it was checked by. */
export interface ReportChecklist {
  readonly id: string;
  readonly version: string;
  readonly standard: string;
  readonly points: readonly ReportPoint[];
}

/** What a person found for one point. */
export interface PointFound {
  readonly answer: 'yes' | 'no' | 'not-applicable';
  /** Page of the report, from 1. */
  readonly page: number | null;
  readonly note: string | null;
}
export type ReportAnswers = Readonly<Record<string, PointFound>>;

/** How a point stands and, where it fails, why. */
export interface PointState {
  readonly id: string;
  readonly state: 'holds' | 'fails' | 'not-applicable' | 'open';
  readonly why: Bilingual | null;
}

/** How a report stands against its checklist. */
export interface ReportJudgement {
  readonly points: readonly PointState[];
  readonly open: readonly string[];
  readonly failing: readonly string[];
}

export type AnswerFailure = Failure<
  | 'external.point-unknown'
  | 'external.point-applies'
  | 'external.page-needed'
  | 'external.page-beyond'
  | 'external.note-needed'
>;

/**
 * Whether answers can be kept: of points a person answers, “yes” with its page, “no” with what is wrong.
 *
 * @param pages pages of the attached report
 */
export function checkAnswers(
  checklist: ReportChecklist,
  answers: ReportAnswers,
  pages: number,
): Result<true, AnswerFailure> {
  for (const [id, { answer, note, page }] of Object.entries(answers)) {
    const field = `answers.${id}`;
    const point = checklist.points.find((one) => one.id === id);
    if (point === undefined || point.workedOut !== null) {
      return fail({ code: 'external.point-unknown', field, data: { id } });
    }
    const named = { zh: point.zh, en: point.en };
    if (page !== null && page > pages)
      return fail({ code: 'external.page-beyond', field, data: { ...named, page, pages } });
    if (answer === 'yes' && page === null) return fail({ code: 'external.page-needed', field, data: named });
    if (answer === 'no' && note === null) return fail({ code: 'external.note-needed', field, data: named });
    if (answer === 'not-applicable' && !point.mayNotApply) {
      return fail({ code: 'external.point-applies', field, data: named });
    }
  }
  return ok(true);
}

/** What of a report the program can judge by itself. */
export interface ReportDates {
  readonly issuedOn: PlainDate;
  readonly accreditations: readonly Accreditation[];
}

/** Holds a report against its checklist: what is open, what fails and why. */
export function judgeReport(checklist: ReportChecklist, answers: ReportAnswers, dates: ReportDates): ReportJudgement {
  const points = checklist.points.map((point): PointState => {
    if (point.workedOut === 'accreditation') return accredited(point.id, dates);
    const found = answers[point.id];
    if (found === undefined) return { id: point.id, state: 'open', why: null };
    if (found.answer === 'no') return { id: point.id, state: 'fails', why: inBoth(found.note ?? '') };
    return { id: point.id, state: found.answer === 'yes' ? 'holds' : 'not-applicable', why: null };
  });
  const having = (state: PointState['state']): readonly string[] =>
    points.filter((point) => point.state === state).map(({ id }) => id);
  return { points, open: having('open'), failing: having('fails') };
}

const inBoth = (text: string): Bilingual => ({ zh: text, en: text });

function accredited(id: string, { accreditations, issuedOn }: ReportDates): PointState {
  if (accreditationOn(accreditations, issuedOn) !== undefined) return { id, state: 'holds', why: null };
  const { en, zh } = accreditationDates(accreditations);
  return {
    id,
    state: 'fails',
    why: {
      zh: `报告签发于 ${issuedOn}，不在认可有效期内：${zh}`,
      en: `the report was issued on ${issuedOn}, outside the accreditation: ${en}`,
    },
  };
}
