import type { Result } from '#shared/base/result.ts';

/** What comes back through a door: the backend's reply, or the door's own refusal (`door.*`). */
export type DoorReply = Result<unknown>;

/**
 * The two functions a page finds in `window.workstation`, the same in both doors.
 *
 * `call` never rejects: what goes wrong on the way is a {@link DoorReply} too. `on` hears what the
 * backend announces and {@link DOOR_EVENTS}; it answers with the function that stops listening.
 */
export interface Door {
  call(name: string, input: unknown): Promise<DoorReply>;
  on(name: string, listener: (data: unknown) => void): () => void;
}

/** Electron's IPC channels; nothing else passes between page and main process. */
export const CHANNELS = { call: 'workstation:call', event: 'workstation:event' } as const;

/** The localhost door's addresses; everything else it serves is a file of the page. */
export const DOOR_PATHS = { session: '/door/session', socket: '/door/socket', open: '/door/open' } as const;

/**
 * Refusals a door adds to the backend's own.
 *
 * `offline`: nothing was sent. `interrupted`: it was sent and the answer was lost, so look before
 * repeating. `untrusted`: the caller is not our page. `fault`: something broke behind the gate.
 */
export const DOOR_FAILURES = {
  offline: 'door.offline',
  interrupted: 'door.interrupted',
  untrusted: 'door.untrusted',
  fault: 'door.fault',
} as const;

/**
 * Events a door adds to the backend's own.
 *
 * `door.offline` carries `{ reason: 'unreachable' | 'unauthorised' }`; after `unauthorised` the
 * page needs a new start link and stops trying.
 */
export const DOOR_EVENTS = { online: 'door.online', offline: 'door.offline' } as const;

/**
 * The page's content security policy, the same in both doors; `'self'` is `app://workstation` in
 * one and the loopback origin in the other.
 *
 * `blob:` in frames and pictures is for PDFs and photos that arrive through the door as bytes. The one
 * policy of trusted types is the evidence viewer's, which names its worker's file and no other
 * (`renderer/ui/viewer/pdf-worker.ts`).
 * @param socket the WebSocket origin of the localhost door, which older browsers do not count as 'self'
 */
export function contentSecurityPolicy(socket?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${socket === undefined ? '' : ` ${socket}`}`,
    "worker-src 'self'",
    "frame-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types pdf-worker',
  ].join('; ');
}

/** The headers both doors put on every answer. */
export function pageHeaders(socket?: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(socket),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}
