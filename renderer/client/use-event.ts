import { useEffect, useEffectEvent } from 'react';
import type { EventName, Events } from '#shared/contract/contract.ts';
import { DOOR_EVENTS } from '#shared/contract/door.ts';
import { useWorkstation } from './workstation.tsx';

/** Hears an event of the backend while the screen is open. */
export function useEvent<E extends EventName>(name: E, listener: (data: Events[E]) => void): void {
  const { door } = useWorkstation();
  const hear = useEffectEvent((data: unknown) => listener(data as Events[E]));
  useEffect(() => door.on(name, hear), [door, name]);
}

/** Hears the door losing and finding the backend; `lost` tells whether only a new start link helps. */
export function useDoorEvents(listener: (state: 'online' | 'unreachable' | 'unauthorised') => void): void {
  const { door } = useWorkstation();
  const online = useEffectEvent(() => listener('online'));
  const offline = useEffectEvent((data: unknown) => {
    const reason = (data as { readonly reason?: string }).reason;
    listener(reason === 'unauthorised' ? 'unauthorised' : 'unreachable');
  });
  useEffect(() => {
    const stops = [door.on(DOOR_EVENTS.online, online), door.on(DOOR_EVENTS.offline, offline)];
    return () => stops.forEach((stop) => stop());
  }, [door]);
}
