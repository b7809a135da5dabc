import type { Standard } from '#shared/domain/star/standard.ts';
import { STARS } from '#shared/domain/star/star.ts';
import type { Verdict } from '#shared/domain/star/verdict.ts';
import { evidenceItems, type EvidenceItem, type EvidenceSource } from './evidence-items.ts';
import { useLanguage, useText } from './language.tsx';
import { Facts } from './panel.tsx';
import { CellMarkSign } from './star-ladder-signs.tsx';
import { StarRow } from './star-row.tsx';
import { Tag, type Tone } from './tag.tsx';
import { blockersOf, criterionKey, type CellMark, type LadderCell } from './star-ladder-model.ts';
import './evidence.css';

const TONES: Readonly<Record<CellMark, Tone>> = {
  met: 'good',
  'not-met': 'bad',
  unknown: 'wait',
  'not-applicable': 'plain',
  'not-asked': 'plain',
};

const STATES = {
  holds: { tone: 'good', word: 'holds' },
  fails: { tone: 'bad', word: 'fails' },
  pending: { tone: 'wait', word: 'pending' },
} as const;

/** How the table asks for a criterion without a level of its own. */
const PLAIN_ASK = '√';

/** What the evidence panel is drawn from. */
export interface EvidenceProps extends EvidenceSource {
  readonly cell: LadderCell;
  readonly verdict: Verdict;
  readonly standard?: Standard | undefined;
}

/** The evidence of one opened cell: its answer, what the star asks, the reason a person signs, and what it rests on. */
export function Evidence({ cell, verdict, standard, ...source }: EvidenceProps) {
  const text = useText();
  const { language } = useLanguage();
  const criterion = verdict.criteria.find(({ id }) => id === cell.criterion);
  const mark: CellMark = criterion?.perStar[cell.star] ?? 'not-asked';
  const star = text(`ladder.star${cell.star}`);
  const asks = standard?.criteria.find(({ id }) => id === cell.criterion)?.asks;
  const ask = asks?.find((one) => one.star === cell.star);
  const items = evidenceItems(criterion?.evidence ?? [], source, text);
  return (
    <section className="evidence" aria-label={text('ladder.evidence')} aria-live="polite">
      <h2>
        {text(`ladder.${criterionKey(cell.criterion)}`)} <StarRow star={cell.star} />{' '}
        <Tag tone={TONES[mark]}>{text(`ladder.mark-${mark}`)}</Tag>
      </h2>
      {ask !== undefined && ask.zh !== PLAIN_ASK && (
        <p className="evidence-ask">{text('ladder.asks', { star, what: ask[language] })}</p>
      )}
      {mark === 'not-asked' && <p className="evidence-ask">{text('ladder.notAsked', { star })}</p>}
      {criterion !== undefined && <p>{criterion.reason[language]}</p>}
      {items.map((item) => (
        <EvidenceCard key={item.path} item={item} />
      ))}
      {items.length === 0 && <p className="evidence-ask">{text('ladder.noEvidence')}</p>}
    </section>
  );
}

function EvidenceCard({ item }: { readonly item: EvidenceItem }) {
  const text = useText();
  return (
    <div className="evidence-card">
      <h3>
        {item.title}
        {item.state === 'fact' ? null : (
          <Tag tone={STATES[item.state].tone}>{text(`ladder.${STATES[item.state].word}`)}</Tag>
        )}
      </h3>
      <Facts rows={item.fields} />
    </div>
  );
}

/** What each star above the satisfied ones still takes; a higher star names only what comes on top. */
export function HigherStars({ verdict }: { readonly verdict: Verdict }) {
  const text = useText();
  const wanting = STARS.filter((star) => verdict.stars[star] !== 'satisfied');
  return (
    <section className="evidence" aria-label={text('ladder.moreNeeded')}>
      <h2>{text('ladder.moreNeeded')}</h2>
      {wanting.length === 0 && <p>{text('ladder.nothingMore')}</p>}
      <ul className="higher-stars">
        {wanting.map((star, index) => {
          const below = wanting[index - 1];
          const listed = below === undefined ? [] : blockersOf(verdict, below);
          const added = blockersOf(verdict, star).filter(
            ({ id, answer }) => !listed.some((one) => one.id === id && one.answer === answer),
          );
          return (
            <li key={star}>
              <StarRow star={star} />
              <span>
                {added.map(({ id, answer }) => (
                  <span key={id} className="higher-need">
                    <CellMarkSign mark={answer} /> {text(`ladder.${criterionKey(id)}`)}
                    <span className="unseen">{text(`ladder.mark-${answer}`)}</span>
                  </span>
                ))}
                {below === undefined ? null : (
                  <span className="higher-need dim small">
                    {text(added.length === 0 ? 'ladder.sameAs' : 'ladder.besides', {
                      star: text(`ladder.star${below}`),
                    })}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
