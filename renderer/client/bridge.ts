import { DOOR_EVENTS, DOOR_FAILURES, DOOR_PATHS } from '#shared/contract/door.ts';
import type { Door, DoorReply } from '#shared/contract/door.ts';

/**
 * Gives the page of the localhost door the `window.workstation` that the preload gives in Electron.
 *
 * Runs before the app, as a script of its own. It spends the start link's ticket, holds one
 * WebSocket open, and comes back by itself when the server restarts; what is lost meanwhile is
 * answered with a `door.*` refusal, never left hanging.
 */
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 10_000;

type Incoming = { readonly id: number; readonly reply: DoorReply } | { readonly event: string; readonly data: unknown };

const waiting = new Map<number, (reply: DoorReply) => void>();
const listeners = new Map<string, Set<(data: unknown) => void>>();
let nextId = 1;
let socket: WebSocket | undefined;
let told: 'online' | 'offline' | undefined;

const tell = (event: string, data: unknown): void => listeners.get(event)?.forEach((listener) => listener(data));

function connect(): Promise<WebSocket | undefined> {
  return new Promise((resolve) => {
    const attempt = new WebSocket(`ws://${location.host}${DOOR_PATHS.socket}`);
    attempt.addEventListener('open', () => resolve(attempt));
    attempt.addEventListener('close', () => resolve(undefined));
    attempt.addEventListener('message', ({ data }) => receive(JSON.parse(String(data)) as Incoming));
  });
}

function receive(message: Incoming): void {
  if ('event' in message) return tell(message.event, message.data);
  const resolve = waiting.get(message.id);
  waiting.delete(message.id);
  return resolve?.(message.reply);
}

async function spendTicket(): Promise<void> {
  const ticket = new URLSearchParams(location.hash.slice(1)).get('ticket');
  if (ticket === null) return;
  history.replaceState(null, '', location.pathname);
  await fetch(DOOR_PATHS.session, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-workstation': '1' },
    body: JSON.stringify({ ticket }),
  });
}

/** Whether the server answers and does not know us; then only a new start link helps. */
async function turnedAway(): Promise<boolean> {
  try {
    return (await fetch(DOOR_PATHS.session)).status === 401;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function lose(): void {
  socket = undefined;
  for (const resolve of waiting.values()) resolve({ ok: false, failure: { code: DOOR_FAILURES.interrupted } });
  waiting.clear();
}

async function keepConnected(settled: () => void): Promise<void> {
  for (let delayMs = FIRST_RETRY_MS; ;) {
    socket = await connect();
    if (socket === undefined) {
      const stranger = await turnedAway();
      settled();
      if (told !== 'offline') tell(DOOR_EVENTS.offline, { reason: stranger ? 'unauthorised' : 'unreachable' });
      told = 'offline';
      if (stranger) return;
      await pause(delayMs);
      delayMs = Math.min(delayMs * 2, LAST_RETRY_MS);
      continue;
    }
    const open = socket;
    settled();
    if (told === 'offline') tell(DOOR_EVENTS.online, {});
    told = 'online';
    delayMs = FIRST_RETRY_MS;
    await new Promise((resolve) => open.addEventListener('close', resolve));
    lose();
  }
}

const ready = new Promise<void>((settled) => {
  void spendTicket().finally(() => keepConnected(settled));
});

const door: Door = {
  async call(name, input) {
    await ready;
    const open = socket;
    if (open?.readyState !== WebSocket.OPEN) return { ok: false, failure: { code: DOOR_FAILURES.offline } };
    const id = nextId++;
    return await new Promise((resolve) => {
      waiting.set(id, resolve);
      open.send(JSON.stringify({ id, name, input }));
    });
  },
  on(name, listener) {
    const heard = listeners.get(name) ?? new Set();
    listeners.set(name, heard.add(listener));
    return () => void heard.delete(listener);
  },
};

Object.defineProperty(window, 'workstation', { value: Object.freeze(door) });
