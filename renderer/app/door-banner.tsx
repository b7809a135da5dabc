import { useState } from 'react';
import { useDoorEvents } from '#renderer/client/use-event.ts';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';

/** Says when the window has lost the local service, and when it has found it again. */
export function DoorBanner() {
  const text = useText();
  const [state, setState] = useState<'never-lost' | 'online' | 'unreachable' | 'unauthorised'>('never-lost');
  useDoorEvents((now) => setState((was) => (now === 'online' && was === 'never-lost' ? was : now)));
  if (state === 'never-lost') return null;
  const close = (): void => setState('never-lost');
  return (
    <div className="door-banner">
      {state === 'online' ? (
        <Notice kind="saved" onClose={close}>
          {text('frame.doorBack')}
        </Notice>
      ) : (
        <Notice kind="error">{text(state === 'unauthorised' ? 'frame.doorClosed' : 'frame.doorLost')}</Notice>
      )}
    </div>
  );
}
