import type { CriterionId, Standard } from '#shared/domain/star/standard.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import type { LineAnswer, Severity } from '#shared/domain/visit/checklist.ts';
import type { LevelRecord, Means } from '#shared/domain/visit/level-evidence.ts';
import type { VisitState } from '#shared/domain/visit/visit-state.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const ANSWER_WORDS: Readonly<Record<LineAnswer, Bilingual>> = {
  yes: both('是', 'Yes'),
  no: both('否', 'No'),
  partly: both('部分', 'Partly'),
  'not-applicable': both('不适用', 'Not applicable'),
};

export const SEVERITY_WORDS: Readonly<Record<Severity, Bilingual>> = {
  observation: both('观察项', 'Observation'),
  minor: both('一般', 'Minor'),
  major: both('较重', 'Major'),
  critical: both('严重', 'Critical'),
};

export const MEANS_WORDS: Readonly<Record<Means, Bilingual>> = {
  viewed: both('查看', 'Viewed'),
  'cross-checked': both('比对印证', 'Cross-checked'),
  drilled: both('演练', 'Drilled'),
};

export const STATE_WORDS: Readonly<Record<VisitState, Bilingual>> = {
  planned: both('已安排', 'Planned'),
  'under-way': both('核验中', 'Under way'),
  closed: both('已办结', 'Closed'),
  cancelled: both('已取消', 'Cancelled'),
};

export const LADDER_WORDS: Readonly<Record<LevelRecord['kind'], Bilingual>> = {
  traceability: both('产品溯源等级', 'Traceability level'),
  'risk-control': both('风控管理等级', 'Risk-control level'),
};

const OUTCOMES = {
  passed: both('合格', 'Passed'),
  failed: both('不合格', 'Failed'),
} as const satisfies Record<string, Bilingual>;

/** An outcome in words; null is one that stays open. */
export const outcomeWords = (outcome: 'passed' | 'failed' | null): Bilingual =>
  outcome === null ? both('待定', 'Open') : OUTCOMES[outcome];

const CRITERIA: Readonly<Record<LevelRecord['kind'], CriterionId>> = {
  traceability: 'RISK.TRACEABILITY',
  'risk-control': 'RISK.RISK_CONTROL',
};

/** The standard's name for a level. */
export function levelName(standard: Standard, { kind, level }: Pick<LevelRecord, 'kind' | 'level'>): Bilingual {
  const criterion = standard.criteria.find(({ id }) => id === CRITERIA[kind]);
  const rungs = criterion !== undefined && 'levels' in criterion ? criterion.levels : [];
  const rung = rungs.find(({ id }) => id === level);
  return rung === undefined ? both(level, level) : both(rung.zh, rung.en);
}
