import type { CaseView } from '#shared/contract/cases.ts';
import { useText } from '#renderer/ui/language.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';

/** Who declared an interest in the enterprise, here or at another desk, and so takes no part; nothing where nobody did. */
export function InterestsSection({ interests }: Pick<CaseView, 'interests'>) {
  const text = useText();
  if (interests.length === 0) return null;
  return (
    <section className="interests" aria-label={text('panel.interests')}>
      <h2>{text('panel.interests')}</h2>
      <p className="dim small">{text('panel.interestsDetail')}</p>
      <ul>
        {interests.map(({ at, by, kind, reason }) => (
          <li key={`${by} ${at}`}>
            {by} <span className="dim small">{text(`panel.interest-${kind}`)}</span>
            <div className="small">{reason}</div>
            <div className="dim small">{showMoment(at)}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
