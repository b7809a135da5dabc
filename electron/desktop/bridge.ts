import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Seat } from '#electron/backend/ports.ts';
import { CHANNELS, DOOR_FAILURES } from '#shared/contract/door.ts';
import type { DoorReply } from '#shared/contract/door.ts';
import { isOurs } from './origin.ts';

/** Where windows sit: each page has its own seat, so its own sign-in. */
export type Seats = Map<WebContents, Seat>;

/**
 * Answers the pages' calls from their seats.
 *
 * A call counts only when it comes from the main frame of a page of ours that has a seat; a frame
 * that has gone (null) or lies inside another is refused.
 */
export function openBridge(ipc: IpcMain, seats: Seats, log: (line: object) => void): void {
  ipc.handle(CHANNELS.call, async (event, name: unknown, input: unknown): Promise<DoorReply> => {
    const seat = isTrusted(event) ? seats.get(event.sender) : undefined;
    if (seat === undefined || typeof name !== 'string') {
      log({ room: 'desktop', event: 'refused', why: 'sender' });
      return { ok: false, failure: { code: DOOR_FAILURES.untrusted } };
    }
    try {
      return await seat.call(name, input);
    } catch (error) {
      log({ room: 'desktop', event: 'fault', name, why: error instanceof Error ? error.stack : String(error) });
      return { ok: false, failure: { code: DOOR_FAILURES.fault } };
    }
  });
}

/** Seats a page: it hears its seat's events until it is destroyed, which ends its sign-in. */
export function takeSeat(contents: WebContents, seat: Seat, seats: Seats): void {
  seats.set(contents, seat);
  const unsubscribe = seat.subscribe(({ name, data }) => {
    if (!contents.isDestroyed()) contents.send(CHANNELS.event, name, data);
  });
  contents.once('destroyed', () => {
    unsubscribe();
    seats.delete(contents);
    seat.close();
  });
}

function isTrusted(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && isOurs(frame.url);
}
