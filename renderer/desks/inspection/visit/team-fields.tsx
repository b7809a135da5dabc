import { useText } from '#renderer/ui/language.tsx';
import type { PersonId } from '#shared/base/ids.ts';
import type { CandidateView } from '#shared/contract/visits.ts';
import { ROLES } from '#shared/domain/roles.ts';

interface Chosen {
  readonly team: readonly PersonId[];
  readonly lead: PersonId | null;
}

/** Who goes and who leads; whoever may not is shown with the reason and cannot be chosen. */
export function TeamFields({
  candidates,
  team,
  lead,
  error,
  onChange,
}: Chosen & {
  readonly candidates: readonly CandidateView[];
  readonly error: string | undefined;
  readonly onChange: (chosen: Partial<Chosen>) => void;
}) {
  const text = useText();
  const roleWords = (roles: readonly string[]): string =>
    ROLES.filter((role) => roles.includes(role))
      .map((role) => text(`role.${role}`))
      .join(text('ladder.listJoin'));
  const toggle = (id: PersonId, on: boolean): void => {
    const next = on ? [...team, id] : team.filter((one) => one !== id);
    onChange({ team: next, lead: lead !== null && next.includes(lead) ? lead : (next[0] ?? null) });
  };
  return (
    <fieldset className="visit-team">
      <legend>{text('visits.team')}</legend>
      {candidates.length === 0 ? <p className="dim">{text('visits.noCandidates')}</p> : null}
      <ul>
        {candidates.map(({ bar, name, personId, roles }) => {
          const on = team.includes(personId);
          const barred = bar === null ? null : text(`visits.bar-${bar.kind}`, { reason: bar.reason ?? '' });
          return (
            <li key={personId}>
              <label>
                <input
                  type="checkbox"
                  aria-label={text('visits.member', { name })}
                  aria-description={barred ?? undefined}
                  disabled={barred !== null && !on}
                  checked={on}
                  onChange={(event) => toggle(personId, event.target.checked)}
                />
                {name}
              </label>
              <span className={barred === null ? 'dim small' : 'small visit-barred'}>{barred ?? roleWords(roles)}</span>
              <label className="small">
                <input
                  type="radio"
                  name="visit-lead"
                  aria-label={text('visits.leadOf', { name })}
                  disabled={!on}
                  checked={lead === personId}
                  onChange={() => onChange({ lead: personId })}
                />
                {text('visits.lead')}
              </label>
            </li>
          );
        })}
      </ul>
      {error === undefined ? null : <div className="field-error">{error}</div>}
    </fieldset>
  );
}
