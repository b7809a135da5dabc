import { canonicalJson, type Canonical } from '#shared/base/canonical-json.ts';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import { CRITERION_IDS, type Ask, type Criterion, type Rung, type Standard } from '#shared/domain/star/standard.ts';
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
import { wrongField, wrongFields } from './wrong-field.ts';

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

/** The first value that does not stand exactly once among those listed; `extra` is the index of a repeated one. */
function notOnce<T>(wanted: readonly T[], listed: readonly T[]): { missing: T } | { extra: number } | undefined {
  const extra = listed.findIndex((value, index) => listed.indexOf(value) !== index);
  if (extra !== -1) return { extra };
  const missing = wanted.find((value) => !listed.includes(value));
  return missing === undefined ? undefined : { missing };
}

function checkOnce<T extends string | number>(
  field: string,
  wanted: readonly T[],
  listed: readonly T[],
): Result<never, Refusal> | undefined {
  const wrong = notOnce(wanted, listed);
  if (wrong === undefined) return undefined;
  return 'extra' in wrong
    ? refuse(`${field}[${wrong.extra}]`, '重复', 'it stands twice')
    : refuse(field, `缺少 ${wrong.missing}`, `${wrong.missing} is missing`);
}

function checkRow(row: FileCriterion, at: string): Result<never, Refusal> | undefined {
  if (row.id === 'BASIC.COMPLIANCE_CERTS') {
    if (row.links_zh.length !== row.links_en.length) {
      return refuse(`${at}.links_zh`, '与 links_en 数目不一致', 'it must have as many names as links_en');
    }
    return checkOnce(`${at}.links_en`, [], row.links_en);
  }
  if (row.id !== 'RISK.TRACEABILITY' && row.id !== 'RISK.RISK_CONTROL') return undefined;
  const words = Object.keys(row.id === 'RISK.TRACEABILITY' ? TRACEABILITY : RISK_CONTROL);
  const ids: readonly string[] = row.levels.map((level) => level.id);
  const numbers = row.levels.map((level) => level.level);
  for (const star of STARS) {
    const cell = row.per_star[star];
    if (!cell.required || numbers.includes(cell.level)) continue;
    return refuse(`${at}.per_star["${star}"].level`, '没有这个级别', 'there is no such level');
  }
  return checkOnce(`${at}.levels`, words, ids) ?? checkOnce(`${at}.levels`, [], numbers);
}

/** What a right shape can still get wrong: a criterion missing, a level nobody listed, a star twice. */
function checkMeaning(file: StandardFile): Result<never, Refusal> | undefined {
  const lists =
    checkOnce(
      'criteria',
      CRITERION_IDS,
      file.criteria.map((row) => row.id),
    ) ??
    checkOnce(
      'stars',
      STARS,
      file.stars.map((rank) => rank.star),
    ) ??
    checkOnce(
      'evaluation_modes',
      Object.keys(MODES),
      file.evaluation_modes.map((mode) => mode.id),
    );
  if (lists !== undefined) return lists;
  for (const [index, rank] of file.stars.entries()) {
    if (file.categories.some((category) => category.id === rank.category)) continue;
    return refuse(`stars[${index}].category`, '没有这个类别', 'there is no such category');
  }
  for (const [index, row] of file.criteria.entries()) {
    const wrong = checkRow(row, `criteria[${index}]`);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/**
 * Reads a star standard from a file's parsed content.
 *
 * `sha256` is the caller's SHA-256 of {@link standardHashText}, lower-case hex; every verdict names it.
 * A refusal carries the path of the first wrong field and the sentence in `zh` and `en`.
 */
export function parseStandard(content: unknown, sha256: string): Result<Standard, Refusal> {
  const parsed = standardFileSchema.safeParse(content);
  if (!parsed.success) {
    const { field, zh, en } = wrongField(parsed.error, content);
    return refuse(field, zh, en);
  }
  const file = parsed.data;
  const wrong = checkMeaning(file);
  if (wrong !== undefined) return wrong;
  return ok({
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
    readings: file.ambiguities.map((ambiguity) => ambiguity.id),
  });
}

/** Most problems of one file that are listed; a file of another kind has hundreds. */
const MOST_PROBLEMS = 50;

/** Everything wrong with a standard file's content, in the order of the file; empty for one that can be read. */
export function standardProblems(content: unknown): readonly StandardProblem[] {
  const parsed = standardFileSchema.safeParse(content);
  if (!parsed.success) {
    return wrongFields(parsed.error, content)
      .slice(0, MOST_PROBLEMS)
      .map(({ field, zh, en }) => ({ field: field ?? null, zh, en }));
  }
  const wrong = checkMeaning(parsed.data);
  if (wrong === undefined || wrong.ok) return [];
  const { data, field } = wrong.failure;
  return [{ field: field ?? null, zh: String(data?.['zh']), en: String(data?.['en']) }];
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
