import { answersOf } from './answers.ts';
import { askedStars, reading, sentence, type Judge } from './judgement.ts';
import { compareRung } from './levels.ts';
import type { ModeCriterion } from './standard.ts';

/** MODE.EVALUATION (row 10, A02, A22): completed in the star's mode or a stricter one. */
export function modeJudge(criterion: ModeCriterion): Judge {
  const asked = askedStars(criterion);
  const unknown = answersOf(asked, 0, asked);
  const asksThirdParty = criterion.asks.some((ask) => ask.value === 'third-party');
  const byMode = new Map(
    criterion.modes.map((mode) => {
      const { above, below, wanted } = compareRung(criterion.modes, criterion.asks, mode.id);
      const readings =
        (asksThirdParty && mode.id !== 'experts-on-site' ? reading(2) : 0) | (below === 0 ? 0 : reading(22));
      return [mode.id, { mode, wanted, answers: answersOf(asked, above, 0), readings }] as const;
    }),
  );
  const none = {
    answers: unknown,
    reason: sentence('尚无评价记录', 'no evaluation is recorded yet', unknown),
    evidence: [],
    readings: 0,
  };

  return (facts) => {
    const { evaluation } = facts.dossier;
    const found = evaluation?.mode == null ? undefined : byMode.get(evaluation.mode);
    if (found === undefined) return none;
    const { mode, wanted, answers, readings } = found;
    const name = mode.en.toLowerCase();
    const completedOn = evaluation?.completedOn;
    if (completedOn == null) {
      const reason = sentence(`${mode.zh}尚未完成`, `the ${name} is not completed yet`, unknown);
      return { answers: unknown, reason, evidence: ['evaluation'], readings: 0 };
    }
    const zh = `${mode.zh}已于${completedOn}完成${wanted.zh === '' ? '' : `，而${wanted.zh}`}`;
    const en = `the ${name} was completed on ${completedOn}${wanted.en === '' ? '' : `, while ${wanted.en}`}`;
    return { answers, reason: sentence(zh, en, answers), evidence: ['evaluation'], readings };
  };
}
