import type { CaseView } from '#shared/contract/cases.ts';
import type { OpinionView } from '#shared/contract/panels.ts';
import type { Star } from '#shared/domain/star/star.ts';
import { useText } from '#renderer/ui/language.tsx';
import { criterionKey } from '#renderer/ui/star-ladder-model.ts';
import { showMoment } from '#renderer/ui/show-time.ts';

/** The experts' opinions; another's stays closed until the panel is complete. */
export function Opinions({ view }: { readonly view: CaseView }) {
  const text = useText();
  const { opinions, panelSize } = view;
  const { complete } = view.panel;
  return (
    <section className="opinions" aria-label={text('review.opinions')}>
      <h2>
        {text('review.opinions')}{' '}
        <span className="dim small">
          {complete
            ? text('review.opinionsComplete', { given: opinions.length })
            : text('review.opinionsCount', { given: opinions.length, needed: panelSize })}
        </span>
      </h2>
      {opinions.length === 0 ? <p className="dim">{text('review.noOpinions')}</p> : null}
      <ul>
        {opinions.map((opinion) => (
          <Opinion key={`${opinion.by} ${opinion.at}`} opinion={opinion} />
        ))}
      </ul>
    </section>
  );
}

function Opinion({ opinion }: { readonly opinion: OpinionView }) {
  const text = useText();
  const { by, at, star, sealed } = opinion;
  const recommends =
    star === null || star === 0
      ? text('review.recommendsNone')
      : text('review.recommends', { star: text(`ladder.star${star as Star}`) });
  return (
    <li className={sealed ? 'opinion is-sealed' : 'opinion'}>
      <span className="opinion-face" aria-hidden="true">
        {by.slice(0, 1)}
      </span>
      <div>
        {sealed ? <span className="dim">{text('review.sealed')}</span> : <b>{recommends}</b>}
        {sealed || opinion.text === null ? null : <div className="opinion-text">{opinion.text}</div>}
        {(opinion.criteria ?? [])
          .filter(({ answer }) => answer !== 'agree')
          .map(({ answer, comment, criterion }) => (
            <div key={criterion} className="small">
              {text('panel.differsFrom', {
                criterion: text(`ladder.${criterionKey(criterion)}`),
                answer: text(`panel.answer-${answer}`),
              })}
              {comment === '' ? '' : ` · ${comment}`}
            </div>
          ))}
        <div className="dim small">
          {by} · {showMoment(at)}
          {opinion.afterOpening ? ` · ${text('panel.afterOpening')}` : ''}
        </div>
      </div>
    </li>
  );
}
