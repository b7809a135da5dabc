import { CRITERION_IDS, type CriterionId } from '#shared/domain/star/standard.ts';
import { STARS, type Star } from '#shared/domain/star/star.ts';
import { MODES, RISK_CONTROL, ROUTES, TRACEABILITY, type StandardFile } from './standard-file.ts';
import type { WrongField } from './wrong-field.ts';

type FileCriterion = StandardFile['criteria'][number];

/** Without a licence and a sample a star says nothing of anybody: every star of the handbook asks for both. */
const ALWAYS_ASKED: readonly CriterionId[] = ['BASIC.LICENCE', 'GATE.SAMPLE_SENT'];

const wrong = (field: string, zh: string, en: string): WrongField => ({ field, zh, en });

/** What stands twice, at its place, and what is wanted and stands nowhere. */
function notOnce<T extends string | number>(
  field: string,
  wanted: readonly T[],
  listed: readonly T[],
): readonly WrongField[] {
  const twice = listed.flatMap((value, at) =>
    listed.indexOf(value) === at ? [] : [wrong(`${field}[${at}]`, '重复', 'it stands twice')],
  );
  const missing = wanted.filter((value) => !listed.includes(value));
  return [...twice, ...missing.map((value) => wrong(field, `缺少 ${value}`, `${value} is missing`))];
}

/** Lists whose order is the ranking: every word once, from the lowest to the highest. */
function notRanked(field: string, wanted: readonly string[], listed: readonly string[]): readonly WrongField[] {
  const odd = notOnce(field, wanted, listed);
  if (odd.length > 0 || wanted.every((word, at) => listed[at] === word)) return odd;
  const order = wanted.join(' < ');
  return [
    wrong(
      field,
      `顺序就是高低，应从低到高：${order}`,
      `the order is the ranking; it must run from the lowest to the highest: ${order}`,
    ),
  ];
}

/** Where a cell says how much it asks, and how much that is; undefined where it only asks. */
function amountOf(row: FileCriterion, star: Star): { readonly at: string; readonly amount: number } | undefined {
  const cell = row.per_star[star];
  if (!cell.required) return undefined;
  if ('months' in cell) return { at: '.months', amount: cell.months };
  if ('route' in cell) return { at: '.route', amount: Object.keys(ROUTES).indexOf(cell.route) };
  if ('mode' in cell) return { at: '.mode', amount: Object.keys(MODES).indexOf(cell.mode) };
  return 'levels' in row && cell.level !== undefined ? { at: '.level', amount: cell.level } : undefined;
}

/** A higher star never asks for less than a lower one: who meets five stars meets four. */
function lessThanBelow(row: FileCriterion, at: string): readonly WrongField[] {
  const place = (star: Star): string => `${at}.per_star["${star}"]`;
  return STARS.flatMap((star) => {
    const below = STARS.findLast((lower) => lower < star && row.per_star[lower].required);
    if (below === undefined) return [];
    const [lower, own] = [amountOf(row, below), amountOf(row, star)];
    const isAsked = row.per_star[star].required;
    if (isAsked && (own === undefined || lower === undefined || own.amount >= lower.amount)) return [];
    return [
      wrong(
        `${place(star)}${own?.at ?? '.required'}`,
        `${star}★ 的要求低于 ${below}★（${place(below)}${lower?.at ?? ''}）；较高的星级不能要求更低`,
        `${star}★ asks for less than ${below}★ does (${place(below)}${lower?.at ?? ''}); a higher star cannot ask for less`,
      ),
    ];
  });
}

/** Levels: the engine's own words in their order, numbered upwards, and no cell asking for another. */
function wrongLevels(
  row: Extract<FileCriterion, { readonly levels: unknown }>,
  at: string,
  words: readonly string[],
): readonly WrongField[] {
  const numbers = row.levels.map(({ level }) => level);
  const falls = numbers.findIndex((number, index) => index > 0 && number <= (numbers[index - 1] ?? number));
  return [
    ...notRanked(
      `${at}.levels`,
      words,
      row.levels.map(({ id }) => id),
    ),
    ...(falls === -1
      ? []
      : [
          wrong(
            `${at}.levels[${falls}].level`,
            '级别的数字应逐级增大',
            'the numbers of the levels must rise from one to the next',
          ),
        ]),
    ...STARS.flatMap((star) => {
      const cell = row.per_star[star];
      if (!cell.required || numbers.includes(cell.level)) return [];
      return [wrong(`${at}.per_star["${star}"].level`, '没有这个级别', 'there is no such level')];
    }),
  ];
}

function wrongRow(row: FileCriterion, at: string): readonly WrongField[] {
  const always = ALWAYS_ASKED.includes(row.id);
  const needed = STARS.filter((star) => always && !row.per_star[star].required).map((star) =>
    wrong(
      `${at}.per_star["${star}"].required`,
      '每个星级都必须要求这一项；没有它，星级不说明任何企业或产品',
      'every star must ask for it; without it a star says nothing of any enterprise or product',
    ),
  );
  const levels =
    row.id === 'RISK.TRACEABILITY'
      ? wrongLevels(row, at, Object.keys(TRACEABILITY))
      : row.id === 'RISK.RISK_CONTROL'
        ? wrongLevels(row, at, Object.keys(RISK_CONTROL))
        : [];
  const links =
    row.id !== 'BASIC.COMPLIANCE_CERTS'
      ? []
      : row.links_zh.length === row.links_en.length
        ? notOnce(`${at}.links_en`, [], row.links_en)
        : [wrong(`${at}.links_zh`, '与 links_en 数目不一致', 'it must have as many names as links_en')];
  const rising = always || levels.length > 0 ? [] : lessThanBelow(row, at);
  return [...needed, ...levels, ...links, ...rising];
}

/**
 * What a file of the right shape can still get wrong: a criterion missing, a ranking turned round, a
 * level nobody listed, a higher star that asks for less, a star that asks for nothing.
 */
export function wrongMeanings(file: StandardFile): readonly WrongField[] {
  const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);
  return [
    ...notOnce('categories', [], ids(file.categories)),
    ...notRanked('evaluation_modes', Object.keys(MODES), ids(file.evaluation_modes)),
    ...notOnce(
      'stars',
      STARS,
      file.stars.map(({ star }) => star),
    ),
    ...file.stars.flatMap(({ category }, at) =>
      file.categories.some(({ id }) => id === category)
        ? []
        : [wrong(`stars[${at}].category`, '没有这个类别', 'there is no such category')],
    ),
    ...notOnce<string>('criteria', CRITERION_IDS, ids(file.criteria)),
    ...file.criteria.flatMap((row, at) => wrongRow(row, `criteria[${at}]`)),
    ...notOnce('ambiguities', [], ids(file.ambiguities)),
  ];
}
