import type { ReactNode } from 'react';
import { useText } from '#renderer/ui/language.tsx';
import { Facts } from '#renderer/ui/panel.tsx';
import { STARS } from '#shared/domain/star/star.ts';

/** What is chosen now: how many, of which stars, and the facts of the one row when it is one. */
export function ChosenSummary({
  count,
  stars = [],
  facts = [],
}: {
  readonly count: number;
  /** The granted star of each chosen row, where it is known. */
  readonly stars?: readonly number[];
  readonly facts?: readonly (readonly [string, ReactNode])[];
}) {
  const text = useText();
  const counts = STARS.flatMap((star) => {
    const found = stars.filter((one) => one === star).length;
    return found === 0 ? [] : [text('printing.stars', { star: text(`ladder.star${star}`), count: found })];
  });
  return (
    <section className="chosen" aria-label={text('printing.summary')} aria-live="polite">
      <h2>{text('printing.summary')}</h2>
      <p>{count === 0 ? text('printing.selectedNone') : text('printing.selected', { count })}</p>
      {counts.length === 0 ? null : (
        <ul>
          {counts.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {facts.length === 0 ? null : <Facts rows={facts} />}
      <p className="dim small">{text('printing.summaryHint')}</p>
    </section>
  );
}
