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
export function DecisionLine({
  view: { standing: decision, award, mayNotConsent, panel },
}: {
  readonly view: CaseView;
}) {
  const text = useText();
  if (decision === null) return null;
  const { consent } = decision;
  return (
    <div className="decision-line" role="note">
      {decision.round === panel.round ? null : (
        <div className="dim">{text('panel.standingHead', { round: decision.round })}</div>
      )}
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
      {consent !== null || decision.consentUntil === null ? null : (
        <div className={decision.lapsed ? 'decision-lapsed' : 'dim'}>
          {decision.lapsed ? text('panel.consentLapsed') : text('panel.consentUntil', { date: decision.consentUntil })}
        </div>
      )}
      {mayNotConsent === 'consent.fallen' ? (
        <div className="decision-lapsed">{text('review.consentFallen')}</div>
      ) : null}
      {mayNotConsent === 'case.incident-open' ? (
        <div className="decision-lapsed">{text('review.consentWaits')}</div>
      ) : null}
      {award?.differs === true ? <div className="decision-lapsed">{text('panel.awardDiffers')}</div> : null}
      {award === null ? null : <div>{text('review.awarded', { number: award.number, date: award.issuedOn })}</div>}
    </div>
  );
}
