import type { Page } from '@playwright/test';
import type { EventName, Events, Name } from '#shared/contract/contract.ts';

/** The door of a page, with the answers to some entries kept back until the test lets them go. */
export interface LateDoor {
  /** Waits until the backend has answered that entry; the page has not heard of it. */
  answered(name: Name): Promise<void>;
  /** Lets go of the answers to that entry, those to come too. */
  release(name: Name): void;
  /** Tells the page of an event, as the backend does. */
  tell<N extends EventName>(name: N, data: Events[N]): void;
}

interface KeptBack {
  readonly answered: Promise<void>;
  readonly hear: () => void;
  readonly kept: (() => void)[];
  open: boolean;
}

/** Keeps back the answers to some entries from the page's next connection on: reload the page to begin. */
export async function keepBack(page: Page, names: readonly Name[]): Promise<LateDoor> {
  const doors = new Map(
    names.map((name): [string, KeptBack] => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const kept: (() => void)[] = [];
      return [name, { answered: promise, hear: resolve, kept, open: false }];
    }),
  );
  const door = (name: Name) => {
    const found = doors.get(name);
    if (found === undefined) throw new Error(`nothing of ${name} is kept back`);
    return found;
  };
  let tell = (_message: string): void => {
    throw new Error('the page has not connected yet');
  };
  await page.routeWebSocket('**/door/socket', (near) => {
    const far = near.connectToServer();
    const asked = new Map<number | undefined, string>();
    tell = (message) => near.send(message);
    near.onMessage((message) => {
      const { id, name } = JSON.parse(String(message)) as { readonly id: number; readonly name: string };
      asked.set(id, name);
      far.send(message);
    });
    far.onMessage((message) => {
      const { id } = JSON.parse(String(message)) as { readonly id?: number };
      const late = doors.get(asked.get(id) ?? '');
      if (late === undefined || late.open) return near.send(message);
      late.kept.push(() => near.send(message));
      return late.hear();
    });
  });
  return {
    answered: (name) => door(name).answered,
    release: (name) => {
      const { kept } = door(name);
      door(name).open = true;
      for (const send of kept.splice(0)) send();
    },
    tell: (name, data) => tell(JSON.stringify({ event: name, data })),
  };
}
