import type { Disagreement } from '#shared/domain/panel.ts';
import type { Star } from '#shared/domain/star/star.ts';
import { useText, type TextOf } from '#renderer/ui/language.tsx';
import { criterionKey } from '#renderer/ui/star-ladder-model.ts';
import { starName } from '#renderer/ui/verdict-words.ts';

const starWord = (star: number, text: TextOf): string =>
  star === 0 ? text('panel.refusal') : starName(star as Star, text);

/** Where the opinions of a complete panel differ: the stars, and each criterion with who said what. */
export function DisagreementList({
  disagreement: { criteria, highestStar, lowestStar },
  count,
}: {
  readonly disagreement: Disagreement;
  /** Opinions compared; one alone differs from nothing. */
  readonly count: number;
}) {
  const text = useText();
  if (count < 2) return null;
  const isSpread = lowestStar !== highestStar;
  return (
    <section className="disagreement" aria-label={text('panel.disagreement')}>
      <h3>{text('panel.disagreement')}</h3>
      {!isSpread && criteria.length === 0 ? <p className="dim small">{text('panel.agreeAll')}</p> : null}
      {isSpread ? (
        <p>{text('panel.starSpread', { lowest: starWord(lowestStar, text), highest: starWord(highestStar, text) })}</p>
      ) : null}
      <ul>
        {criteria.map(({ answers, criterion }) => (
          <li key={criterion}>
            <b>{text(`ladder.${criterionKey(criterion)}`)}</b>
            {answers.map(({ answer, by }) => (
              <div key={answer} className="small">
                {text('panel.answerBy', {
                  answer: text(`panel.answer-${answer}`),
                  who: by.join(text('ladder.listJoin')),
                })}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
