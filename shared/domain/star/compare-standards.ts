import type { Criterion, CriterionId, Standard } from './standard.ts';
import { STARS, type Bilingual, type Star } from './star.ts';

/** Which way a change moves what an applicant must show; `neither` for names and new kinds of proof. */
export type Direction = 'stricter' | 'looser' | 'neither';

/** One difference between two versions of the standard, in the order of the newer one's rows. */
export interface StandardChange {
  /** The row it stands in; null for what concerns a star itself. */
  readonly criterion: CriterionId | null;
  /** What of the row changed. */
  readonly part:
    | 'asked'
    | 'value'
    | 'wording'
    | 'name'
    | 'minimum'
    | 'unbroken'
    | 'proof'
    | 'links'
    | 'ladder'
    | 'rank';
  /** The star it changed for; null where it holds for all. */
  readonly star: Star | null;
  readonly from: Bilingual | null;
  readonly to: Bilingual | null;
  readonly direction: Direction;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const plain = (value: string | number): Bilingual => ({ zh: String(value), en: String(value) });

/** How much a value asks, higher for more; undefined where two values cannot be ordered. */
function weight(criterion: Criterion, value: unknown): number | undefined {
  switch (criterion.id) {
    case 'RISK.CLEAN_RECORD':
      return Number(value);
    case 'RISK.TRACEABILITY':
    case 'RISK.RISK_CONTROL':
      return criterion.levels.findIndex(({ id }) => id === value);
    case 'MODE.EVALUATION':
      return criterion.modes.findIndex(({ id }) => id === value);
    case 'TEST.PRODUCT':
      return value === 'site-test' ? 1 : 0;
    default:
      return undefined;
  }
}

const byWeight = (from: number | undefined, to: number | undefined): Direction =>
  from === undefined || to === undefined || from === to ? 'neither' : to > from ? 'stricter' : 'looser';

/** What one star asks of a criterion in two versions; null when it is the same. */
function askChange(from: Criterion, to: Criterion, star: Star): StandardChange | null {
  const before = from.asks.find((ask) => ask.star === star);
  const after = to.asks.find((ask) => ask.star === star);
  const words = (ask: Bilingual | undefined): Bilingual | null =>
    ask === undefined ? null : { zh: ask.zh, en: ask.en };
  const change = { criterion: to.id, star, from: words(before), to: words(after) };
  if (before === undefined && after === undefined) return null;
  if (before === undefined) return { ...change, part: 'asked', direction: 'stricter' };
  if (after === undefined) return { ...change, part: 'asked', direction: 'looser' };
  if (!same(before.value, after.value)) {
    return { ...change, part: 'value', direction: byWeight(weight(to, before.value), weight(to, after.value)) };
  }
  return same(words(before), words(after)) ? null : { ...change, part: 'wording', direction: 'neither' };
}

const list = (names: readonly Bilingual[]): Bilingual => ({
  zh: names.map(({ zh }) => zh).join('、'),
  en: names.map(({ en }) => en).join(', '),
});

/** A ranking from the lowest to the highest. */
const ranked = (rungs: readonly Bilingual[]): Bilingual => ({
  zh: rungs.map(({ zh }) => zh).join(' < '),
  en: rungs.map(({ en }) => en).join(' < '),
});

/** The levels or modes of a criterion; undefined for one that has none. */
function rungsOf(criterion: Criterion): readonly Bilingual[] | undefined {
  if (criterion.id === 'MODE.EVALUATION') return criterion.modes;
  return 'levels' in criterion ? criterion.levels : undefined;
}

/** What a criterion asks of every star alike: photos, proofs, links, the unbroken record, the ranking. */
function wholeChanges(from: Criterion, to: Criterion): readonly StandardChange[] {
  const row = { criterion: to.id, star: null } as const;
  const changes: StandardChange[] = [];
  const names = (criterion: Criterion): Bilingual => ({ zh: criterion.zh, en: criterion.en });
  if (!same(names(from), names(to))) {
    changes.push({ ...row, part: 'name', from: names(from), to: names(to), direction: 'neither' });
  }
  if (from.id === 'BASIC.SAFETY_PHOTOS' && to.id === from.id && from.minimum !== to.minimum) {
    const direction = byWeight(from.minimum, to.minimum);
    changes.push({ ...row, part: 'minimum', from: plain(from.minimum), to: plain(to.minimum), direction });
  }
  if (from.id === 'RISK.CLEAN_RECORD' && to.id === from.id && from.unbrokenFromStar !== to.unbrokenFromStar) {
    const direction = byWeight(to.unbrokenFromStar, from.unbrokenFromStar);
    const [before, after] = [plain(from.unbrokenFromStar), plain(to.unbrokenFromStar)];
    changes.push({ ...row, part: 'unbroken', from: before, to: after, direction });
  }
  if (from.id === 'BASIC.LICENCE' && to.id === from.id && !same(from.anyOf, to.anyOf)) {
    const sets = (criterion: typeof from): Bilingual =>
      plain(criterion.anyOf.map(({ kinds }) => kinds.join(' + ')).join(' | '));
    changes.push({ ...row, part: 'proof', from: sets(from), to: sets(to), direction: 'neither' });
  }
  if (from.id === 'BASIC.COMPLIANCE_CERTS' && to.id === from.id && !same(from.links, to.links)) {
    const direction = byWeight(from.links.length, to.links.length);
    changes.push({ ...row, part: 'links', from: list(from.links), to: list(to.links), direction });
  }
  const [before, after] = [rungsOf(from), rungsOf(to)];
  if (before !== undefined && after !== undefined && !same(before, after)) {
    changes.push({ ...row, part: 'ladder', from: ranked(before), to: ranked(after), direction: 'neither' });
  }
  return changes;
}

/**
 * Compares two versions of the standard row by row: what each star newly asks, no longer asks, asks
 * more or less of, or only words differently. The same content gives an empty list.
 *
 * Order: the stars' own ranks, then the newer version's rows, each as a whole before its stars.
 */
export function compareStandards(from: Standard, to: Standard): readonly StandardChange[] {
  const changes: StandardChange[] = [];
  for (const star of STARS) {
    const [before, after] = [from, to].map(({ ranks }) => ranks.find((rank) => rank.star === star));
    if (before === undefined || after === undefined || same(before, after)) continue;
    const words = ({ category, certificate }: typeof before): Bilingual => ({
      zh: `${category.zh}${certificate ? '，发证书' : '，不发证书'}`,
      en: `${category.en}, ${certificate ? 'with' : 'without'} certificate`,
    });
    changes.push({
      criterion: null,
      part: 'rank',
      star,
      from: words(before),
      to: words(after),
      direction: 'neither',
    });
  }
  for (const criterion of to.criteria) {
    const before = from.criteria.find(({ id }) => id === criterion.id);
    if (before === undefined) continue;
    changes.push(...wholeChanges(before, criterion));
    for (const star of STARS) {
      const change = askChange(before, criterion, star);
      if (change !== null) changes.push(change);
    }
  }
  return changes;
}
