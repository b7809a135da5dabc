import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Seat } from '#electron/backend/ports.ts';

/** How long a start link can be used. */
export const TICKET_LIFE_MS = 120_000;
/** How long a seat waits for its page to come back (a reload, a short sleep) before it is signed out. */
export const SEAT_GRACE_MS = 60_000;

/** Time, as the sessions need it; a port so that tests can move it. */
export interface Clock {
  nowMs(): number;
  /** Runs once after a while; answers with the function that calls it off. */
  after(ms: number, run: () => void): () => void;
}

/** Who may come in, and in which seat they sit. */
export interface Sessions {
  /** Makes a one-time ticket for a start link. */
  ticket(): string;
  /** Takes a ticket and answers with a cookie value; undefined when it is unknown, used or expired. */
  redeem(ticket: unknown): string | undefined;
  /** The session a cookie value stands for; undefined when we did not sign it. */
  sessionOf(cookie: string | undefined): string | undefined;
  /** Seats one connection of a session; a seat is shared by the session's connections. */
  attach(session: string): { readonly seat: Seat; detach(): void };
  close(): void;
}

interface Place {
  readonly seat: Seat;
  connections: number;
  callOff: (() => void) | undefined;
}

/**
 * Keeps tickets, cookies and seats of the localhost door.
 *
 * A cookie is a random id signed with the workspace's key, so a page left open finds its way back
 * after the server restarts (signed out, since seats live in memory). A seat outlives its last
 * connection by {@link SEAT_GRACE_MS}: a reload does not sign a person out, a closed window does.
 */
export function createSessions(key: string, newSeat: () => Seat, clock: Clock): Sessions {
  const tickets = new Map<string, number>();
  const places = new Map<string, Place>();
  const mac = (id: string): string => createHmac('sha256', key).update(`session:${id}`).digest('base64url');

  const leave = (session: string, place: Place): void => {
    place.connections -= 1;
    if (place.connections > 0) return;
    place.callOff = clock.after(SEAT_GRACE_MS, () => {
      places.delete(session);
      place.seat.close();
    });
  };

  return {
    ticket() {
      for (const [old, expiresAtMs] of tickets) if (expiresAtMs <= clock.nowMs()) tickets.delete(old);
      const ticket = randomBytes(24).toString('base64url');
      tickets.set(ticket, clock.nowMs() + TICKET_LIFE_MS);
      return ticket;
    },
    redeem(ticket) {
      if (typeof ticket !== 'string') return undefined;
      const expiresAtMs = tickets.get(ticket);
      tickets.delete(ticket);
      if (expiresAtMs === undefined || expiresAtMs <= clock.nowMs()) return undefined;
      const id = randomBytes(18).toString('base64url');
      return `${id}.${mac(id)}`;
    },
    sessionOf(cookie) {
      const [id, signature, ...rest] = cookie?.split('.') ?? [];
      if (id === undefined || signature === undefined || rest.length > 0) return undefined;
      return equal(signature, mac(id)) ? id : undefined;
    },
    attach(session) {
      const place = places.get(session) ?? { seat: newSeat(), connections: 0, callOff: undefined };
      places.set(session, place);
      place.callOff?.();
      place.callOff = undefined;
      place.connections += 1;
      let here = true;
      return {
        seat: place.seat,
        detach() {
          if (here) leave(session, place);
          here = false;
        },
      };
    },
    close() {
      for (const place of places.values()) {
        place.callOff?.();
        place.seat.close();
      }
      places.clear();
    },
  };
}

/** Compares two secrets without telling by its duration where they differ. */
export function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
