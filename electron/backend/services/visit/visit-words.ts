import type { CriterionId, Standard } from '#shared/domain/star/standard.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import type { LevelRecord } from '#shared/domain/visit/level-evidence.ts';
import type { OutsideWarning, PhotoWarning } from '#shared/domain/visit/photo-warnings.ts';
import {
  COMES_TO,
  OUTCOME_WORDS,
  PHOTO_WARNING_WORDS,
  PLACE_OUTSIDE,
  warningKind,
} from '#shared/domain/visit/visit-words.ts';

type Outcome = 'passed' | 'failed' | null;

/** An outcome in words; null is one that stays open. */
export const outcomeWords = (outcome: Outcome): Bilingual => OUTCOME_WORDS[outcome ?? 'open'];

/** What the team recorded of the lines, and what it counts as for now where open corrective actions change that. */
export function linesWords(recorded: Outcome, comesTo: Outcome): Bilingual {
  const [said, counts] = [outcomeWords(recorded), outcomeWords(comesTo)];
  if (recorded === comesTo) return said;
  return {
    zh: `${said.zh}；${filled(COMES_TO.zh, { outcome: counts.zh })}`,
    en: `${said.en}. ${filled(COMES_TO.en, { outcome: counts.en })}`,
  };
}

/** What does not fit about the place of a visit, as a sentence. */
export const placeWarningWords = (warning: OutsideWarning): Bilingual => ({
  zh: filled(PLACE_OUTSIDE.zh, { ...warning }),
  en: filled(PLACE_OUTSIDE.en, { ...warning }),
});

/** What does not fit about a photo, as a sentence. */
export function warningWords(warning: PhotoWarning): Bilingual {
  const { en, zh } = PHOTO_WARNING_WORDS[warningKind(warning)];
  return { zh: filled(zh, { ...warning }), en: filled(en, { ...warning }) };
}

/** A sentence with its places filled. */
export const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

const CRITERIA: Readonly<Record<LevelRecord['kind'], CriterionId>> = {
  traceability: 'RISK.TRACEABILITY',
  'risk-control': 'RISK.RISK_CONTROL',
};

/** The standard's name for a level. */
export function levelName(standard: Standard, { kind, level }: Pick<LevelRecord, 'kind' | 'level'>): Bilingual {
  const criterion = standard.criteria.find(({ id }) => id === CRITERIA[kind]);
  const rungs = criterion !== undefined && 'levels' in criterion ? criterion.levels : [];
  const rung = rungs.find(({ id }) => id === level);
  return rung === undefined ? { zh: level, en: level } : { zh: rung.zh, en: rung.en };
}
