import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { WebSocketServer } from 'ws';
import { readPageFile } from '#electron/backend/page-files.ts';
import type { Seat } from '#electron/backend/ports.ts';
import { DOOR_PATHS, pageHeaders } from '#shared/contract/door.ts';
import { refusalOf, socketRefusalOf } from './guard.ts';
import { createSessions, equal } from './sessions.ts';
import type { Clock } from './sessions.ts';
import { LARGEST_MESSAGE_BYTES, serveSocket } from './socket.ts';

const LOOPBACK = '127.0.0.1';
const BRIDGE_TAG = '<script type="module" src="./bridge.js"></script>';

/** What the localhost door needs to open. */
export interface LocalhostPorts {
  /** A new seat in the backend for each browser session. */
  readonly seat: () => Seat;
  /** Folder of the built page. */
  readonly page: string;
  /** Signs cookies; kept with the workspace. */
  readonly key: string;
  /** What a second start shows to be given a start link. */
  readonly secret: string;
  /** Port to listen on; 0 takes any. */
  readonly port: number;
  readonly clock: Clock;
  readonly log: (line: object) => void;
}

/** The localhost door while it is open. */
export interface LocalhostDoor {
  readonly origin: string;
  /** A link that lets one browser in, once, within two minutes. */
  startUrl(): string;
  connections(): number;
  /** Hears of every connection that comes or goes. */
  onConnections(listener: (count: number) => void): void;
  close(): Promise<void>;
}

/**
 * Opens the localhost door on the loopback address.
 *
 * Files of the page are given to anyone on this machine (they hold nothing secret); the backend is
 * reached only through the WebSocket, which needs the cookie that a one-time ticket was exchanged
 * for. Every answer, refusals too, carries the page's headers.
 * @throws the listener's error, `EADDRINUSE` when the port is taken
 */
export async function openLocalhostDoor(ports: LocalhostPorts): Promise<LocalhostDoor> {
  const sessions = createSessions(ports.key, ports.seat, ports.clock);
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(ports.port, LOOPBACK, resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no address');
  const host = `${LOOPBACK}:${address.port}`;
  const headers = pageHeaders(`ws://${host}`);
  const cookieName = `otop_${address.port}`;
  const startUrl = (): string => `http://${host}/#ticket=${sessions.ticket()}`;
  const sessionIn = (cookie: string | undefined): string | undefined =>
    sessions.sessionOf(cookieIn(cookie, cookieName));

  const app = new Hono();
  app.use(bodyLimit({ maxSize: 1024, onError: (c) => c.text('too large', 413) }));
  app.post(DOOR_PATHS.session, async (c) => {
    const ours = c.req.header('x-workstation') === '1' && c.req.header('origin') === `http://${host}`;
    if (!ours) return c.text('forbidden', 403);
    const cookie = sessions.redeem(ticketIn(await c.req.text()));
    if (cookie === undefined) return c.text('ticket unknown, used or expired', 401);
    c.header('set-cookie', `${cookieName}=${cookie}; HttpOnly; SameSite=Strict; Path=/`);
    return c.body(null, 204);
  });
  app.get(DOOR_PATHS.session, (c) => c.body(null, sessionIn(c.req.header('cookie')) === undefined ? 401 : 204));
  app.post(DOOR_PATHS.open, (c) =>
    equal(c.req.header('x-instance-secret') ?? '', ports.secret)
      ? c.json({ url: startUrl() })
      : c.text('forbidden', 403),
  );
  app.get('*', async (c) => {
    const { pathname } = new URL(c.req.url);
    const file = await readPageFile(ports.page, pathname);
    if (file === undefined) return c.text('not found', 404);
    const start = pathname === '/' || pathname === '/index.html';
    const body = start ? Buffer.from(file.body).toString('utf8').replace('<!-- door -->', BRIDGE_TAG) : file.body;
    return c.body(body, 200, { 'content-type': file.type });
  });
  app.onError((error, c) => {
    ports.log({ room: 'localhost', event: 'fault', why: error.stack });
    return c.text('fault', 500);
  });

  const knockOf = (request: IncomingMessage): { method: string; url: string; headers: IncomingMessage['headers'] } => ({
    method: request.method ?? '',
    url: request.url ?? '',
    headers: request.headers,
  });
  const listener = getRequestListener(app.fetch);
  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const refused = refusalOf(knockOf(request), host);
    if (refused === undefined) return void listener(request, response);
    ports.log({ room: 'localhost', event: 'refused', why: refused.why });
    response.writeHead(refused.status, { 'content-type': 'text/plain', connection: 'close' });
    return void response.end(refused.why);
  });

  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE_BYTES });
  const heard: ((count: number) => void)[] = [];
  const tell = (): void => heard.forEach((listener) => listener(sockets.clients.size));
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const session = sessionIn(request.headers.cookie);
    const refused = socketRefusalOf(knockOf(request), host);
    if (refused !== undefined || session === undefined || request.url !== DOOR_PATHS.socket) {
      ports.log({ room: 'localhost', event: 'refused', why: refused?.why ?? 'session' });
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      return void stream.end(
        `HTTP/1.1 ${refused?.status ?? 403} Refused\r\n${lines.join('')}connection: close\r\n\r\n`,
      );
    }
    return sockets.handleUpgrade(request, stream, head, (socket) => {
      const { seat, detach } = sessions.attach(session);
      socket.on('close', () => {
        detach();
        tell();
      });
      serveSocket(socket, seat, ports.log);
      tell();
    });
  });

  return {
    origin: `http://${host}`,
    startUrl,
    connections: () => sockets.clients.size,
    onConnections: (listener) => void heard.push(listener),
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      sessions.close();
    },
  };
}

function cookieIn(header: string | undefined, name: string): string | undefined {
  const pairs = header?.split(/;\s*/).map((pair) => pair.split('=')) ?? [];
  return pairs.find(([key]) => key === name)?.[1];
}

function ticketIn(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && 'ticket' in value ? value.ticket : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
