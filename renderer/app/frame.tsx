import { useMemo, useState } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { NavigationProvider, type Navigation } from '#renderer/ui/navigation.tsx';
import type { Person, SessionView } from '#shared/contract/people.ts';
import { readAddress, writeAddress } from './desk-address.ts';
import { DESK_SCREENS } from './desk-screens.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';

/** The rail, the top bar and the desk between them. */
export function Frame({ session, person }: { readonly session: SessionView; readonly person: Person }) {
  const text = useText();
  const [path, setPath] = useHashLocation();
  const counts = useQuery('desk.counts', {});
  const lock = useCommand('session.lock');
  const { desks } = session;
  const address = readAddress(path, desks);
  const [firstDesk = 'settings'] = desks;
  const desk = address?.desk ?? firstDesk;
  const openId = address?.openId ?? null;
  const navigation = useMemo(
    (): Navigation => ({
      desk,
      openId,
      open: (id) => setPath(writeAddress(desk, id)),
      go: (to, id) => setPath(writeAddress(to, id ?? null)),
    }),
    [desk, openId, setPath],
  );
  useKeys([
    ...desks.map((name, index) => ({
      combo: `Ctrl+${index + 1}`,
      label: text('frame.goTo', { desk: text(`frame.${name}`) }),
      run: () => navigation.go(name),
    })),
    { combo: 'Ctrl+L', label: text('frame.lockNow'), run: () => void lock.run({}), throughDialogs: true },
  ]);
  const [main, setMain] = useState<HTMLElement | null>(null);
  const Screen = DESK_SCREENS[desk];
  return (
    <NavigationProvider value={navigation}>
      <div className="frame">
        <button type="button" className="skip" onClick={() => main?.focus()}>
          {text('frame.skip')}
        </button>
        <Rail desks={desks} here={desk} counts={counts.data ?? {}} onGo={navigation.go} />
        <TopBar session={session} person={person} onLock={() => void lock.run({})} />
        <main ref={setMain} className="frame-main" tabIndex={-1} aria-label={text(`frame.${desk}`)}>
          <h1 className="unseen">{text(`frame.${desk}`)}</h1>
          <ErrorBoundary key={desk}>
            {address === null ? (
              <EmptyState title={text('frame.noDesk')} detail={text('frame.noDeskDetail')} />
            ) : (
              <Screen />
            )}
          </ErrorBoundary>
        </main>
      </div>
    </NavigationProvider>
  );
}
