import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { Seat } from '#electron/backend/ports.ts';
import { openLocalhostDoor } from '#electron/localhost/server.ts';
import type { LocalhostDoor } from '#electron/localhost/server.ts';
import type { Clock } from '#electron/localhost/sessions.ts';

export const SECRET = 'the-secret-of-this-test';
export const KEY = 'k'.repeat(43);

/** A clock that moves only when a test says so. */
export interface HandClock extends Clock {
  pass(ms: number): void;
}

export function handClock(): HandClock {
  let now = 1_000_000;
  const due = new Map<object, { readonly atMs: number; readonly run: () => void }>();
  return {
    nowMs: () => now,
    after(ms, run) {
      const key = {};
      due.set(key, { atMs: now + ms, run });
      return () => void due.delete(key);
    },
    pass(ms) {
      now += ms;
      for (const [key, { atMs, run }] of due)
        if (atMs <= now) {
          due.delete(key);
          run();
        }
    },
  };
}

/** A seat that remembers one sign-in and answers three names, as the real gate would. */
export interface FakeSeat extends Seat {
  closed: boolean;
  announce(name: string, data: unknown): void;
}

export function fakeSeat(): FakeSeat {
  const listeners = new Set<(event: { name: string; data: unknown }) => void>();
  let person: unknown = null;
  const names: Readonly<Record<string, (input: unknown) => unknown>> = {
    echo: (input) => input,
    'session.sign-in': (input) => (person = input),
    'session.view': () => person,
    crash: () => {
      throw new Error('worker gone');
    },
  };
  const seat = {
    closed: false,
    async call(name: string, input: unknown) {
      const answer = Object.hasOwn(names, name) ? names[name] : undefined;
      return answer === undefined
        ? { ok: false, failure: { code: 'call.unknown' } }
        : { ok: true, value: answer(input) };
    },
    subscribe(listener: (event: { name: string; data: unknown }) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      seat.closed = true;
    },
    announce: (name: string, data: unknown) => listeners.forEach((listener) => listener({ name, data })),
  };
  return seat as unknown as FakeSeat;
}

/** An open localhost door over fake seats and a page of two files, with a secret file beside the page. */
export interface OpenDoor {
  readonly door: LocalhostDoor;
  readonly host: string;
  readonly port: number;
  readonly clock: HandClock;
  readonly seats: FakeSeat[];
  readonly log: object[];
}

export async function openTestDoor(port = 0): Promise<OpenDoor> {
  const folder = await mkdtemp(join(tmpdir(), 'otop-door-'));
  const page = join(folder, 'renderer');
  await mkdir(join(page, 'assets'), { recursive: true });
  await writeFile(join(page, 'index.html'), '<!doctype html><head><!-- door --></head>');
  await writeFile(join(page, 'assets', 'app.js'), 'export {};');
  await writeFile(join(page, '.built.json'), '{}');
  await writeFile(join(page, 'notes.txt'), 'not part of a page');
  await writeFile(join(folder, 'secret.json'), '{"secret":true}');
  await writeFile(join(folder, 'renderer-secret.json'), '{"secret":true}');
  const clock = handClock();
  const seats: FakeSeat[] = [];
  const log: object[] = [];
  const door = await openLocalhostDoor({
    seat() {
      const seat = fakeSeat();
      seats.push(seat);
      return seat;
    },
    page,
    key: KEY,
    secret: SECRET,
    port,
    clock,
    log: (line) => void log.push(line),
  });
  const { host, port: number } = new URL(door.origin);
  return { door, host, port: Number(number), clock, seats, log };
}

/** What came back from a raw request. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends a request exactly as written: no client tidies its path or its headers. */
export function knock(
  port: number,
  options: { method?: string; path?: string; headers?: Record<string, string>; body?: string },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { body, ...rest } = options;
    const headers = { host: `127.0.0.1:${port}`, ...options.headers };
    const sent = request({ host: '127.0.0.1', port, ...rest, headers, agent: false });
    sent.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ status: 101, headers: response.headers, body: '' });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Spends a start link the way the page does; answers with the cookie to send from then on. */
export async function comeIn({ door, port, host }: OpenDoor): Promise<string> {
  const ticket = new URLSearchParams(new URL(door.startUrl()).hash.slice(1)).get('ticket');
  const answer = await knock(port, {
    method: 'POST',
    path: '/door/session',
    headers: { origin: `http://${host}`, 'x-workstation': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ ticket }),
  });
  const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0];
  if (answer.status !== 204 || cookie === undefined) throw new Error(`not let in: ${answer.status} ${answer.body}`);
  return cookie;
}

/** One connection of a page. */
export interface Page {
  readonly socket: WebSocket;
  call(name: string, input: unknown): Promise<unknown>;
  nextEvent(): Promise<unknown>;
  /** The close code; resolves when the connection ends. */
  readonly closed: Promise<number>;
}

export async function connect({ host }: OpenDoor, cookie: string): Promise<Page> {
  const socket = new WebSocket(`ws://${host}/door/socket`, { origin: `http://${host}`, headers: { cookie } });
  const replies = new Map<number, (reply: unknown) => void>();
  const events: ((event: unknown) => void)[] = [];
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as { id?: number; reply?: unknown };
    if (message.id === undefined) events.shift()?.(message);
    else replies.get(message.id)?.(message.reply);
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  let id = 0;
  return {
    socket,
    closed,
    call(name, input) {
      id += 1;
      const mine = id;
      return new Promise((resolve) => {
        replies.set(mine, resolve);
        socket.send(JSON.stringify({ id: mine, name, input }));
      });
    },
    nextEvent: () => new Promise((resolve) => events.push(resolve)),
  };
}
