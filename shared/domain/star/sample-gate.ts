import { answersOf } from './answers.ts';
import { askedStars, reading, sentence, type Judge } from './judgement.ts';
import type { SampleCriterion } from './standard.ts';

/** GATE.SAMPLE_SENT (table note, A03): received and accepted; a refused sample can be sent again. */
export function sampleJudge(criterion: SampleCriterion): Judge {
  const asked = askedStars(criterion);
  const met = answersOf(asked, 0, 0);
  const unknown = answersOf(asked, 0, asked);

  return (facts) => {
    const receivedOn = facts.dossier.sample?.receivedOn;
    const accepted = facts.dossier.sample?.accepted;
    const readings = reading(3);
    if (receivedOn == null) {
      const reason = sentence('尚未收到样品', 'no sample has been received yet', unknown);
      return { answers: unknown, reason, evidence: facts.dossier.sample == null ? [] : ['sample'], readings };
    }
    const evidence = ['sample'];
    if (accepted === true) {
      const reason = sentence(
        `样品已于${receivedOn}收到并接受`,
        `the sample was received on ${receivedOn} and accepted`,
        met,
      );
      return { answers: met, reason, evidence, readings };
    }
    const refused = accepted === false;
    const zh = `样品已于${receivedOn}收到，${refused ? '但被拒收，可重新寄送' : '尚未验收'}`;
    const en = `the sample received on ${receivedOn} ${refused ? 'was refused and can be sent again' : 'is not checked yet'}`;
    return { answers: unknown, reason: sentence(zh, en, unknown), evidence, readings };
  };
}
