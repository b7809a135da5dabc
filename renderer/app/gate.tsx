import { useSession } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DraftOwner } from '#renderer/ui/draft-owner.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { FirstStart } from './first-start.tsx';
import { Frame } from './frame.tsx';
import { LockScreen } from './lock-screen.tsx';
import { SignIn } from './sign-in.tsx';

/** Shows what the person may see: the first start, the sign-in, the lock, or the desks. */
export function Gate() {
  const text = useText();
  const { data: session, failure, refetch } = useSession();
  if (session === undefined) {
    if (failure === null) {
      return (
        <p className="starting" role="status">
          {text('start.waitingDoor')}
        </p>
      );
    }
    return (
      <EmptyState
        title={text('frame.title')}
        detail={failure.text}
        action={<ActionButton onPress={refetch}>{text('common.retry')}</ActionButton>}
      />
    );
  }
  if (session.firstStart) return <FirstStart />;
  const { person } = session;
  if (person === null) return <SignIn demo={session.demo} />;
  return (
    <>
      <div className="under-lock" hidden={session.locked} inert={session.locked}>
        <DraftOwner personId={person.id}>
          <Frame key={person.id} session={session} person={person} />
        </DraftOwner>
      </div>
      {session.locked ? <LockScreen name={person.name} /> : null}
    </>
  );
}
