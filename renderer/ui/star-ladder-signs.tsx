import type { Star } from '#shared/domain/star/star.ts';
import { STARS } from '#shared/domain/star/star.ts';
import type { Verdict } from '#shared/domain/star/verdict.ts';
import { Icon } from './icons.tsx';
import { useText } from './language.tsx';
import { columnState } from './star-ladder-facts.ts';
import { ladderOf, type CellMark } from './star-ladder-model.ts';
import { StarRow } from './star-row.tsx';
import './star-ladder.css';

/** The sign of one answer: tick, cross on a disc, open circle or dash; never colour alone. */
export function CellMarkSign({ mark }: { readonly mark: CellMark }) {
  return (
    <span className={`cell-mark is-${mark}`} aria-hidden="true">
      {mark === 'met' ? <Icon name="tick" size={15} /> : null}
      {mark === 'not-met' ? <Icon name="cross" size={11} /> : null}
    </span>
  );
}

/** The ladder in one line: where each star stands, for desks that only need to see how far a case is. */
export function StarStrip({ verdict }: { readonly verdict: Verdict }) {
  const text = useText();
  const { columns } = ladderOf(verdict);
  return (
    <ol className="star-strip" aria-label={text('ladder.title')}>
      {STARS.map((star: Star, index) => {
        const column = columns[index];
        if (column === undefined) return null;
        const classes = [column.requested && 'is-requested', column.status === 'satisfied' && 'is-gold'];
        return (
          <li key={star} className={classes.filter(Boolean).join(' ')}>
            <StarRow star={star} />
            <span>{columnState(column, text)}</span>
          </li>
        );
      })}
    </ol>
  );
}
