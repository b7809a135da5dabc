import { isUscc } from '#shared/domain/codes/uscc.ts';
import { answersOf } from './answers.ts';
import { citeDocuments, DOCUMENT_NAMES, faults } from './documents.ts';
import { isGiven, pileOf, pileState, type Facts } from './facts.ts';
import { askedStars, reading, sentence, type Judge } from './judgement.ts';
import type { LicenceCriterion, LicenceSet } from './standard.ts';
import { listed, type Bilingual } from './star.ts';

type SetState = 'holds' | 'fails' | 'pending';

interface SetFinding {
  readonly state: SetState;
  readonly words: Bilingual;
  readonly evidence: readonly string[];
}

type CodeState = 'right' | 'wrong' | 'absent';

function codeState(facts: Facts): CodeState {
  const uscc = facts.dossier.enterprise?.uscc;
  if (!isGiven(uscc)) return 'absent';
  return isUscc(uscc) ? 'right' : 'wrong';
}

/**
 * One licence set: fails as soon as one of its kinds fails (or the unified code is wrong), holds when
 * all hold, is pending otherwise; undefined when no document of it is present.
 */
function findSet(set: LicenceSet, facts: Facts): SetFinding | undefined {
  const kinds = set.kinds.map((kind) => {
    const pile = pileOf(facts, kind);
    return { name: DOCUMENT_NAMES[kind], pile, state: pileState(pile) };
  });
  if (kinds.every((kind) => kind.state === 'absent')) return undefined;
  const code = set.uscc ? codeState(facts) : 'right';
  const uscc = facts.dossier.enterprise?.uscc;
  const evidence: string[] = [];

  if (code === 'wrong' || kinds.some((kind) => kind.state === 'fails')) {
    const zh: string[] = [];
    const en: string[] = [];
    for (const { name, pile, state } of kinds) {
      if (state !== 'fails') continue;
      const why = faults(pile, facts);
      zh.push(`${name.zh}${why.zh}`);
      en.push(`the ${name.en} ${why.en}`);
      citeDocuments(evidence, pile.failing);
    }
    if (code === 'wrong') {
      zh.push(`统一社会信用代码“${uscc}”校验不通过`);
      en.push(`the unified code “${uscc}” is wrong`);
      evidence.push('enterprise.uscc');
    }
    return { state: 'fails', words: { zh: zh.join('，'), en: en.join(', ') }, evidence };
  }

  if (code === 'right' && kinds.every((kind) => kind.state === 'holds')) {
    for (const kind of kinds) citeDocuments(evidence, kind.pile.holding);
    const names = listed(kinds.map((kind) => kind.name));
    const one = kinds.length === 1;
    const zh = `${names.zh}${one ? '' : '均'}已通过审核且在${facts.day}有效`;
    const en = `the ${names.en} ${one ? 'is' : 'are'} accepted and valid on ${facts.day}`;
    if (!set.uscc) return { state: 'holds', words: { zh, en }, evidence };
    evidence.push('enterprise.uscc');
    return {
      state: 'holds',
      words: { zh: `${zh}，统一社会信用代码${uscc}校验通过`, en: `${en} and the unified code ${uscc} is right` },
      evidence,
    };
  }

  const zh: string[] = [];
  const en: string[] = [];
  for (const { name, pile, state } of kinds) {
    if (state === 'holds') continue;
    zh.push(state === 'absent' ? `缺${name.zh}` : `${name.zh}待审核`);
    en.push(state === 'absent' ? `the ${name.en} is missing` : `the ${name.en} is still to be checked`);
    citeDocuments(evidence, pile.pending);
  }
  if (code === 'absent') {
    zh.push('统一社会信用代码尚未填写');
    en.push('the unified code is not given yet');
  }
  return { state: 'pending', words: { zh: zh.join('，'), en: en.join(', ') }, evidence };
}

/** BASIC.LICENCE (row 1, A05): any one licence set that holds; sets of which nothing is present are left out. */
export function licenceJudge(criterion: LicenceCriterion): Judge {
  const asked = askedStars(criterion);
  const met = answersOf(asked, 0, 0);
  const unknown = answersOf(asked, 0, asked);
  const notMet = answersOf(asked, asked, 0);
  const nothing = {
    answers: unknown,
    reason: sentence('尚未提交营业执照等证照', 'no licence has been submitted yet', unknown),
    evidence: [],
    readings: 0,
  };

  return (facts) => {
    const present: SetFinding[] = [];
    for (const set of criterion.anyOf) {
      const found = findSet(set, facts);
      if (found === undefined) continue;
      if (found.state === 'holds') {
        const reason = sentence(found.words.zh, found.words.en, met);
        return { answers: met, reason, evidence: found.evidence, readings: reading(5) };
      }
      present.push(found);
    }
    if (present.length === 0) return nothing;
    const answers = present.some((found) => found.state === 'pending') ? unknown : notMet;
    const zh = present.map((found) => found.words.zh).join('；');
    const en = present.map((found) => found.words.en).join('; ');
    return {
      answers,
      reason: sentence(zh, en, answers),
      evidence: present.flatMap((found) => found.evidence),
      readings: reading(5),
    };
  };
}
