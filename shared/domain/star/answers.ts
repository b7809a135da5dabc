import { listed, STARS, starBit, starNames, type Bilingual, type Star, type StarSet } from './star.ts';
import type { Answer } from './verdict.ts';

/** A criterion's answers at all stars that ask for it, with the words that end its sentence. */
export interface Answers {
  readonly notMet: StarSet;
  readonly unknown: StarSet;
  readonly perStar: { readonly [S in Star]?: Answer };
  /** 五星不符合，一至四星符合; "not met at 5★ and met at 1–4★". */
  readonly words: Bilingual;
}

const WORDS = [
  ['not-met', '不符合', 'not met at'],
  ['unknown', '尚不能判定', 'not yet known at'],
  ['met', '符合', 'met at'],
  ['not-applicable', '不适用', 'not applicable at'],
] as const satisfies readonly (readonly [Answer, string, string])[];

function build(sets: Readonly<Record<Answer, StarSet>>): Answers {
  const perStar: { [S in Star]?: Answer } = {};
  for (const star of STARS) {
    const found = WORDS.find(([answer]) => (sets[answer] & starBit(star)) !== 0);
    if (found !== undefined) perStar[star] = found[0];
  }
  const said = WORDS.filter(([answer]) => sets[answer] !== 0);
  return {
    notMet: sets['not-met'],
    unknown: sets.unknown,
    perStar: Object.freeze(perStar),
    words: listed(
      said.map(([answer, zh, en]) => {
        const names = starNames(sets[answer]);
        return { zh: `${names.zh}${zh}`, en: `${en} ${names.en}` };
      }),
      '，',
    ),
  };
}

/** Every combination that has occurred; at most five answers to the power of five stars. */
const known = new Map<number, Answers>();

/**
 * The answers of a criterion that `asked` stars ask for: where several apply at a star, not-met
 * beats unknown beats met.
 */
export function answersOf(asked: StarSet, notMet: StarSet, unknown: StarSet): Answers {
  const failed = asked & notMet;
  const open = asked & unknown & ~failed;
  const key = asked | (failed << 5) | (open << 10);
  let found = known.get(key);
  if (found === undefined) {
    found = build({ 'not-met': failed, unknown: open, met: asked & ~failed & ~open, 'not-applicable': 0 });
    known.set(key, found);
  }
  return found;
}

/** The answers of a criterion that does not apply to the case at all. */
export const notApplicableAt = (asked: StarSet): Answers =>
  build({ 'not-met': 0, unknown: 0, met: 0, 'not-applicable': asked });
