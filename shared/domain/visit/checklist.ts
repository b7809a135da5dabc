import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import type { CriterionId, Standard } from '#shared/domain/star/standard.ts';
import type { Bilingual, Star } from '#shared/domain/star/star.ts';

/** What a line of the checklist can be answered with. */
export const ANSWERS = ['yes', 'no', 'partly', 'not-applicable'] as const;
export type LineAnswer = (typeof ANSWERS)[number];

/** How much a finding weighs, lightest first. */
export const SEVERITIES = ['observation', 'minor', 'major', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One thing to look at on site. */
export interface ChecklistLine extends Bilingual {
  /** Stable over versions; also the slot of the line's photos. */
  readonly id: string;
  /** Must be answered before the visit can be closed. */
  readonly required: boolean;
  readonly answers: readonly LineAnswer[];
  /** The line wants a photo; a hint, never a bar. */
  readonly photo: boolean;
}

/** Lines about one thing, under the criterion they serve; null for what no criterion names. */
export interface ChecklistGroup<Line extends ChecklistLine = ChecklistLine> extends Bilingual {
  readonly id: string;
  readonly criterion: CriterionId | null;
  readonly lines: readonly Line[];
}

/** When a photo's own data deserve a look. */
export interface PhotoThresholds {
  /** Kilometres from where the visit was, beyond which a photo counts as taken elsewhere. */
  readonly farKm: number;
  /** Minutes a camera's clock may be ahead before a photo counts as taken in the future. */
  readonly clockMinutes: number;
}

/** The checklist of every star as it ships: versioned data, parsed by the contract's `parseVisitChecklist`. */
export interface ChecklistFile {
  readonly id: string;
  readonly version: string;
  readonly photos: PhotoThresholds;
  readonly groups: readonly ChecklistGroup<ChecklistLine & { readonly stars: readonly Star[] }>[];
}

/** A group as one star asks for it, with the standard's own words for what it wants there. */
export interface AskedGroup extends ChecklistGroup {
  readonly ask: Bilingual | null;
}

/** The checklist of one visit; kept with it from its start, so that a later version changes nothing. */
export interface VisitChecklist {
  readonly id: string;
  readonly version: string;
  /** The standard whose criteria it was drawn from. */
  readonly standard: { readonly id: string; readonly version: string; readonly sha256: string };
  readonly star: Star;
  readonly photos: PhotoThresholds;
  readonly groups: readonly AskedGroup[];
}

/** The lowest star that experts visit for (handbook: 3–5★ are evaluated on site). */
export const FIRST_VISITED_STAR = 3;

/** Criteria that rest on what is seen on site, and so must have a line wherever a star asks for them. */
const SEEN_ON_SITE: readonly CriterionId[] = ['RISK.TRACEABILITY', 'RISK.RISK_CONTROL', 'TEST.PRODUCT', 'TEST.LINES'];

const askOf = (standard: Pick<Standard, 'criteria'>, id: CriterionId, star: Star): Bilingual | null => {
  const ask = standard.criteria.find((criterion) => criterion.id === id)?.asks.find((each) => each.star === star);
  return ask === undefined ? null : { zh: ask.zh, en: ask.en };
};

/**
 * The checklist of a star: the file's lines for it, under the criteria that the standard asks for there.
 *
 * A criterion that the star does not ask for takes its lines away, whatever the file says.
 */
export function checklistFor(file: ChecklistFile, standard: Standard, star: Star): VisitChecklist {
  const groups = file.groups.flatMap(({ lines, ...group }): readonly AskedGroup[] => {
    const ask = group.criterion === null ? null : askOf(standard, group.criterion, star);
    if (group.criterion !== null && ask === null) return [];
    const asked = lines
      .filter((line) => line.stars.includes(star))
      .map(({ id, zh, en, required, answers, photo }) => ({ id, zh, en, required, answers, photo }));
    return asked.length === 0 ? [] : [{ ...group, ask, lines: asked }];
  });
  return {
    id: file.id,
    version: file.version,
    standard: { id: standard.id, version: standard.version, sha256: standard.sha256 },
    star,
    photos: file.photos,
    groups,
  };
}

/** Criteria a star wants seen on site for which its checklist has no required line: a hole in the data. */
export function uncoveredCriteria(file: ChecklistFile, standard: Standard, star: Star): readonly CriterionId[] {
  const covered = new Set(
    checklistFor(file, standard, star)
      .groups.filter(({ lines }) => lines.some(({ required }) => required))
      .map(({ criterion }) => criterion),
  );
  return SEEN_ON_SITE.filter((id) => askOf(standard, id, star) !== null && !covered.has(id));
}

/** Every line, in order. */
export const linesOf = ({ groups }: Pick<VisitChecklist, 'groups'>): readonly ChecklistLine[] =>
  groups.flatMap(({ lines }) => lines);

export const findLine = (checklist: Pick<VisitChecklist, 'groups'>, id: string): ChecklistLine | undefined =>
  linesOf(checklist).find((line) => line.id === id);

/** What a person answers to a line. */
export interface AnswerGiven {
  readonly answer: LineAnswer;
  readonly note: string | null;
  readonly severity: Severity | null;
}

type AnswerRefusal = Failure<
  'visit.answer-kind' | 'visit.severity-needed' | 'visit.severity-unwanted' | 'visit.note-needed'
>;

/** Whether an answer is a finding: something is not as it should be. */
export const isFinding = ({ answer }: Pick<AnswerGiven, 'answer'>): boolean => answer === 'no' || answer === 'partly';

/** Whether an answer may stand: of a kind the line takes, a finding with its severity and words, a line left out with its reason. */
export function judgeAnswer(line: ChecklistLine, given: AnswerGiven): Result<null, AnswerRefusal> {
  const data = { lineZh: line.zh, lineEn: line.en };
  if (!line.answers.includes(given.answer)) return fail({ code: 'visit.answer-kind', field: 'answer', data });
  if (isFinding(given) && given.severity === null)
    return fail({ code: 'visit.severity-needed', field: 'severity', data });
  if (!isFinding(given) && given.severity !== null)
    return fail({ code: 'visit.severity-unwanted', field: 'severity', data });
  if (given.answer !== 'yes' && given.note === null) return fail({ code: 'visit.note-needed', field: 'note', data });
  return ok(null);
}
