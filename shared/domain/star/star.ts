/** A star from one to five. */
export type Star = 1 | 2 | 3 | 4 | 5;

/** All stars, lowest first. */
export const STARS = [1, 2, 3, 4, 5] as const satisfies readonly Star[];

/** A sentence or a name in both languages of the house. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A set of stars as bits: bit 0 stands for one star. */
export type StarSet = number;

/** The set that holds one star. */
export const starBit = (star: Star): StarSet => 1 << (star - 1);

/** The set of the given stars. */
export const starSet = (stars: readonly Star[]): StarSet =>
  stars.reduce<StarSet>((set, star) => set | starBit(star), 0);

const ZH_DIGITS = { 1: '一', 2: '二', 3: '三', 4: '四', 5: '五' } as const;

/** Runs of neighbouring stars, `[[1, 1], [3, 5]]`. */
function runs(set: StarSet): readonly (readonly [Star, Star])[] {
  const found: [Star, Star][] = [];
  for (const star of STARS) {
    if ((set & starBit(star)) === 0) continue;
    const last = found.at(-1);
    if (last !== undefined && last[1] === star - 1) last[1] = star;
    else found.push([star, star]);
  }
  return found;
}

function runZh([from, to]: readonly [Star, Star]): string {
  if (from === to) return `${ZH_DIGITS[from]}星`;
  return `${ZH_DIGITS[from]}${to - from === 1 ? '、' : '至'}${ZH_DIGITS[to]}星`;
}

const runEn = ([from, to]: readonly [Star, Star]): string => (from === to ? `${from}★` : `${from}–${to}★`);

/** 甲、乙、丙; "a, b and c". */
export function listed(names: readonly Bilingual[], zhSeparator = '、'): Bilingual {
  const en = names.map((name) => name.en);
  const last = en.pop() ?? '';
  return {
    zh: names.map((name) => name.zh).join(zhSeparator),
    en: en.length === 0 ? last : `${en.join(', ')} and ${last}`,
  };
}

/** Names a set of stars: 一星、三至五星; "1★ and 3–5★". */
export const starNames = (set: StarSet): Bilingual =>
  listed(runs(set).map((run) => ({ zh: runZh(run), en: runEn(run) })));
