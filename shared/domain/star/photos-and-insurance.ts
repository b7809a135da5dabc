import { answersOf } from './answers.ts';
import { citeDocuments, DOCUMENT_NAMES, faults } from './documents.ts';
import { pileOf, pileState } from './facts.ts';
import { askedStars, blankCellReading, counted, reading, sentence, type Judge } from './judgement.ts';
import type { InsuranceCriterion, PhotosCriterion } from './standard.ts';

/** BASIC.SAFETY_PHOTOS (row 3, A07): enough photos that hold; too few is never a refusal, more can be sent. */
export function photosJudge(criterion: PhotosCriterion): Judge {
  const asked = askedStars(criterion);
  const met = answersOf(asked, 0, 0);
  const unknown = answersOf(asked, 0, asked);
  const always = blankCellReading(criterion);
  const { minimum } = criterion;

  return (facts) => {
    const { holding, failing, pending } = pileOf(facts, 'safety-photo');
    const answers = holding.length >= minimum ? met : unknown;
    const evidence: string[] = [];
    citeDocuments(evidence, holding);
    let zh = `安全生产环境照片有效${holding.length}张（至少需${minimum}张）`;
    let en = `${counted(holding.length, 'photo')} of a safe production environment ${holding.length === 1 ? 'counts' : 'count'} (at least ${minimum} needed)`;
    if (answers === unknown && pending.length + failing.length > 0) {
      zh += `，另有待审核${pending.length}张、未通过或失效${failing.length}张`;
      en += `, ${pending.length} to be checked, ${failing.length} rejected or not valid`;
    }
    return {
      answers,
      reason: sentence(zh, en, answers),
      evidence,
      readings: always | (holding.length > 0 ? reading(7) : 0),
    };
  };
}

/** RISK.QUALITY_INSURANCE (row 7, A12): a policy accepted and valid on the day. */
export function insuranceJudge(criterion: InsuranceCriterion): Judge {
  const asked = askedStars(criterion);
  const met = answersOf(asked, 0, 0);
  const unknown = answersOf(asked, 0, asked);
  const notMet = answersOf(asked, asked, 0);
  const always = blankCellReading(criterion);
  const name = DOCUMENT_NAMES['insurance-policy'];

  return (facts) => {
    const pile = pileOf(facts, 'insurance-policy');
    const evidence: string[] = [];
    switch (pileState(pile)) {
      case 'holds': {
        citeDocuments(evidence, pile.holding);
        const zh = `${name.zh}已通过审核且在${facts.day}有效`;
        const en = `the ${name.en} is accepted and valid on ${facts.day}`;
        return { answers: met, reason: sentence(zh, en, met), evidence, readings: always | reading(12) };
      }
      case 'fails': {
        citeDocuments(evidence, pile.failing);
        const why = faults(pile, facts);
        const reason = sentence(`${name.zh}${why.zh}`, `the ${name.en} ${why.en}`, notMet);
        return { answers: notMet, reason, evidence, readings: always | reading(12) };
      }
      case 'pending': {
        citeDocuments(evidence, pile.pending);
        const reason = sentence(`${name.zh}待审核`, `the ${name.en} is still to be checked`, unknown);
        return { answers: unknown, reason, evidence, readings: always };
      }
      case 'absent': {
        const reason = sentence(`尚未提交${name.zh}`, `no ${name.en} has been submitted yet`, unknown);
        return { answers: unknown, reason, evidence, readings: always };
      }
    }
  };
}
