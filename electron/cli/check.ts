import { divisionByCode, type Division, findDivision } from '#electron/backend/services/intake/division-index.ts';
import type { Result } from '#shared/base/result.ts';
import type { CodeFailure } from '#shared/domain/codes/code-failure.ts';
import { CODE_NAMES, type CodeKind, explainCode, explainWaybillWarning } from '#shared/domain/codes/code-sentences.ts';
import { checkFoodLicence } from '#shared/domain/codes/food-licence.ts';
import { checkEan13 } from '#shared/domain/codes/gtin.ts';
import { checkMobile } from '#shared/domain/codes/mobile.ts';
import { checkOrgCode } from '#shared/domain/codes/org-code.ts';
import { sentence } from '#shared/domain/codes/sentence.ts';
import { checkUscc } from '#shared/domain/codes/uscc.ts';
import { wordOf } from '#shared/domain/codes/vocabulary.ts';
import { readWaybill } from '#shared/domain/codes/waybill.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';

/** The kinds that `check KIND VALUE` knows. */
export const CHECK_KINDS = ['uscc', 'org-code', 'ean13', 'food-licence', 'mobile', 'waybill', 'division'] as const;
/** A kind of value that can be checked. */
export type CheckKind = (typeof CHECK_KINDS)[number];

/** What a check came to: exit code 0 when the value holds, 2 when it is refused. */
export interface CheckReply {
  readonly exit: 0 | 2;
  readonly result: {
    readonly kind: string;
    readonly ok: boolean;
    /** The value as given. */
    readonly given: string;
    /** The value in its plain form; null when it is refused. */
    readonly value: string | null;
    /** Whether the plain form differs from what was given. */
    readonly tidied: boolean;
    readonly message: Bilingual;
    /** Reasons to look again that do not refuse. */
    readonly warnings: readonly Bilingual[];
    /** What the value says: division, carrier, parts of the code; for a refusal, its code and data. */
    readonly details: Readonly<Record<string, string | number | boolean | null>>;
  };
}

type Details = CheckReply['result']['details'];

function accept(
  kind: CheckKind,
  given: string,
  value: string,
  message: Bilingual,
  details: Details = {},
  warnings: readonly Bilingual[] = [],
): CheckReply {
  return { exit: 0, result: { kind, ok: true, given, value, tidied: value !== given, message, warnings, details } };
}

function refuse(kind: string, given: string, message: Bilingual, details: Details = {}): CheckReply {
  return { exit: 2, result: { kind, ok: false, given, value: null, tidied: false, message, warnings: [], details } };
}

function reply<T>(
  kind: CheckKind & CodeKind,
  given: string,
  read: Result<T, CodeFailure>,
  plain: (value: T) => string,
  details: (value: T) => Details = () => ({}),
): CheckReply {
  if (!read.ok)
    return refuse(kind, given, explainCode(kind, read.failure), { code: read.failure.code, ...read.failure.data });
  const value = plain(read.value);
  const name = CODE_NAMES[kind];
  const tidied = value === given ? sentence('', '') : sentence(`，规范写法为 ${value}`, `, written ${value}`);
  return accept(
    kind,
    given,
    value,
    sentence(`${name.zh}正确${tidied.zh}`, `the ${name.en} holds${tidied.en}`),
    details(read.value),
  );
}

async function checkUsccValue(given: string): Promise<CheckReply> {
  const read = checkUscc(given);
  const answer = reply('uscc', given, read, ({ code }) => code);
  if (!read.ok) return answer;
  const { authority, bodyKind, divisionCode, orgCode, orgCodeHolds } = read.value;
  const division = await divisionByCode(divisionCode);
  const warnings = [
    ...(orgCodeHolds
      ? []
      : [sentence('其中的组织机构代码校验码不对', 'the organisation code inside fails its own check')]),
    ...(division.ok
      ? []
      : [
          sentence(
            `区划 ${divisionCode} 不在现行数据中，可能已撤并`,
            `division ${divisionCode} is not in the data; it may have been merged`,
          ),
        ]),
  ];
  const details = {
    authority,
    bodyKind,
    divisionCode,
    division: division.ok ? division.value.path : null,
    orgCode,
    orgCodeHolds,
  };
  return { ...answer, result: { ...answer.result, warnings, details } };
}

function checkWaybillValue(given: string): CheckReply {
  const { number, carrier, warnings } = readWaybill(given);
  const name = carrier === null ? undefined : wordOf('carrier', carrier);
  const message = name
    ? sentence(`运单号 ${number}，应为${name.zh}`, `waybill ${number}, by its form ${name.en}`)
    : sentence(`运单号 ${number}`, `waybill ${number}`);
  return accept('waybill', given, number, message, { carrier }, warnings.map(explainWaybillWarning));
}

async function checkDivisionValue(given: string): Promise<CheckReply> {
  const plain = given.normalize('NFKC').trim();
  const found: Result<Division & { readonly rest?: string }> = /^[\d\s]+$/.test(plain)
    ? await divisionByCode(plain.replace(/\s/g, ''))
    : await findDivision(plain);
  if (!found.ok) {
    const { code, data = {} } = found.failure;
    const message =
      code === 'division.shape'
        ? sentence('区划代码应为 6、9 或 12 位数字', 'a division code has 6, 9 or 12 digits')
        : code === 'division.ambiguous'
          ? sentence(`有多个同名区划：${data['candidates']}`, `several divisions have this name: ${data['candidates']}`)
          : sentence(`区划数据中没有“${plain.slice(0, 60)}”`, `the division data has no "${plain.slice(0, 60)}"`);
    return refuse('division', given, message, { code, ...data });
  }
  const { code, path, level, province, city, county, town, rest = '' } = found.value;
  const warnings = rest === '' ? [] : [sentence(`“${rest}”未参与查找`, `"${rest}" was not looked up`)];
  return accept(
    'division',
    given,
    code,
    sentence(`${code} ${path}`, `${code} ${path}`),
    { level, province, city, county, town, rest },
    warnings,
  );
}

/**
 * Checks one value of a kind, as `workstation check KIND VALUE` does, and says what is wrong in both languages.
 *
 * A kind that is not known is refused with the list of kinds.
 */
export async function checkValue(kind: string, value: string): Promise<CheckReply> {
  const given = value.slice(0, 200);
  switch (kind as CheckKind) {
    case 'uscc':
      return checkUsccValue(given);
    case 'org-code':
      return reply(
        'org-code',
        given,
        checkOrgCode(given),
        ({ code }) => code,
        ({ printed }) => ({ printed }),
      );
    case 'ean13':
      return reply(
        'ean13',
        given,
        checkEan13(given),
        ({ code }) => code,
        ({ format, chinese }) => ({ format, chinese }),
      );
    case 'food-licence':
      return reply(
        'food-licence',
        given,
        checkFoodLicence(given),
        ({ code }) => code,
        ({ foodClass, divisionCode }) => ({ foodClass, divisionCode }),
      );
    case 'mobile':
      return reply('mobile', given, checkMobile(given), ({ number }) => number);
    case 'waybill':
      return checkWaybillValue(given);
    case 'division':
      return checkDivisionValue(given);
    default:
      return refuse(
        kind,
        given,
        sentence(
          `不认识“${kind}”，可查：${CHECK_KINDS.join('、')}`,
          `"${kind}" is no kind; kinds: ${CHECK_KINDS.join(', ')}`,
        ),
        { code: 'check.unknown-kind', kinds: CHECK_KINDS.join(' ') },
      );
  }
}
