import type { CriterionId } from '#shared/domain/star/standard.ts';
import { STARS, type Star } from '#shared/domain/star/star.ts';
import type { Answer, StarStatus, Verdict } from '#shared/domain/star/verdict.ts';

/** What a cell shows: an answer, or that the star does not ask for the criterion. */
export type CellMark = Answer | 'not-asked';

/** The row groups of the ladder, in the order of the handbook's table. */
export const LADDER_GROUPS = ['basic', 'risk', 'test', 'mode', 'sample'] as const;
export type LadderGroup = (typeof LADDER_GROUPS)[number];

/** A star's column: where it stands and how many criteria stand in its way. */
export interface LadderColumn {
  readonly star: Star;
  readonly status: StarStatus;
  readonly unknown: number;
  readonly notMet: number;
  readonly requested: boolean;
  /** The highest star whose every criterion is met. */
  readonly highest: boolean;
}

/** A criterion's row: one mark for each star, lowest first. */
export interface LadderRow {
  readonly id: CriterionId;
  readonly group: LadderGroup;
  readonly marks: readonly CellMark[];
}

/** A cell of the ladder, named by its criterion and star. */
export interface LadderCell {
  readonly criterion: CriterionId;
  readonly star: Star;
}

/** The ladder as the screen and the report draw it. */
export interface Ladder {
  readonly columns: readonly LadderColumn[];
  readonly rows: readonly LadderRow[];
}

const GROUP_OF: Readonly<Record<string, LadderGroup>> = {
  BASIC: 'basic',
  RISK: 'risk',
  TEST: 'test',
  MODE: 'mode',
  GATE: 'sample',
};

const groupOf = (id: CriterionId): LadderGroup => GROUP_OF[id.slice(0, id.indexOf('.'))] ?? 'basic';

const CRITERION_KEYS = {
  'BASIC.LICENCE': 'licence',
  'BASIC.COMPLIANCE_CERTS': 'certificates',
  'BASIC.SAFETY_PHOTOS': 'safetyPhotos',
  'RISK.CLEAN_RECORD': 'cleanRecord',
  'RISK.TRACEABILITY': 'traceability',
  'RISK.RISK_CONTROL': 'riskControl',
  'RISK.QUALITY_INSURANCE': 'insurance',
  'TEST.PRODUCT': 'productTest',
  'TEST.LINES': 'productionLines',
  'MODE.EVALUATION': 'evaluationMode',
  'GATE.SAMPLE_SENT': 'sample',
} as const satisfies Record<CriterionId, string>;

/** A criterion's name in the `ladder` texts. */
export const criterionKey = <Id extends CriterionId>(id: Id): (typeof CRITERION_KEYS)[Id] => CRITERION_KEYS[id];

/** The criteria that keep a star from being satisfied, with why, in the standard's order. */
export function blockersOf(
  verdict: Verdict,
  star: Star,
): readonly { readonly id: CriterionId; readonly answer: 'unknown' | 'not-met' }[] {
  return verdict.criteria.flatMap(({ id, perStar }) => {
    const answer = perStar[star];
    return answer === 'unknown' || answer === 'not-met' ? [{ id, answer }] : [];
  });
}

/** Lays a verdict out as the matrix of criteria and stars. */
export function ladderOf(verdict: Verdict): Ladder {
  const columns = STARS.map((star): LadderColumn => {
    const blockers = blockersOf(verdict, star);
    return {
      star,
      status: verdict.stars[star],
      unknown: blockers.filter(({ answer }) => answer === 'unknown').length,
      notMet: blockers.filter(({ answer }) => answer === 'not-met').length,
      requested: star === verdict.requestedStar,
      highest: star === verdict.highestSatisfied,
    };
  });
  const rows = verdict.criteria.map(({ id, perStar }) => ({
    id,
    group: groupOf(id),
    marks: STARS.map((star): CellMark => perStar[star] ?? 'not-asked'),
  }));
  return { columns, rows };
}

/**
 * The cell that deserves the first look: what keeps the requested star from being granted,
 * a criterion not met before one not yet known; the first cell of that star when nothing does.
 */
export function firstCell(verdict: Verdict): LadderCell {
  const star = verdict.requestedStar;
  const blockers = blockersOf(verdict, star);
  const blocker = blockers.find(({ answer }) => answer === 'not-met') ?? blockers[0];
  const asked = verdict.criteria.find(({ perStar }) => perStar[star] !== undefined);
  return { criterion: blocker?.id ?? asked?.id ?? 'BASIC.LICENCE', star };
}

/** Keys that move within the ladder, as steps over rows and columns. */
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const within = (value: number, count: number): number => Math.min(Math.max(value, 0), count - 1);

/** The cell a key leads to, staying inside the matrix; undefined when the key does not move. */
export function moveCell(ladder: Ladder, from: LadderCell, key: string): LadderCell | undefined {
  const row = ladder.rows.findIndex(({ id }) => id === from.criterion);
  const column = ladder.columns.findIndex(({ star }) => star === from.star);
  const [down, right] = STEPS[key] ?? [0, 0];
  const edge = key === 'Home' ? -STARS.length : key === 'End' ? STARS.length : 0;
  if (STEPS[key] === undefined && edge === 0) return undefined;
  const toRow = ladder.rows[within(row + down, ladder.rows.length)];
  const toColumn = ladder.columns[within(column + right + edge, ladder.columns.length)];
  return toRow === undefined || toColumn === undefined ? undefined : { criterion: toRow.id, star: toColumn.star };
}

/** Whether two cells are one. */
export const isSameCell = (a: LadderCell | null, b: LadderCell): boolean =>
  a?.criterion === b.criterion && a.star === b.star;
