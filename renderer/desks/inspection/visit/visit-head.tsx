import { useText } from '#renderer/ui/language.tsx';
import { StarRow } from '#renderer/ui/star-row.tsx';
import { Tag, type Tone } from '#renderer/ui/tag.tsx';
import type { VisitView } from '#shared/contract/visits.ts';
import { daysText, teamText } from './visit-words.ts';

const TONES: Readonly<Record<VisitView['state'], Tone>> = {
  planned: 'plain',
  'under-way': 'wait',
  closed: 'good',
  cancelled: 'bad',
};

/** The head of a visit in two lines: whose product, which day, who goes. */
export function VisitHead({ view }: { readonly view: VisitView }) {
  const text = useText();
  return (
    <header className="visit-head">
      <h1>
        {view.productName} <Tag>{view.caseId}</Tag>{' '}
        <Tag tone={TONES[view.state]}>{text(`visits.state-${view.state}`)}</Tag>
      </h1>
      <StarRow star={view.star} size={18} />
      <div className="dim small visit-whose">
        {view.enterpriseName} · {text('visits.visitOf', { days: daysText(view, text) })} · {teamText(view, text)}
      </div>
    </header>
  );
}
