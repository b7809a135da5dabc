import { Icon } from '#renderer/ui/icons.tsx';
import { useText } from '#renderer/ui/language.tsx';
import type { Desk } from '#shared/domain/roles.ts';
import { writeAddress } from './desk-address.ts';
import { deskWaiting } from './desk-waiting.ts';

/** The desks of the person with what waits at each; platform and settings stand at the foot. */
export function Rail({
  desks,
  here,
  counts,
  onGo,
}: {
  readonly desks: readonly Desk[];
  readonly here: Desk;
  readonly counts: Readonly<Record<string, number>>;
  readonly onGo: (desk: Desk) => void;
}) {
  const text = useText();
  const foot = desks.find((desk) => desk === 'platform' || desk === 'settings');
  return (
    <nav className="rail" aria-label={text('frame.desks')}>
      <span className="seal" aria-hidden="true">
        品
      </span>
      {desks.map((desk) => {
        const { count, hot } = deskWaiting(desk, counts);
        const name = text(`frame.${desk}`);
        return (
          <a
            key={desk}
            href={`#${writeAddress(desk, null)}`}
            className={`${desk === here ? 'rail-on' : ''}${desk === foot ? ' rail-foot' : ''}`}
            {...(desk === here ? { 'aria-current': 'page' as const } : {})}
            onClick={(event) => {
              event.preventDefault();
              onGo(desk);
            }}
          >
            <Icon name={desk} size={21} />
            <span>{name}</span>
            {count === 0 ? null : (
              <>
                <b className={hot ? 'rail-hot' : ''} aria-hidden="true">
                  {count > 999 ? '999+' : count}
                </b>
                <span className="unseen">{text('frame.waiting', { count })}</span>
              </>
            )}
          </a>
        );
      })}
    </nav>
  );
}
