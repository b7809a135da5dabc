import type { Standard } from '#shared/domain/star/standard.ts';
import type { Verdict } from '#shared/domain/star/verdict.ts';
import { ActionButton } from './action-button.tsx';
import { CleanPeriodLine } from './clean-period-line.tsx';
import type { EvidenceItem, EvidenceOpens, EvidenceSource } from './evidence-item.ts';
import { evidenceItems } from './evidence-items.ts';
import { useLanguage, useText, type TextOf } from './language.tsx';
import { Facts } from './panel.tsx';
import { CellMarkSign } from './star-ladder-signs.tsx';
import { StarRow } from './star-row.tsx';
import { Tag, type Tone } from './tag.tsx';
import { criterionKey, type CellMark, type LadderCell } from './star-ladder-model.ts';
import { whatItTakes, type NeedSource } from './what-it-takes.ts';
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
  /** Opens what a piece rests on beside the ladder; without it nothing can be opened. */
  readonly onOpen?: ((opens: EvidenceOpens) => void) | undefined;
}

/** What the first piece of a cell's evidence that has more to show opens. */
export function firstOpens(
  cell: LadderCell,
  verdict: Verdict,
  source: EvidenceSource,
  text: TextOf,
): EvidenceOpens | null {
  const paths = verdict.criteria.find(({ id }) => id === cell.criterion)?.evidence ?? [];
  const opens = evidenceItems(paths, source, text).find((item) => item.opens !== null)?.opens ?? null;
  return opens === null ? null : openedFor(cell, opens);
}

/** A record's sheet opens at what the cell's criterion rests on. */
const openedFor = ({ criterion }: LadderCell, opens: EvidenceOpens): EvidenceOpens =>
  opens.kind === 'sheet' ? { ...opens, about: criterion } : opens;

/** The evidence of one opened cell: its answer, what the star asks, the reason a person signs, and what it rests on. */
export function Evidence({ cell, verdict, standard, onOpen, ...source }: EvidenceProps) {
  const text = useText();
  const { language } = useLanguage();
  const criterion = verdict.criteria.find(({ id }) => id === cell.criterion);
  const mark: CellMark = criterion?.perStar[cell.star] ?? 'not-asked';
  const star = text(`ladder.star${cell.star}`);
  const asks = standard?.criteria.find(({ id }) => id === cell.criterion)?.asks;
  const ask = asks?.find((one) => one.star === cell.star);
  const items = evidenceItems(criterion?.evidence ?? [], source, text);
  const opensFirst = items.find(({ opens }) => opens !== null);
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
      {cell.criterion === 'RISK.CLEAN_RECORD' ? (
        <CleanPeriodLine dossier={source.dossier} verdict={verdict} standard={standard} />
      ) : null}
      {items.map((item) => (
        <EvidenceCard
          key={item.path}
          item={item}
          first={item === opensFirst}
          onOpen={onOpen && ((opens) => onOpen(openedFor(cell, opens)))}
        />
      ))}
      {items.length === 0 && <p className="evidence-ask">{text('ladder.noEvidence')}</p>}
    </section>
  );
}

function EvidenceCard({
  item,
  first,
  onOpen,
}: {
  readonly item: EvidenceItem;
  /** The O key opens this one. */
  readonly first: boolean;
  readonly onOpen: EvidenceProps['onOpen'];
}) {
  const text = useText();
  const { opens } = item;
  const what = text(opens?.kind === 'files' ? 'evidence.openFiles' : 'evidence.openSheet');
  return (
    <div className="evidence-card">
      <h3>
        {item.title}
        {item.state === 'fact' ? null : (
          <Tag tone={STATES[item.state].tone}>{item.word ?? text(`ladder.${STATES[item.state].word}`)}</Tag>
        )}
      </h3>
      <Facts rows={item.fields} />
      {opens === null || onOpen === undefined ? null : (
        <ActionButton {...(first ? { combo: 'O' } : {})} onPress={() => onOpen(opens)}>
          {what}
          <span className="unseen">{text('evidence.ofItem', { title: item.title })}</span>
        </ActionButton>
      )}
    </div>
  );
}

/** What each star above the satisfied ones still takes, line by line; a line opens its cell. */
export function HigherStars({
  onOpen,
  ...source
}: NeedSource & {
  readonly onOpen?: ((cell: LadderCell) => void) | undefined;
}) {
  const text = useText();
  const stars = whatItTakes(source, text);
  return (
    <section className="evidence" aria-label={text('ladder.moreNeeded')}>
      <h2>{text('ladder.moreNeeded')}</h2>
      {stars.length === 0 && <p>{text('ladder.nothingMore')}</p>}
      <ul className="higher-stars">
        {stars.map(({ besides, needs, star }) => (
          <li key={star}>
            <StarRow star={star} />
            <ul>
              {needs.map(({ answer, criterion, words }) => (
                <li key={criterion} className="higher-need">
                  <CellMarkSign mark={answer} />
                  <span className="unseen">{text(`ladder.mark-${answer}`)}</span>
                  {onOpen === undefined ? (
                    <span>{words}</span>
                  ) : (
                    <button type="button" onClick={() => onOpen({ criterion, star })}>
                      {words}
                    </button>
                  )}
                </li>
              ))}
              {besides === null ? null : (
                <li className="dim small">
                  {text(needs.length === 0 ? 'ladder.sameAs' : 'ladder.besides', {
                    star: text(`ladder.star${besides}`),
                  })}
                </li>
              )}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
