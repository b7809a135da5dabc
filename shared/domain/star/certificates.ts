import { answersOf, notApplicableAt } from './answers.ts';
import { citeDocuments, faults } from './documents.ts';
import type { ChainLink, NotApplicable } from './dossier.ts';
import { isGiven, pileOf, pileState, type Facts } from './facts.ts';
import { askedStars, reading, sentence, type Judge } from './judgement.ts';
import type { CertificatesCriterion } from './standard.ts';
import { listed, type Bilingual } from './star.ts';

interface Exemption {
  readonly index: number;
  readonly by: string;
  readonly reason: string;
}

const precedes = (a: Exemption, b: Exemption): boolean => (a.by === b.by ? a.reason < b.reason : a.by < b.by);

/** The entry that takes a link out, with name and reason; of several the first by text, whatever their order. */
function exemption(entries: readonly NotApplicable[], link: ChainLink): Exemption | undefined {
  let found: Exemption | undefined;
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index] as NotApplicable;
    if (entry.criterion !== 'BASIC.COMPLIANCE_CERTS' || entry.link !== link) continue;
    if (!isGiven(entry.by) || !isGiven(entry.reason)) continue;
    const candidate = { index, by: entry.by, reason: entry.reason };
    if (found === undefined || precedes(candidate, found)) found = candidate;
  }
  return found;
}

class LinkFindings {
  readonly held: Bilingual[] = [];
  readonly missing: Bilingual[] = [];
  readonly pending: Bilingual[] = [];
  readonly exempt: Bilingual[] = [];
  readonly failed: Bilingual[] = [];
  readonly evidence: string[] = [];

  words(facts: Facts): Bilingual {
    const zh = this.failed.map((words) => words.zh);
    const en = this.failed.map((words) => words.en);
    if (this.missing.length > 0) {
      const names = listed(this.missing);
      zh.push(`缺${names.zh}环节的证书`);
      en.push(`there is no certificate for ${names.en}`);
    }
    if (this.pending.length > 0) {
      const names = listed(this.pending);
      zh.push(`${names.zh}环节的证书待审核`);
      en.push(`certificates for ${names.en} are still to be checked`);
    }
    for (const words of this.exempt) {
      zh.push(words.zh);
      en.push(words.en);
    }
    if (this.held.length > 0) {
      const names = listed(this.held);
      zh.push(`${names.zh}环节${this.held.length > 1 ? '均' : ''}有在${facts.day}有效的证书`);
      en.push(`${names.en} ${this.held.length > 1 ? 'have' : 'has'} certificates valid on ${facts.day}`);
    }
    return { zh: zh.join('；'), en: en.join('; ') };
  }
}

/**
 * BASIC.COMPLIANCE_CERTS (row 2, A06): each link of the chain needs a certificate that holds, or a named
 * person's reason why it does not apply; that reason does not outweigh certificates all of which fail.
 */
export function certificatesJudge(criterion: CertificatesCriterion): Judge {
  const asked = askedStars(criterion);
  const met = answersOf(asked, 0, 0);
  const unknown = answersOf(asked, 0, asked);
  const notMet = answersOf(asked, asked, 0);
  const outside = notApplicableAt(asked);

  return (facts) => {
    const found = new LinkFindings();
    const entries = facts.dossier.notApplicable ?? [];
    for (const link of criterion.links) {
      const pile = pileOf(facts, link.id);
      const state = pileState(pile);
      if (state === 'holds') {
        found.held.push(link);
        citeDocuments(found.evidence, pile.holding);
        continue;
      }
      if (state === 'fails') {
        const why = faults(pile, facts);
        found.failed.push({ zh: `${link.zh}环节的证书${why.zh}`, en: `the ${link.en} certificate ${why.en}` });
        citeDocuments(found.evidence, pile.failing);
        continue;
      }
      const exempt = exemption(entries, link.id);
      if (exempt !== undefined) {
        found.exempt.push({
          zh: `${link.zh}环节由${exempt.by}认定不适用（${exempt.reason}）`,
          en: `${link.en} does not apply (${exempt.by}: ${exempt.reason})`,
        });
        found.evidence.push(`notApplicable[${exempt.index}]`);
      } else if (state === 'pending') {
        found.pending.push(link);
        citeDocuments(found.evidence, pile.pending);
      } else {
        found.missing.push(link);
      }
    }
    let answers = met;
    if (found.failed.length > 0) answers = notMet;
    else if (found.missing.length + found.pending.length > 0) answers = unknown;
    else if (found.exempt.length === criterion.links.length) answers = outside;
    const words = found.words(facts);
    return {
      answers,
      reason: sentence(words.zh, words.en, answers),
      evidence: found.evidence,
      readings: found.exempt.length > 0 ? reading(6) : 0,
    };
  };
}
