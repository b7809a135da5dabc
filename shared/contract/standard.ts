import { canonicalJson, type Canonical } from '#shared/base/canonical-json.ts';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import type { Ask, Criterion, Rung, Standard } from '#shared/domain/star/standard.ts';
import { STARS, type Star } from '#shared/domain/star/star.ts';
import {
  LICENCE_KINDS,
  MODES,
  RISK_CONTROL,
  ROUTES,
  standardFileSchema,
  TRACEABILITY,
  type StandardFile,
} from './standard-file.ts';
import type { StandardProblem } from './standards.ts';
import { wrongMeanings } from './standard-meaning.ts';
import { wrongFields } from './wrong-field.ts';

/** Photos that must hold where the file sets no number (A07). */
const SAFETY_PHOTOS_MINIMUM = 3;
/** The lowest star whose clean period must be unbroken where the file sets none: 连续 begins at three (A09). */
const UNBROKEN_RECORD_FROM_STAR = 3;

type FileCriterion = StandardFile['criteria'][number];
type Refusal = Failure<'standard.invalid'>;

const refuse = (field: string | undefined, zh: string, en: string): Result<never, Refusal> =>
  fail({ code: 'standard.invalid', ...(field === undefined ? {} : { field }), data: { zh, en } });

interface Cell {
  readonly required: true;
  readonly zh: string;
  readonly en: string;
}

type Cells<C> = Readonly<Record<Star, C>>;

function asksOf<C extends Cell | { readonly required: false }, Value>(
  perStar: Cells<C>,
  value: (cell: Extract<C, Cell>) => Value,
): readonly Ask<Value>[] {
  return STARS.flatMap((star) => {
    const cell = perStar[star];
    if (!cell.required) return [];
    const asked = cell as Extract<C, Cell>;
    return [{ star, zh: asked.zh, en: asked.en, value: value(asked) }];
  });
}

const ticksOf = (perStar: Cells<Cell | { readonly required: false }>): readonly Ask<true>[] =>
  asksOf(perStar, () => true as const);

interface FileLevel<Id extends string> {
  readonly level: number;
  readonly id: Id;
  readonly zh: string;
  readonly en: string;
}

/** Levels from the lowest, in the dossier's words, and the way from a level's number to its word. */
function ladderOf<Id extends string, Word extends string>(
  levels: readonly FileLevel<Id>[],
  words: Readonly<Record<Id, Word>>,
): { readonly levels: readonly Rung<Word>[]; readonly at: (cell: { readonly level: number }) => Word } {
  const sorted = levels.toSorted((a, b) => a.level - b.level);
  return {
    levels: sorted.map(({ id, zh, en }) => ({ id: words[id], zh, en })),
    at: (cell) => {
      const level = sorted.find((candidate) => candidate.level === cell.level);
      if (level === undefined) throw new RangeError(`no level ${cell.level}`);
      return words[level.id];
    },
  };
}

function criterionOf(row: FileCriterion, file: StandardFile): Criterion {
  const { zh, en, group } = row;
  const names = { zh, en, group };
  switch (row.id) {
    case 'BASIC.LICENCE': {
      const anyOf = row.satisfy_any_of.map((set) => ({
        kinds: set.map((kind) => LICENCE_KINDS[kind]),
        uscc: set.includes('business_licence_with_uscc'),
      }));
      return { id: row.id, ...names, asks: ticksOf(row.per_star), anyOf };
    }
    case 'BASIC.COMPLIANCE_CERTS': {
      const links = row.links_en.map((id, index) => ({ id, zh: row.links_zh[index] ?? id, en: id }));
      return { id: row.id, ...names, asks: ticksOf(row.per_star), links };
    }
    case 'BASIC.SAFETY_PHOTOS': {
      const minimum = file.settings?.safety_photos_minimum ?? SAFETY_PHOTOS_MINIMUM;
      return { id: row.id, ...names, asks: ticksOf(row.per_star), minimum };
    }
    case 'RISK.CLEAN_RECORD': {
      const unbrokenFromStar = file.settings?.unbroken_record_from_star ?? UNBROKEN_RECORD_FROM_STAR;
      return { id: row.id, ...names, asks: asksOf(row.per_star, (cell) => cell.months), unbrokenFromStar };
    }
    case 'RISK.TRACEABILITY': {
      const { levels, at } = ladderOf(row.levels, TRACEABILITY);
      return { id: row.id, ...names, asks: asksOf(row.per_star, at), levels };
    }
    case 'RISK.RISK_CONTROL': {
      const { levels, at } = ladderOf(row.levels, RISK_CONTROL);
      return { id: row.id, ...names, asks: asksOf(row.per_star, at), levels };
    }
    case 'TEST.PRODUCT':
      return { id: row.id, ...names, asks: asksOf(row.per_star, (cell) => ROUTES[cell.route]) };
    case 'MODE.EVALUATION': {
      const modes = file.evaluation_modes.map((mode) => ({ id: MODES[mode.id], zh: mode.zh, en: mode.en }));
      return { id: row.id, ...names, asks: asksOf(row.per_star, (cell) => MODES[cell.mode]), modes };
    }
    case 'RISK.QUALITY_INSURANCE':
    case 'TEST.LINES':
    case 'GATE.SAMPLE_SENT':
      return { id: row.id, ...names, asks: ticksOf(row.per_star) };
    default:
      return assertNever(row);
  }
}

/** The standard that a file of the right shape and meaning is. */
const standardFrom = (file: StandardFile, sha256: string): Standard => ({
  id: file.criteria_set.id,
  version: file.criteria_set.version,
  sha256,
  ranks: file.stars
    .toSorted((a, b) => a.star - b.star)
    .map(({ star, zh, category, certificate }) => {
      const { zh: categoryZh, en } = file.categories.find((candidate) => candidate.id === category) ?? { zh, en: zh };
      return { star, zh, category: { zh: categoryZh, en }, certificate };
    }),
  criteria: file.criteria.map((row) => criterionOf(row, file)),
  readings: file.ambiguities.map(({ id, recommended, recommended_zh: zh }) => ({
    id,
    en: recommended,
    zh: zh ?? null,
  })),
});

/**
 * Reads a star standard from a file's parsed content.
 *
 * `sha256` is the caller's SHA-256 of {@link standardHashText}, lower-case hex; every verdict names it.
 * A refusal carries the path of the first wrong field and the sentence in `zh` and `en`.
 */
export function parseStandard(content: unknown, sha256: string): Result<Standard, Refusal> {
  const parsed = standardFileSchema.safeParse(content);
  const [wrong] = parsed.success ? wrongMeanings(parsed.data) : wrongFields(parsed.error, content);
  if (parsed.success && wrong === undefined) return ok(standardFrom(parsed.data, sha256));
  return refuse(wrong?.field, wrong?.zh ?? '', wrong?.en ?? '');
}

/**
 * Reads a standard that was taken in once, by the caller's hash of its text still what it was.
 *
 * Trusts it: what is asked of a new file may have grown since, and decisions that rest on an old one
 * are replayed by it all the same.
 */
export const keptStandard = (content: unknown, sha256: string): Standard =>
  standardFrom(content as StandardFile, sha256);

/** Most problems of one file that are listed; a file of another kind has hundreds. */
const MOST_PROBLEMS = 50;

/** Everything wrong with a standard file's content, in the order of the file; empty for one that can be read. */
export function standardProblems(content: unknown): readonly StandardProblem[] {
  const parsed = standardFileSchema.safeParse(content);
  const wrong = parsed.success ? wrongMeanings(parsed.data) : wrongFields(parsed.error, content);
  return wrong.slice(0, MOST_PROBLEMS).map(({ field, zh, en }) => ({ field: field ?? null, zh, en }));
}

/**
 * The text whose SHA-256 names a standard: the canonical JSON of the file's parsed content, so that
 * layout and key order do not matter. Refused where there is no canonical form (a fraction).
 */
export function standardHashText(content: unknown): Result<string, Refusal> {
  try {
    return ok(canonicalJson(content as Canonical));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refuse(undefined, `没有规范形式：${error.message}`, `it has no canonical form: ${error.message}`);
  }
}
