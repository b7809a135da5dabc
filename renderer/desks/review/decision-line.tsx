import type { CaseView } from '#shared/contract/cases.ts';
import type { DecisionView } from '#shared/contract/decisions.ts';
import { useText, type TextOf } from '#renderer/ui/language.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import type { Star } from '#shared/domain/star/star.ts';

/** What was decided, as a sentence with name and time. */
export function decisionText({ outcome, star, by, at, consent }: DecisionView, text: TextOf): string {
  const when = { by, at: showMoment(at) };
  if (star === null) return text('review.decidedRefuse', when);
  const name = text(`ladder.star${star as Star}`);
  const proposed = consent === null ? 'review.decidedPropose' : 'review.decidedProposed';
  return text(outcome === 'grant' ? 'review.decidedGrant' : proposed, { ...when, star: name });
}

/** The decision of a case with what followed: the applicant's answer, the note, the number; nothing before it. */
export function DecisionLine({ view: { decision, award } }: { readonly view: CaseView }) {
  const text = useText();
  if (decision === null) return null;
  const { consent } = decision;
  return (
    <div className="decision-line" role="note">
      <b>{decisionText(decision, text)}</b>{' '}
      {decision.provisional ? <Tag tone="wait">{text('review.provisional')}</Tag> : null}
      {decision.note === null ? null : <div className="dim">{decision.note}</div>}
      {consent === null ? null : (
        <div className="decision-consent">
          {text(consent.agreed ? 'review.consentAgreed' : 'review.consentDeclined', {
            how: consent.how,
            by: consent.by,
            at: showMoment(consent.at),
          })}
        </div>
      )}
      {award === null ? null : <div>{text('review.awarded', { number: award.number, date: award.issuedOn })}</div>}
    </div>
  );
}
